package org.chirpmill.prior;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.chirpmill.physics.CumulativeIntegral;

/**
 * The spin component along the orbital angular momentum, chi = a z, of a spin of magnitude a and tilt cosine z drawn
 * independently (arXiv:1805.10457, eq. A7). Closed form where a starts at zero and both are uniform with z from -1 to
 * 1; otherwise the density, the integral of p_a(a) p_z(chi/a) / a over a, is tabulated.
 *
 * <p>bilby also uses the closed form where a does not start at zero; there it does not hold, and we differ.
 */
final class AlignedSpin implements Distribution {
    private static final double INNER_TOLERANCE = 1e-14;
    private static final double OUTER_TOLERANCE = 1e-12;
    /** Tables have a kink at every entry; with so few panels the cdf still holds to about 1e-6. */
    private static final int INNER_PANELS = 32;
    private static final int OUTER_PANELS = 200;

    private final double minimum;
    private final double maximum;
    private final Spread spread;
    private final double cdfAtMinimum;
    private final double mass;

    /** The distribution before it is cut to minimum and maximum. */
    private sealed interface Spread permits Isotropic, Tabulated {
        double quantile(double u);

        double cdf(double chi);

        double density(double chi);
    }

    /**
     * A distribution of aligned spins.
     *
     * @param magnitude of a, from 0 upwards, bounded
     * @param tiltCosine of z, bounded
     * @param minimum where to cut below; NaN for nowhere
     * @param maximum where to cut above; NaN for nowhere
     */
    AlignedSpin(Distribution magnitude, Distribution tiltCosine, double minimum, double maximum) {
        requireBounded("a_prior", magnitude);
        requireBounded("z_prior", tiltCosine);
        if (magnitude.minimum() < 0) {
            throw new IllegalArgumentException(
                "a_prior must not reach below 0, here it starts at " + magnitude.minimum());
        }
        requireFiniteDensity("a_prior", magnitude, magnitude.maximum());
        requireFiniteDensity("z_prior", tiltCosine, tiltCosine.minimum());
        requireFiniteDensity("z_prior", tiltCosine, tiltCosine.maximum());
        double[] corners = corners(magnitude, tiltCosine);
        double lowest = corners[0];
        double highest = corners[corners.length - 1];
        this.minimum = Double.isNaN(minimum) ? lowest : StrictMath.max(minimum, lowest);
        this.maximum = Double.isNaN(maximum) ? highest : StrictMath.min(maximum, highest);
        Bounds.requireIncreasing(this.minimum, this.maximum);
        spread = isIsotropic(magnitude, tiltCosine)
            ? new Isotropic(magnitude.maximum())
            : new Tabulated(tabulate(magnitude, tiltCosine, corners));
        cdfAtMinimum = spread.cdf(this.minimum);
        mass = spread.cdf(this.maximum) - cdfAtMinimum;
        if (!(mass > 0)) {
            throw new IllegalArgumentException(
                "no spin lies between minimum " + this.minimum + " and maximum " + this.maximum);
        }
    }

    @Override
    public double minimum() {
        return minimum;
    }

    @Override
    public double maximum() {
        return maximum;
    }

    @Override
    public double quantile(double u) {
        return Bounds.clamp(spread.quantile(cdfAtMinimum + u * mass), minimum, maximum);
    }

    @Override
    public double cdf(double x) {
        return (spread.cdf(Bounds.clamp(x, minimum, maximum)) - cdfAtMinimum) / mass;
    }

    @Override
    public double density(double x) {
        return x >= minimum && x <= maximum ? spread.density(x) / mass : 0;
    }

    private static void requireBounded(String name, Distribution distribution) {
        if (distribution.isFixed() || distribution instanceof DiscreteValues
            || Double.isInfinite(distribution.minimum()) || Double.isInfinite(distribution.maximum())) {
            throw new IllegalArgumentException(name + " must be a distribution over a finite range");
        }
    }

    /** Where the integral over the magnitude takes it; at the lower end of the magnitude it may diverge. */
    private static void requireFiniteDensity(String name, Distribution distribution, double end) {
        if (Double.isInfinite(distribution.density(end))) {
            throw new IllegalArgumentException("the density of " + name + " must be finite at " + end);
        }
    }

