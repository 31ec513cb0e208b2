package org.chirpmill.prior;

/**
 * The normal distribution.
 *
 * @param mu mean
 * @param sigma standard deviation, positive
 */
record Gaussian(double mu, double sigma) implements UnboundedDistribution {
    Gaussian {
        Bounds.requireFinite("mu", mu);
        Bounds.requirePositive("sigma", sigma);
    }

    @Override
    public double quantile(double u) {
        return mu + sigma * StandardNormal.quantile(u);
    }

    @Override
    public double cdf(double x) {
        return StandardNormal.cdf((x - mu) / sigma);
    }

    @Override
    public double density(double x) {
        return StandardNormal.density((x - mu) / sigma) / sigma;
    }
}
