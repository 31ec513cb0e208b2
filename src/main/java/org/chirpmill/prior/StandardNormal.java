package org.chirpmill.prior;

import org.hipparchus.special.Erf;

/** The normal distribution of mean 0 and width 1, to full relative accuracy in its lower tail. */
final class StandardNormal {
    private static final double SQRT_2 = 1.4142135623730951;
    private static final double SQRT_2_PI = 2.5066282746310002;
    /** Above it the inverse error function is exact to rounding; below, its argument would lose digits. */
    private static final double CENTRAL = 1e-3;
    private static final int MAXIMUM_NEWTON_STEPS = 60;

    private StandardNormal() {}

    static double cdf(double z) {
        return 0.5 * Erf.erfc(-z / SQRT_2);
    }

    static double density(double z) {
        return StrictMath.exp(-0.5 * z * z) / SQRT_2_PI;
    }

    /** The z with cdf(z) = p. */
    static double quantile(double p) {
        if (p <= 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (p >= 1) {
            return Double.POSITIVE_INFINITY;
        }
        return p > CENTRAL ? SQRT_2 * Erf.erfInv(2 * p - 1) : lowerTail(p);
    }

    /** Newton's method on ln cdf, which is concave: from the left of the root it never overshoots. */
    private static double lowerTail(double p) {
        double z = -StrictMath.sqrt(-2 * StrictMath.log(p)); // cdf(z) <= exp(-z^2/2) / 2 < p
        for (int step = 0; step < MAXIMUM_NEWTON_STEPS; step++) {
            double below = cdf(z);
            double move = StrictMath.log(p / below) * below / density(z);
            z += move;
            if (!(StrictMath.abs(move) > 1e-15 * StrictMath.abs(z))) {
                break;
            }
        }
        return z;
    }
}
