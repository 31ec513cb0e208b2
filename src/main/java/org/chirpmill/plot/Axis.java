package org.chirpmill.plot;

/**
 * One axis of a panel.
 *
 * @param title what is measured, with its unit
 * @param isLogarithmic whether equal ratios are equally long; values must then be positive
 * @param minimum where the axis begins, NaN for the data's least value
 * @param maximum where it ends, NaN for the data's greatest
 */
public record Axis(String title, boolean isLogarithmic, double minimum, double maximum) {
    /** An even axis as long as the data. */
    public static Axis linear(String title) {
        return new Axis(title, false, Double.NaN, Double.NaN);
    }

    /** A logarithmic axis as long as the data. */
    public static Axis logarithmic(String title) {
        return new Axis(title, true, Double.NaN, Double.NaN);
    }

    /** The same axis between two values. */
    public Axis within(double least, double greatest) {
        return new Axis(title, isLogarithmic, least, greatest);
    }

    /** The same axis without a title and, by an empty title, without numbers at its ticks. */
    Axis untitled() {
        return new Axis("", isLogarithmic, minimum, maximum);
    }

    /** Whether a value can be drawn on the axis. */
    boolean shows(double value) {
        return Double.isFinite(value) && (!isLogarithmic || value > 0) && !(value < minimum) && !(value > maximum);
    }
}
