package org.chirpmill.settings;

import java.util.OptionalDouble;

/**
 * Whether coefficients come from a few bins of a waveform, and how good they then must be.
 *
 * @param tolerance by which part a row's error may be larger than that of all bins' coefficients; empty for all bins
 */
public record Sampling(OptionalDouble tolerance) {
    /** Coefficients of all bins. */
    public static final Sampling OFF = new Sampling(OptionalDouble.empty());
    /** What may be asked for. */
    public static final String FORMS =
        "off, or the part by which errors may grow, such as 0.01: greater than 0 and at most 1";

    private static final String OFF_IN_WORDS = "off";

    /** Coefficients of a few bins, where rows may be worse by that part. */
    public static Sampling within(double tolerance) {
        return new Sampling(OptionalDouble.of(tolerance));
    }

    /**
     * Reads what a user asks for.
     *
     * @throws IllegalArgumentException where it is none of {@link #FORMS}
     */
    public static Sampling of(String text) {
        if (isOff(text)) {
            return OFF;
        }
        double tolerance = Double.parseDouble(text);
        if (!isTolerance(tolerance)) {
            throw new IllegalArgumentException(text + " is not allowed");
        }
        return within(tolerance);
    }

    /** YAML reads an unquoted off as false. */
    static boolean isOff(Object value) {
        return Boolean.FALSE.equals(value) || OFF_IN_WORDS.equals(value);
    }

    /** Whether rows may be worse by that part. */
    static boolean isTolerance(double part) {
        return part > 0 && part <= 1;
    }

    /** Whether some bins are to do. */
    public boolean isOn() {
        return tolerance.isPresent();
    }

    /** As settings have it. */
    public Object stored() {
        return isOn() ? (Object) tolerance.getAsDouble() : OFF_IN_WORDS;
    }
}
