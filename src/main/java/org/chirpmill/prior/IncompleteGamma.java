package org.chirpmill.prior;

import org.hipparchus.special.Gamma;

/**
 * The regularized incomplete gamma functions P(a, x) and Q(a, x) = 1 - P, each to full relative accuracy in its own
 * tail, and the inverse. Commons Statistics has the inverse too, but by way of {@code Math}, whose elementary functions
 * are other bits on other machines.
 */
final class IncompleteGamma {
    /** Below e^-40 the first term of the series for P is all of it. */
    private static final double TINY_LOGARITHM = -40;
    private static final double SMALL = 1e-17;
    private static final double CONVERGED = 4e-16;
    /** From here on Stirling's series, as far as it is taken here, is exact. */
    private static final double STIRLING = 16;

    private IncompleteGamma() {}

    /** P(a, x), the lower one. */
    static double lower(double a, double x) {
        return x <= 0 ? 0 : x < a + 1 ? series(a, x) : 1 - fraction(a, x);
    }

    /** Q(a, x), the upper one. */
    static double upper(double a, double x) {
        return x <= 0 ? 1 : x < a + 1 ? 1 - series(a, x) : fraction(a, x);
    }

    /** x^a e^-x / Gamma(a): x times the density at x. */
    static double densityPerLogarithm(double a, double x) {
        if (a < STIRLING) {
            return StrictMath.exp(a * StrictMath.log(x) - x - Gamma.logGamma(a));
        }
        // DLMF 5.11.1, in the form that keeps the digits where x is near a
        double b = 1 / (a * a);
        double correction = (1 / 12.0 - b * (1 / 360.0 - b * (1 / 1260.0 - b * (1 / 1680.0 - b / 1188.0)))) / a;
        return StrictMath.sqrt(a / (2 * StrictMath.PI)) * StrictMath.exp(-a * deviance((x - a) / a) - correction);
    }

    /** ln x where P(a, x) = u; minus infinity at u = 0, infinity at 1. */
    static double logarithmOfQuantile(double a, double u) {
        // P(a, x) <= x^a / Gamma(a + 1), DLMF 8.7.1, so that the root lies above.
        double lowest = (StrictMath.log(u) + Gamma.logGamma(a + 1)) / a;
        if (lowest < TINY_LOGARITHM || u >= 1) {
            return u >= 1 ? Double.POSITIVE_INFINITY : lowest;
        }
        // Q(a, x) < 2^-53 long before.
        double highest = StrictMath.log(a + 1 + 40 * (2 + StrictMath.sqrt(a)));
        return NewtonInBracket.root(t -> move(a, t, u), lowest, highest, start(a, u, lowest));
    }

    /** Of the logarithm of the smaller tail over what it should be, in t = ln x. */
    private static double move(double a, double t, double u) {
        double x = StrictMath.exp(t);
        double tail = u < 0.5 ? lower(a, x) : upper(a, x);
        double ratio = StrictMath.log(tail / (u < 0.5 ? u : 1 - u));
        double signed = u < 0.5 ? ratio : -ratio;
        return tail == 0 ? signed : signed * tail / densityPerLogarithm(a, x);
    }

    /** Wilson and Hilferty's cube of a normal quantile, Abramowitz and Stegun 26.4.17. */
    private static double start(double a, double u, double lowest) {
        double root = 1 - 1 / (9 * a) + StandardNormal.quantile(u) / (3 * StrictMath.sqrt(a));
        return a > 1 && root > 0 ? StrictMath.log(a * root * root * root) : lowest;
    }

    /** DLMF 8.11.4: P = x^a e^-x / Gamma(a + 1) (1 + x/(a+1) + x^2/((a+1)(a+2)) + ...). */
    private static double series(double a, double x) {
        double term = 1;
        double sum = 1;
        for (double n = a + 1; term > SMALL * sum; n++) {
            term *= x / n;
            sum += term;
        }
        return sum * densityPerLogarithm(a, x) / a;
    }

    /** DLMF 8.9.2: Q = x^a e^-x / Gamma(a) / (x+1-a - 1(1-a)/(x+3-a - 2(2-a)/(x+5-a - ...))), by Lentz's method. */
    private static double fraction(double a, double x) {
        double b = x + 1 - a;
        double c = 1 / Double.MIN_NORMAL;
        double d = 1 / b;
        double product = d;
        double change = 0;
        for (int n = 1; StrictMath.abs(change - 1) > CONVERGED; n++) {
            double numerator = -n * (n - a);
            b += 2;
            d = 1 / (numerator * d + b);
            c = b + numerator / c;
            change = c * d;
            product *= change;
        }
        return product * densityPerLogarithm(a, x);
    }

    /** e - ln(1 + e), without its cancellation about zero. */
    private static double deviance(double e) {
        if (StrictMath.abs(e) > 0.1) {
            return e - StrictMath.log1p(e);
        }
        // ln(1 + e) = 2 artanh(r) with r = e / (2 + e), DLMF 4.6.4: e - 2 r = e r, and the rest are r^3/3 + r^5/5 + ...
        double r = e / (2 + e);
        double square = r * r;
        double power = r * square;
        double sum = 0;
        for (int n = 3; StrictMath.abs(power) > SMALL * StrictMath.abs(e * r); n += 2) {
            sum += power / n;
            power *= square;
        }
        return e * r - 2 * sum;
    }
}
