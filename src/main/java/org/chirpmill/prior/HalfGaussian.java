package org.chirpmill.prior;

import org.hipparchus.special.Erf;

/**
 * The positive half of a normal distribution about zero.
 *
 * @param sigma standard deviation of the whole, positive
 */
record HalfGaussian(double sigma) implements PositiveDistribution {
    HalfGaussian {
        Bounds.requirePositive("sigma", sigma);
    }

    @Override
    public double quantile(double u) {
        return u < 0.5
            ? sigma * StrictMath.sqrt(2) * Erf.erfInv(u)
            : -sigma * StandardNormal.quantile(0.5 * (1 - u));
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : Erf.erf(x / (sigma * StrictMath.sqrt(2)));
    }

    @Override
    public double density(double x) {
        return x < 0 ? 0 : 2 * StandardNormal.density(x / sigma) / sigma;
    }
}
