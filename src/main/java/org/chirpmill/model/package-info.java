/**
 * Waveform models, each split in two: prepare turns a source into one flat row of coefficients, evaluate turns a row
 * and a frequency into both polarizations. Takes sources and a grid in; knows nothing of batches, threads or files.
 */
package org.chirpmill.model;
