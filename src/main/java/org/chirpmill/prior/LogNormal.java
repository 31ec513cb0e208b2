package org.chirpmill.prior;

/**
 * The distribution of a number whose logarithm is normal.
 *
 * @param mu mean of the logarithm
 * @param sigma standard deviation of the logarithm, positive
 */
record LogNormal(double mu, double sigma) implements PositiveDistribution {
    LogNormal {
        Bounds.requireFinite("mu", mu);
        Bounds.requirePositive("sigma", sigma);
    }

    @Override
    public double quantile(double u) {
        return StrictMath.exp(mu + sigma * StandardNormal.quantile(u));
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : StandardNormal.cdf((StrictMath.log(x) - mu) / sigma);
    }

    @Override
    public double density(double x) {
        return x <= 0 ? 0 : StandardNormal.density((StrictMath.log(x) - mu) / sigma) / (sigma * x);
    }
}
