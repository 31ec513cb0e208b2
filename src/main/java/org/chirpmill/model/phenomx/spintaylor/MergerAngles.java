package org.chirpmill.model.phenomx.spintaylor;

import org.chirpmill.model.ScalarMath;
import org.chirpmill.model.lanes.NodeMath;
import org.chirpmill.model.phenomx.Fit;
import org.chirpmill.model.phenomx.FitTable;

/**
 * alpha and beta through merger and ringdown, by M f = x: alpha = a + b x^-2 + c x^-4 and
 * beta = beta_0 + exp(-kappa x) x^-2 (a + b / x + c x^-2), from values and slopes at the end of the inspiral
 * (arXiv:2412.16721, Sec. II C). epsilon is the integral of cos(beta) d alpha. Work space of one thread.
 */
final class MergerAngles {
    private static final Fit DAMPING_21 = FitTable.read("hm/ringdown-fits.txt").fit("DAMPING_21");
    /** The integral's pieces in 1 / x, each as wide as this times its lower end, and the points of each. */
    private static final double WIDTH = 2.5;
    private static final int MOST_PIECES = 8;
    private static final int POINTS = 16;
    private static final Antiderivative INTEGRAL = new Antiderivative(POINTS);

    private final double[] starts = new double[MOST_PIECES + 1];
    private final double[] sums = new double[MOST_PIECES + 1];
    private final double[] series = new double[MOST_PIECES * (POINTS + 1)];
    private final double[] integrand = new double[POINTS];
    private final double[] inverses = new double[POINTS];
    private final double[] betas = NodeMath.array(POINTS);
    private final double[] sines = NodeMath.array(POINTS);
    private final double[] cosines = NodeMath.array(POINTS);

    private double alpha0;
    private double alpha2;
    private double alpha4;
    private double kappa;
    private double limit;
    private double beta2;
    private double beta3;
    private double beta4;
    private boolean isFlat;
    private double flatCosine;
    private int pieces;

    /** Sets alpha by its value and slope at one x and its value at another. */
    void setAlpha(double x1, double value1, double slope1, double x2, double value2) {
        double u1 = 1 / (x1 * x1);
        double u2 = 1 / (x2 * x2);
        double slope = slope1 * x1 * x1 * x1 / -2;
        double width = u2 - u1;
        alpha4 = ((value2 - value1) / width - slope) / width;
        alpha2 = slope - 2 * alpha4 * u1;
        alpha0 = value1 - u1 * (alpha2 + alpha4 * u1);
    }

    /**
     * Sets beta by its value at one x, and its value and slope at another.
     *
     * @param finalSpin the remnant's
     * @param finalMass over the binary's
     * @param damping of the (2, 2) mode, M f
     * @param end where beta goes, rad
     */
    void setBeta(double finalSpin, double finalMass, double damping, double end,
            double x1, double value1, double x2, double value2, double slope2) {
        isFlat = false;
        kappa = 2 * Math.PI * (DAMPING_21.atFinalSpin(finalSpin) / finalMass - damping);
        limit = end;
        double off1 = value1 - limit;
        double off2 = value2 - limit;
        double growth2 = StrictMath.exp(kappa * x2);
        double one = off1 * x1 * x1 * StrictMath.exp(kappa * x1);
        double two = off2 * x2 * x2 * growth2;
        double slope = -growth2 * x2 * x2 * (x2 * x2 * slope2 + x2 * (2 + kappa * x2) * off2);
        double w1 = 1 / x1;
        double w2 = 1 / x2;
        double width = w1 - w2;
        beta4 = ((one - two) / width - slope) / width;
        beta3 = slope - 2 * beta4 * w2;
        beta2 = two - w2 * (beta3 + beta4 * w2);
    }

    /** beta constant at 0 or pi, where there is no value to continue. */
    void setFlatBeta(double cosine) {
        isFlat = true;
        flatCosine = cosine;
    }

    double alpha(double x) {
        double u = 1 / (x * x);
        return alpha0 + u * (alpha2 + alpha4 * u);
    }

    double beta(double x) {
        return beta(x, ScalarMath.exp(decay(x)));
    }

    /** The exponent of what beta decays by. */
    double decay(double x) {
        return -kappa * x;
    }

    /** beta at x, where the exponential of {@link #decay} is known. */
    double beta(double x, double decayed) {
        if (isFlat) {
            return flatCosine < 0 ? Math.PI : 0;
        }
        double w = 1 / x;
        return limit + decayed * w * w * (beta2 + w * (beta3 + w * beta4));
    }

    /** cos(beta) d alpha / dx. */
    double epsilonRate(double x) {
        double w = 1 / x;
        return -ScalarMath.cos(beta(x)) * w * w * w * (2 * alpha2 + 4 * alpha4 * w * w);
    }

    /** Prepares {@link #epsilon} between two x. */
    void integrate(double from, double to) {
        double end = 1 / from;
        double start = 1 / to;
        pieces = 0;
        double sum = 0;
        while (pieces < MOST_PIECES && start < end) {
            double next = pieces == MOST_PIECES - 1 ? end : Math.min(end, (1 + WIDTH) * start);
            double half = (next - start) / 2;
            for (int point = 0; point < POINTS; point++) {
                inverses[point] = start + half + half * INTEGRAL.place(point);
                betas[point] = decay(1 / inverses[point]);
            }
            NodeMath.exp(betas, POINTS, betas);
            for (int point = 0; point < POINTS; point++) {
                betas[point] = beta(1 / inverses[point], betas[point]);
            }
            NodeMath.sincos(betas, POINTS, sines, cosines);
            for (int point = 0; point < POINTS; point++) {
                double w = inverses[point];
                integrand[point] = half * cosines[point] * w * (2 * alpha2 + 4 * alpha4 * w * w);
            }
            INTEGRAL.of(integrand, series, pieces * (POINTS + 1));
            starts[pieces] = start;
            sums[pieces] = sum;
            sum += INTEGRAL.at(series, pieces * (POINTS + 1), 1);
            start = next;
            pieces++;
        }
        starts[pieces] = start;
        sums[pieces] = sum;
    }

    /** The integral of cos(beta) d alpha, to a constant. */
    double epsilon(double x) {
        double w = Math.clamp(1 / x, starts[0], starts[pieces]);
        int piece = 0;
        while (piece < pieces - 1 && starts[piece + 1] <= w) {
            piece++;
        }
        double place = (2 * w - starts[piece] - starts[piece + 1]) / (starts[piece + 1] - starts[piece]);
        return sums[piece] + INTEGRAL.at(series, piece * (POINTS + 1), place);
    }
}
