package org.chirpmill.plot;

/**
 * One axis of a panel.
 *
 * @param title what is measured, with its unit
 * @param kind how values lie along it
 * @param minimum where the axis begins, NaN for the data's least value
 * @param maximum where it ends, NaN for the data's greatest
 */
public record Axis(String title, Kind kind, double minimum, double maximum) {
    /** How values lie along an axis. */
    public enum Kind {
        /** Equal differences are equally long. */
        EVEN,
        /** The same for whole numbers. */
        COUNTING,
        /** Equal ratios are equally long; values must be positive. */
        LOGARITHMIC
    }

    /** An even axis as long as the data. */
    public static Axis linear(String title) {
        return new Axis(title, Kind.EVEN, Double.NaN, Double.NaN);
    }

    /** An axis of whole numbers from 0 to a little beyond the greatest. */
    public static Axis counting(String title, double greatest) {
        return new Axis(title, Kind.COUNTING, 0, 1.03 * greatest);
    }

    /** A logarithmic axis as long as the data. */
    public static Axis logarithmic(String title) {
        return new Axis(title, Kind.LOGARITHMIC, Double.NaN, Double.NaN);
    }

    /** The same axis between two values. */
    public Axis within(double least, double greatest) {
        return new Axis(title, kind, least, greatest);
    }

    /** The same axis without a title and, by an empty title, without numbers at its ticks. */
    Axis untitled() {
        return new Axis("", kind, minimum, maximum);
    }

    /** Whether a value can be drawn on the axis. */
    boolean shows(double value) {
        return Double.isFinite(value) && (kind != Kind.LOGARITHMIC || value > 0)
            && !(value < minimum) && !(value > maximum);
    }
}
