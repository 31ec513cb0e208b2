package org.chirpmill.model.phenomx;

import org.chirpmill.model.Arctangent;

/**
 * IMRPhenomXAS's phase between inspiral and ringdown, times eta, as a function of x = Mf: arXiv:2001.11412, Sec.
 * VII B, its phase version 105. The derivative is a quartic in 1/x and the ringdown's Lorentzian, twice as wide.
 */
final class XasIntermediatePhase {
    private final double[] nodes;
    private final double[] values;
    /** b_k: the derivative's coefficient of x^-k, k = 0 ... 4. */
    private final double[] beta;
    private final double lorentzian;
    private final double ringdown;
    private final double width;

    /**
     * The piece between two joins.
     *
     * @param binary the source
     * @param startSlope the inspiral's derivative at the first join
     * @param after gives the Lorentzian, and the derivative at the last join: its value at its own first node, which
     *     lies a little below the join
     * @param from Mf of the first join
     * @param to Mf of the last join
     * @param deviations of a precessing binary
     */
    XasIntermediatePhase(AlignedBinary binary, double startSlope, XasRingdownPhase after, double from, double to,
            CoprecessingDeviations deviations) {
        ringdown = after.ringdown();
        width = 2 * after.damping();
        lorentzian = 4 * after.lorentzian();
        nodes = XasRingdownPhase.gaussLobatto(from, to);
        double fourth = after.values()[3];
        double third = XasFit.INTERMEDIATE_PHASE_3_LESS_RINGDOWN_4.at(binary) + fourth;
        double second = 0.75 * (XasFit.INTERMEDIATE_PHASE_2_LESS_RINGDOWN_4.at(binary) + fourth)
            + 0.25 * XasFit.INTERMEDIATE_PHASE_2.at(binary);
        values = new double[] {startSlope, second, third,
            XasFit.INTERMEDIATE_PHASE_4_LESS_3.at(binary) + third, after.values()[0]};
        beta = solve();
        beta[1] += deviations.intermediateInverse();
        beta[4] += deviations.intermediateFourth();
    }

    /** The phase, rad times eta, up to a constant. */
    double at(double x) {
        return at(x, StrictMath.log(x));
    }

    /** The same where the logarithm of x is known. */
    double at(double x, double logX) {
        double inverse = 1 / x;
        return beta[0] * x + beta[1] * logX
            - inverse * (beta[2] + inverse * (beta[3] / 2 + inverse * beta[4] / 3))
            + lorentzian / width * Arctangent.of((x - ringdown) / width);
    }

    /** Its derivative by x. */
    double slope(double x) {
        double inverse = 1 / x;
        return beta[0] + inverse * (beta[1] + inverse * (beta[2] + inverse * (beta[3] + inverse * beta[4])))
            + lorentzian(x);
    }

    /** Its second derivative by x. */
    double curvature(double x) {
        double inverse = 1 / x;
        double falling = beta[1] + inverse * (2 * beta[2] + inverse * (3 * beta[3] + inverse * 4 * beta[4]));
        double away = x - ringdown;
        double square = width * width + away * away;
        return -inverse * inverse * falling - 2 * lorentzian * away / (square * square);
    }

    /** b_k, the derivative's coefficient of x^-k. */
    double beta(int k) {
        return beta[k];
    }

    /** The height of the Lorentzian, and its width: c / (w^2 + (x - ringdown)^2). */
    double lorentzian() {
        return lorentzian;
    }

    /** The half width of the Lorentzian. */
    double width() {
        return width;
    }

    /** Mf of the nodes. */
    double[] nodes() {
        return nodes;
    }

    /** The derivative's values there. */
    double[] values() {
        return values;
    }

    private double lorentzian(double x) {
        return lorentzian / (width * width + (x - ringdown) * (x - ringdown));
    }

    private double[] solve() {
        double[] inverse = new double[nodes.length];
        double[] polynomial = new double[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            inverse[i] = 1 / nodes[i];
            polynomial[i] = values[i] - lorentzian(nodes[i]);
        }
        return NewtonPolynomial.through(inverse, polynomial).monomials();
    }
}
