package org.chirpmill.prior;

/**
 * The exponential distribution.
 *
 * @param mu mean, positive
 */
record Exponential(double mu) implements Distribution {
    Exponential {
        Bounds.requirePositive("mu", mu);
    }

    @Override
    public double minimum() {
        return 0;
    }

    @Override
    public double maximum() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double quantile(double u) {
        return -mu * StrictMath.log1p(-u);
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : -StrictMath.expm1(-x / mu);
    }

    @Override
    public double density(double x) {
        return x < 0 ? 0 : StrictMath.exp(-x / mu) / mu;
    }
}
