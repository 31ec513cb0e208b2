package org.chirpmill.dataset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One waveform for a file of its own.
 *
 * @param frequencies Hz
 * @param series complex numbers by name, such as {@code h_plus}, in the file's order: twice as long as
 *     {@code frequencies}, real and imaginary parts in turns, 1/Hz
 */
public record StoredWaveform(double[] frequencies, Map<String, double[]> series) {
    /** Checks the lengths, keeps the order. */
    public StoredWaveform {
        for (Map.Entry<String, double[]> named : series.entrySet()) {
            if (named.getValue().length != 2 * frequencies.length) {
                throw new IllegalArgumentException(frequencies.length + " frequencies do not go with "
                    + named.getValue().length + " real and imaginary parts of " + named.getKey());
            }
        }
        series = Collections.unmodifiableMap(new LinkedHashMap<>(series));
    }

    /** Both polarizations, {@code h_plus} and {@code h_cross}. */
    public StoredWaveform(double[] frequencies, double[] plus, double[] cross) {
        this(frequencies, polarizations(plus, cross));
    }

    private static Map<String, double[]> polarizations(double[] plus, double[] cross) {
        Map<String, double[]> both = new LinkedHashMap<>();
        both.put(Skeleton.PLUS, plus);
        both.put(Skeleton.CROSS, cross);
        return both;
    }
}
