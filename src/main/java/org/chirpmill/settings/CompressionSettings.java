package org.chirpmill.settings;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The {@code compression} settings; at least one of the three is given.
 *
 * @param svd projection onto a basis of singular vectors
 * @param whitening name of the amplitude spectral density that waveforms are divided by
 * @param heterodyning the order of the phase that waveforms are divided by
 */
public record CompressionSettings(Optional<Svd> svd, Optional<String> whitening, OptionalInt heterodyning) {
    /** Where the basis is asked for. */
    public static final String SVD = "compression.svd";
    /** Where phase heterodyning is asked for. */
    public static final String HETERODYNING = "compression.phase_heterodyning";
    /** Where the amplitude spectral density is named. */
    public static final String WHITENING = "compression.whitening";
    /** Where coefficients of a few bins are asked for. */
    public static final String SAMPLING = SVD + ".sampling";
    /** The most waveforms that a mismatch is measured on: a table of it is held in memory. */
    public static final long MOST_VALIDATION_SAMPLES = 1_000_000;

    /**
     * A basis, either trained on waveforms of this very dataset or read from a file.
     *
     * @param size how many singular vectors to keep, 0 for all; empty only where a file gives the basis
     * @param trainingSamples waveforms to train on; empty only where a file gives the basis
     * @param validationSamples waveforms to measure the mismatch on
     * @param file the file that holds the basis
     * @param sampling whether its coefficients come from a few bins; empty where nothing is said of it
     */
    public record Svd(OptionalLong size, OptionalLong trainingSamples, long validationSamples, Optional<String> file,
        Optional<Sampling> sampling) {}
}
