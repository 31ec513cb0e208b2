package org.chirpmill.prior;

import org.hipparchus.special.Beta;

/**
 * Student's t distribution, shifted and stretched.
 *
 * @param degreesOfFreedom positive, need not be whole
 * @param mu its middle
 * @param scale its width, positive
 */
record StudentT(double degreesOfFreedom, double mu, double scale) implements UnboundedDistribution {
    StudentT {
        Bounds.requireShape("df", degreesOfFreedom);
        Bounds.requireFinite("mu", mu);
        Bounds.requirePositive("scale", scale);
    }

    @Override
    public double quantile(double u) {
        // With x = df / (df + t^2), both tails beyond |t| together are I_x(df/2, 1/2), DLMF 8.17(i) and A&S 26.7.1.
        double outside = 2 * StrictMath.min(u, 1 - u);
        double s = IncompleteBeta.quantile(0.5 * degreesOfFreedom, 0.5, outside, 1 - outside);
        double t = StrictMath.sqrt(degreesOfFreedom) * StrictMath.exp(-0.5 * s);
        return mu + scale * (u < 0.5 ? -t : t);
    }

    @Override
    public double cdf(double x) {
        double t = (x - mu) / scale;
        double s = StrictMath.log(degreesOfFreedom) - 2 * StrictMath.log(StrictMath.abs(t));
        double outside = t == 0 ? 1 : IncompleteBeta.lower(0.5 * degreesOfFreedom, 0.5, s);
        return t < 0 ? 0.5 * outside : 1 - 0.5 * outside;
    }

    @Override
    public double density(double x) {
        double t = (x - mu) / scale;
        double logarithm = Beta.logBeta(0.5, 0.5 * degreesOfFreedom)
            + 0.5 * (degreesOfFreedom + 1) * StrictMath.log1p(t * t / degreesOfFreedom);
        return StrictMath.exp(-logarithm) / (scale * StrictMath.sqrt(degreesOfFreedom));
    }
}
