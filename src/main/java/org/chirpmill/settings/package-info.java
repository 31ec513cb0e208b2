/**
 * The YAML settings of dingo-gw and dingo-waveform as records. Takes files in, gives validated settings and their
 * Python literal out; knows no other package.
 */
package org.chirpmill.settings;
