package org.chirpmill.model.phenomx.hm;

import org.chirpmill.model.Arctangent;
import org.chirpmill.model.phenomx.LinearSystem;

/**
 * A mode's phase between inspiral and ringdown as a function of x = Mf: arXiv:2001.10914, Sec. V B. The derivative is
 * c0 + c1/x + c2/x^2 + c3/x^3 + c4/x^4 + cL damping / (damping^2 + (x - ringdown)^2); only the mixed mode has c3.
 *
 * @param c0 to
 * @param c1 the
 * @param c2 coefficients
 * @param c3 of
 * @param c4 the derivative
 * @param lorentzian cL
 * @param ringdown the mode's quasi-normal frequency
 * @param damping its damping
 */
record IntermediatePhase(
    double c0,
    double c1,
    double c2,
    double c3,
    double c4,
    double lorentzian,
    double ringdown,
    double damping) {

    /**
     * Through values of the derivative at five nodes.
     *
     * @param nodes where, Mf
     * @param values the derivative there
     */
    static IntermediatePhase through(double[] nodes, double[] values, ModeLandmarks landmarks) {
        double[][] matrix = new double[nodes.length][];
        for (int i = 0; i < nodes.length; i++) {
            double inverse = nodes[0] / nodes[i];
            double square = inverse * inverse;
            matrix[i] = new double[] {1, inverse, square, square * square, lorentzian(nodes[i], landmarks)};
        }
        double[] solution = LinearSystem.solve(matrix, values.clone());
        return scaled(solution[0], solution[1], solution[2], 0, solution[3], solution[4], nodes[0], landmarks);
    }

    /**
     * Through values of the derivative at five nodes and its slope at a sixth.
     *
     * @param nodes where, Mf; the last is that of the slope
     * @param values the derivative there; the last is its slope
     */
    static IntermediatePhase throughWithSlope(double[] nodes, double[] values, ModeLandmarks landmarks) {
        double[][] matrix = new double[nodes.length][];
        int last = nodes.length - 1;
        for (int i = 0; i < last; i++) {
            double inverse = nodes[0] / nodes[i];
            double square = inverse * inverse;
            matrix[i] = new double[] {
                1, inverse, square, square * inverse, square * square, lorentzian(nodes[i], landmarks)};
        }
        matrix[last] = slopes(nodes[last], nodes[0], landmarks);
        double[] right = values.clone();
        right[last] *= nodes[0];
        double[] solution = LinearSystem.solve(matrix, right);
        return scaled(
            solution[0], solution[1], solution[2], solution[3], solution[4], solution[5], nodes[0], landmarks);
    }

    double at(double x) {
        return at(x, StrictMath.log(x));
    }

    /** The same where the logarithm of x is known. */
    double at(double x, double logX) {
        double inverse = 1 / x;
        return c0 * x + c1 * logX - inverse * (c2 + inverse * (c3 / 2 + inverse * c4 / 3))
            + lorentzian * Arctangent.of((x - ringdown) / damping);
    }

    /** The derivative by x. */
    double slope(double x) {
        double inverse = 1 / x;
        double away = x - ringdown;
        return c0 + inverse * (c1 + inverse * (c2 + inverse * (c3 + inverse * c4)))
            + lorentzian * damping / (damping * damping + away * away);
    }

    /** The same with a linear term more. */
    IntermediatePhase plus(double linear) {
        return new IntermediatePhase(c0 + linear, c1, c2, c3, c4, lorentzian, ringdown, damping);
    }

    /** In units of the damping it is of order one, as are the powers of 1/x in units of the first node. */
    private static double lorentzian(double x, ModeLandmarks landmarks) {
        double away = (x - landmarks.ringdown()) / landmarks.damping();
        return 1 / (1 + away * away);
    }

    /** The derivatives of all by x over the unit. */
    private static double[] slopes(double x, double unit, ModeLandmarks landmarks) {
        double inverse = unit / x;
        double square = inverse * inverse;
        double away = (x - landmarks.ringdown()) / landmarks.damping();
        double width = 1 + away * away;
        return new double[] {0, -square, -2 * square * inverse, -3 * square * square, -4 * square * square * inverse,
            -2 * away / (width * width) * unit / landmarks.damping()};
    }

    private static IntermediatePhase scaled(
            double c0, double c1, double c2, double c3, double c4, double lorentzian, double unit,
            ModeLandmarks landmarks) {
        double square = unit * unit;
        return new IntermediatePhase(c0, c1 * unit, c2 * square, c3 * square * unit, c4 * square * square,
            lorentzian * landmarks.damping(), landmarks.ringdown(), landmarks.damping());
    }
}
