package org.chirpmill.prior;

/**
 * The exponential distribution.
 *
 * @param mu mean, positive
 */
record Exponential(double mu) implements PositiveDistribution {
    Exponential {
        Bounds.requirePositive("mu", mu);
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
