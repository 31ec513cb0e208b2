package org.chirpmill.prior;

/**
 * The logistic distribution.
 *
 * @param mu mean
 * @param scale width, positive
 */
record Logistic(double mu, double scale) implements UnboundedDistribution {
    Logistic {
        Bounds.requireFinite("mu", mu);
        Bounds.requirePositive("scale", scale);
    }

    @Override
    public double quantile(double u) {
        return mu + scale * StrictMath.log(u / (1 - u));
    }

    @Override
    public double cdf(double x) {
        return 1 / (1 + StrictMath.exp(-(x - mu) / scale));
    }

    @Override
    public double density(double x) {
        double tail = StrictMath.exp(-StrictMath.abs(x - mu) / scale);
        return tail / (scale * (1 + tail) * (1 + tail));
    }
}
