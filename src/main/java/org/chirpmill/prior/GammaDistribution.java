package org.chirpmill.prior;

/**
 * The gamma distribution; bilby's {@code Gamma}, and with theta = 2 its {@code ChiSquared} of 2 k degrees of freedom.
 *
 * @param k shape, positive
 * @param theta scale, positive
 */
record GammaDistribution(double k, double theta) implements PositiveDistribution {
    GammaDistribution {
        Bounds.requireShape("k", k);
        Bounds.requirePositive("theta", theta);
    }

    @Override
    public double quantile(double u) {
        return theta * StrictMath.exp(IncompleteGamma.logarithmOfQuantile(k, u));
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : IncompleteGamma.lower(k, x / theta);
    }

    @Override
    public double density(double x) {
        return x < 0 ? 0 : IncompleteGamma.densityPerLogarithm(k, x / theta) / x;
    }
}
