package org.chirpmill.run;

import java.util.OptionalDouble;
import org.chirpmill.settings.CompressionSettings;

/**
 * Whether coefficients come from a few bins of a waveform, and how good they then must be.
 *
 * @param tolerance by which part a row's error may be larger than that of all bins' coefficients; empty for all bins
 */
public record Sampling(OptionalDouble tolerance) {
    /** Coefficients of all bins. */
    public static final Sampling OFF = new Sampling(OptionalDouble.empty());

    private static final String OFF_IN_WORDS = "off";

    /**
     * Reads what a user asks for.
     *
     * @throws IllegalArgumentException where it is none of {@link CompressionSettings#SAMPLING_FORMS}
     */
    public static Sampling of(String text) {
        if (text.equals(OFF_IN_WORDS)) {
            return OFF;
        }
        double tolerance = Double.parseDouble(text);
        if (!CompressionSettings.isSampling(tolerance)) {
            throw new IllegalArgumentException(text + " is not allowed");
        }
        return new Sampling(OptionalDouble.of(tolerance));
    }

    /** Whether some bins are to do. */
    boolean isOn() {
        return tolerance.isPresent();
    }

    /** As settings have it. */
    Object stored() {
        return isOn() ? (Object) tolerance.getAsDouble() : OFF_IN_WORDS;
    }
}
