package org.chirpmill.prior;

import org.hipparchus.special.Beta;

/**
 * The beta distribution stretched from 0 and 1 to two ends; bilby's {@code Beta}.
 *
 * @param alpha exponent at the lower end plus 1, positive
 * @param beta exponent at the upper end plus 1, positive
 * @param minimum lower end
 * @param maximum upper end
 */
record BetaDistribution(double alpha, double beta, double minimum, double maximum) implements RangedDistribution {
    BetaDistribution {
        Bounds.requireShape("alpha", alpha);
        Bounds.requireShape("beta", beta);
        Bounds.requireFiniteRange(minimum, maximum);
        Bounds.requireFinite("maximum - minimum", maximum - minimum);
    }

    @Override
    public double quantile(double u) {
        double s = IncompleteBeta.quantile(alpha, beta, u, 1 - u);
        return Bounds.clamp(minimum + (maximum - minimum) / (1 + StrictMath.exp(-s)), minimum, maximum);
    }

    @Override
    public double cdfWithin(double x) {
        return IncompleteBeta.lower(alpha, beta, StrictMath.log((x - minimum) / (maximum - x)));
    }

    @Override
    public double density(double x) {
        if (x < minimum || x > maximum) {
            return 0;
        }
        double range = maximum - minimum;
        double below = (x - minimum) / range;
        double above = (maximum - x) / range;
        return StrictMath.pow(below, alpha - 1) * StrictMath.pow(above, beta - 1)
            / (range * StrictMath.exp(Beta.logBeta(alpha, beta)));
    }
}
