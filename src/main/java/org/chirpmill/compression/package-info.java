/**
 * Whitening and the projection on singular vectors. Takes whole waveforms of a frequency domain in, gives bases and
 * coefficients out; knows nothing of priors, models or the datasets that store its results.
 */
package org.chirpmill.compression;
