package org.chirpmill.prior;

/** The conditions that distributions put on their numbers; their messages end up behind the user's own text. */
final class Bounds {
    private static final double LARGEST_SHAPE = 1e8;

    private Bounds() {}

    static void requireIncreasing(double minimum, double maximum) {
        if (!(minimum < maximum)) {
            throw new IllegalArgumentException("maximum must exceed minimum, here " + maximum + " and " + minimum);
        }
    }

    static void requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, here " + value);
        }
    }

    static void requireFiniteRange(double minimum, double maximum) {
        requireFinite("minimum", minimum);
        requireFinite("maximum", maximum);
        requireIncreasing(minimum, maximum);
    }

    static void requirePositive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be positive and finite, here " + value);
        }
    }

    /** Shape parameters above it would be those of a normal distribution in all but name, and take minutes. */
    static void requireShape(String name, double value) {
        if (!(value > 0 && value <= LARGEST_SHAPE)) {
            throw new IllegalArgumentException(
                name + " must be positive and at most " + LARGEST_SHAPE + ", here " + value);
        }
    }

    static double clamp(double value, double minimum, double maximum) {
        return StrictMath.min(StrictMath.max(value, minimum), maximum);
    }
}
