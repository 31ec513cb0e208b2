package org.chirpmill.prior;

/**
 * A fixed value.
 *
 * @param peak the value
 */
record DeltaFunction(double peak) implements Distribution {
    DeltaFunction {
        Bounds.requireFinite("a fixed value", peak);
    }

    @Override
    public double minimum() {
        return peak;
    }

    @Override
    public double maximum() {
        return peak;
    }

    @Override
    public boolean isFixed() {
        return true;
    }

    @Override
    public double quantile(double u) {
        return peak;
    }

    @Override
    public double cdf(double x) {
        return x >= peak ? 1 : 0;
    }

    @Override
    public double density(double x) {
        return x == peak ? Double.POSITIVE_INFINITY : 0;
    }
}
