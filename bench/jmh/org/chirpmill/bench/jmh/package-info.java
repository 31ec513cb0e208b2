/**
 * The stages of a waveform, each alone and warm, model by model. Takes rows of the production prior, gives
 * microseconds; how to run them is said in {@code bench/README.md}.
 */
package org.chirpmill.bench.jmh;