    private static boolean isIsotropic(Distribution magnitude, Distribution tiltCosine) {
        return magnitude instanceof Uniform a && a.minimum() == 0
            && tiltCosine instanceof Uniform z && z.minimum() == -1 && z.maximum() == 1;
    }

    /** The products of the ends, and zero if it lies between: where the density has kinks; increasing. */
    private static double[] corners(Distribution a, Distribution z) {
        double[] products = DoubleStream.of(
            a.minimum() * z.minimum(), a.minimum() * z.maximum(), a.maximum() * z.minimum(), a.maximum() * z.maximum())
            .map(product -> product + 0.0) // makes -0 equal to 0
            .toArray();
        double low = Arrays.stream(products).min().orElseThrow();
        double high = Arrays.stream(products).max().orElseThrow();
        return DoubleStream.concat(DoubleStream.of(products), DoubleStream.of(0))
            .filter(corner -> corner >= low && corner <= high)
            .sorted()
            .distinct()
            .toArray();
    }

    private static CumulativeIntegral tabulate(Distribution a, Distribution z, double[] corners) {
        return CumulativeIntegral.ofPanels(OUTER_PANELS, chi -> convolution(a, z, chi), OUTER_TOLERANCE, corners);
    }

    /** Integral of p_a(a) p_z(chi/a) over ln a, which keeps small chi as smooth as large ones. */
    private static double convolution(Distribution a, Distribution z, double chi) {
        // The range of a in which chi/a lies between the ends of z.
        double farEnd = chi > 0 ? z.maximum() : z.minimum();
        double nearEnd = chi > 0 ? z.minimum() : z.maximum();
        double lowest = StrictMath.max(a.minimum(), chi / farEnd);
        double highest = nearEnd * chi > 0 ? StrictMath.min(a.maximum(), chi / nearEnd) : a.maximum();
        if (!(lowest < highest)) {
            return 0;
        }
        return CumulativeIntegral.ofPanels(
            INNER_PANELS,
            logA -> {
                double magnitude = StrictMath.exp(logA);
                return a.density(Bounds.clamp(magnitude, a.minimum(), a.maximum()))
                    * z.density(Bounds.clamp(chi / magnitude, z.minimum(), z.maximum()));
            },
            INNER_TOLERANCE,
            StrictMath.log(lowest),
            StrictMath.log(highest)).total();
    }

    /**
     * Magnitude uniform from 0 to A, direction isotropic: density -ln(|chi|/A) / (2A).
     *
     * @param limit A
     */
    private record Isotropic(double limit) implements Spread {
        private static final int MAXIMUM_NEWTON_STEPS = 60;

        /**
         * With |chi| = A e^-s, a fraction e^-s (1+s) lies closer to zero; s - ln(1+s) = -ln of that fraction is convex
         * in s, so Newton's method from above its root never overshoots.
         */
        @Override
        public double quantile(double u) {
            double inside = StrictMath.abs(2 * u - 1);
            if (inside == 0) {
                return 0;
            }
            double logarithm = -StrictMath.log(inside);
            double s = logarithm + StrictMath.sqrt(2 * logarithm);
            for (int step = 0; step < MAXIMUM_NEWTON_STEPS && s > 0; step++) {
                double move = (s - StrictMath.log1p(s) - logarithm) * (1 + s) / s;
                s -= move;
                if (!(move > 1e-16 * s)) {
                    break;
                }
            }
            double size = limit * StrictMath.exp(-StrictMath.max(s, 0));
            return u < 0.5 ? -size : size;
        }

        @Override
        public double cdf(double chi) {
            double part = StrictMath.min(StrictMath.abs(chi) / limit, 1);
            double inside = part == 0 ? 0 : part * (1 - StrictMath.log(part));
            return chi < 0 ? 0.5 - 0.5 * inside : 0.5 + 0.5 * inside;
        }

        @Override
        public double density(double chi) {
            return StrictMath.abs(chi) <= limit
                ? -StrictMath.log(StrictMath.abs(chi) / limit) / (2 * limit) : 0;
        }
    }

    /**
     * Any other pair.
     *
     * @param integral of the density over chi
     */
    private record Tabulated(CumulativeIntegral integral) implements Spread {
        @Override
        public double quantile(double u) {
            return integral.inverse(u * integral.total());
        }

        @Override
        public double cdf(double chi) {
            return integral.at(chi) / integral.total();
        }

        @Override
        public double density(double chi) {
            return integral.density(chi) / integral.total();
        }
    }
}
