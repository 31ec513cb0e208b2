/** Waveforms of LALSimulation that tests compare with; independent of the code under test. */
package org.chirpmill.reference;
