package org.chirpmill.dataset;

/**
 * One waveform for a file of its own.
 *
 * @param frequencies Hz
 * @param plus twice as long as {@code frequencies}: real and imaginary parts of h_plus in turns, 1/Hz
 * @param cross as {@code plus}, of h_cross
 */
public record StoredWaveform(double[] frequencies, double[] plus, double[] cross) {
    /** Checks the lengths. */
    public StoredWaveform {
        if (plus.length != 2 * frequencies.length || cross.length != plus.length) {
            throw new IllegalArgumentException(frequencies.length + " frequencies do not go with " + plus.length
                + " and " + cross.length + " real and imaginary parts");
        }
    }
}
