package org.chirpmill.prior;

import org.hipparchus.special.Beta;

/**
 * The regularized incomplete beta function I_x(a, b), to full relative accuracy in its lower tail, and the inverse. The
 * variable is s = ln(x / (1 - x)), which has room at both ends. Commons Statistics has the inverse too, but by way of
 * {@code Math}, whose elementary functions are other bits on other machines.
 */
final class IncompleteBeta {
    /** Beyond e^-40, over the shape parameters, the first term of the series is all of the function. */
    private static final double TINY_LOGARITHM = -40;
    private static final double CONVERGED = 4e-16;

    private IncompleteBeta() {}

    /** I_x(a, b) at s; of -s, with a and b exchanged, it is the upper tail. */
    static double lower(double a, double b, double s) {
        double x = 1 / (1 + StrictMath.exp(-s));
        if (x == 0) {
            return 0;
        }
        return x < (a + 1) / (a + b + 2)
            ? densityPerS(a, b, s) * fraction(a, b, x) / a
            : 1 - densityPerS(a, b, s) * fraction(b, a, 1 / (1 + StrictMath.exp(s))) / b; // DLMF 8.17.4
    }

    /** x^a (1 - x)^b / B(a, b): the density over s. */
    static double densityPerS(double a, double b, double s) {
        return StrictMath.exp(a * -Softplus.of(-s) + b * -Softplus.of(s) - Beta.logBeta(a, b));
    }

    /**
     * The s where I_x(a, b) = u.
     *
     * @param u lower tail
     * @param v upper tail, 1 - u with all its digits
     */
    static double quantile(double a, double b, double u, double v) {
        double logBeta = Beta.logBeta(a, b);
        // I_x = x^a / (a B(a, b)) for small x, DLMF 8.17.7, and the same at the other end
        double lowest = (StrictMath.log(u) + StrictMath.log(a) + logBeta) / a;
        double highest = -(StrictMath.log(v) + StrictMath.log(b) + logBeta) / b;
        double left = TINY_LOGARITHM - StrictMath.log1p(b);
        double right = StrictMath.log1p(a) - TINY_LOGARITHM;
        if (lowest < left) {
            return lowest;
        }
        if (highest > right) {
            return highest;
        }
        double start = StrictMath.log(a / b)
            + StandardNormal.quantile(u) * StrictMath.sqrt(1 / a + 1 / b);
        return NewtonInBracket.root(s -> move(a, b, s, u, v), left - 1, right + 1, start);
    }

    /** Of the logarithm of the smaller tail over what it should be. */
    private static double move(double a, double b, double s, double u, double v) {
        double tail = u < v ? lower(a, b, s) : lower(b, a, -s);
        double ratio = StrictMath.log(tail / StrictMath.min(u, v));
        double signed = u < v ? ratio : -ratio;
        return tail == 0 ? signed : signed * tail / densityPerS(a, b, s);
    }

    /** The continued fraction of DLMF 8.17.22, by Lentz's method. */
    private static double fraction(double a, double b, double x) {
        double c = 1;
        double d = 1 / (1 - (a + b) * x / (a + 1));
        double product = d;
        double change = 0;
        for (int m = 1; StrictMath.abs(change - 1) > CONVERGED; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / (1 + even * d);
            c = 1 + even / c;
            product *= c * d;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / (1 + odd * d);
            c = 1 + odd / c;
            change = c * d;
            product *= change;
        }
        return product;
    }
}
