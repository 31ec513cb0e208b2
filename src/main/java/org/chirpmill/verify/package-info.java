/**
 * Whether waveforms are right: datasets beside what their own settings make and beside each other, backends beside
 * reference waveforms. Takes files and choices, gives verdicts; how these are said is not its business.
 */
package org.chirpmill.verify;
