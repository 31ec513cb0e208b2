/**
 * The YAML settings of dingo-gw and dingo-waveform as records. Takes files in, gives validated settings and their
 * Python literal out; of other packages knows only how names are mistyped and how decimals are counted.
 */
package org.chirpmill.settings;
