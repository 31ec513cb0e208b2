/**
 * The steps between waveforms and what a dataset stores: whitening, phase heterodyning, projection on singular vectors.
 * Takes whole waveforms of a frequency domain and their rows' parameters in, gives bases and coefficients out; knows
 * nothing of priors, sources or the datasets that store its results, and of models no more than their elementary
 * functions.
 */
package org.chirpmill.compression;
