package org.chirpmill.prior;

/**
 * The same density everywhere between two ends.
 *
 * @param minimum lower end
 * @param maximum upper end
 */
record Uniform(double minimum, double maximum) implements Distribution {
    Uniform {
        Bounds.requireFiniteRange(minimum, maximum);
        Bounds.requireFinite("maximum - minimum", maximum - minimum);
    }

    @Override
    public double quantile(double u) {
        return minimum + u * (maximum - minimum);
    }

    @Override
    public double cdf(double x) {
        return Bounds.clamp((x - minimum) / (maximum - minimum), 0, 1);
    }

    @Override
    public double density(double x) {
        return x >= minimum && x <= maximum ? 1 / (maximum - minimum) : 0;
    }
}
