package org.chirpmill.model.phenomx;

import org.chirpmill.model.Arctangent;
import org.chirpmill.model.CubeRoot;

/**
 * IMRPhenomXAS's phase in the ringdown, times eta, as a function of x = Mf: arXiv:2001.11412, Sec. VII C. The
 * derivative is c0 + c1 x^(-1/3) + c2 x^-2 + c4 x^-4 + cL / (damping^2 + (x - ringdown)^2).
 */
final class XasRingdownPhase {
    /** Half the spread of the inner Gauss-Lobatto nodes. */
    private static final double INNER = 0.5 / Math.sqrt(2);

    private static final int LORENTZIAN = 4;

    private final double ringdown;
    private final double damping;
    private final double[] nodes;
    private final double[] values;
    /** c0, c1, c2, c4, cL. */
    private final double[] coefficients;

    XasRingdownPhase(AlignedBinary binary, Landmarks landmarks, CoprecessingDeviations deviations) {
        ringdown = landmarks.ringdown();
        damping = landmarks.damping();
        nodes = gaussLobatto(firstNode(landmarks), ringdown + 1.25 * damping);
        nodes[3] = ringdown;
        double fourth = XasFit.RINGDOWN_PHASE_4.at(binary);
        double second = XasFit.RINGDOWN_PHASE_2_LESS_4.at(binary) + fourth;
        values = new double[] {XasFit.RINGDOWN_PHASE_1_LESS_2.at(binary) + second, second,
            XasFit.RINGDOWN_PHASE_3_LESS_4.at(binary) + fourth, fourth,
            XasFit.RINGDOWN_PHASE_5_LESS_4.at(binary) + fourth};
        coefficients = solve();
        coefficients[LORENTZIAN] += deviations.lorentzian();
    }

    /** Mf of the lowest node, Eq. 5.11. */
    static double firstNode(Landmarks landmarks) {
        return 0.6 * (0.5 * landmarks.ringdown() + landmarks.isco());
    }

    /** Five Gauss-Lobatto nodes on an interval. */
    static double[] gaussLobatto(double from, double to) {
        double length = to - from;
        return new double[] {
            from, from + (0.5 - INNER) * length, from + 0.5 * length, from + (0.5 + INNER) * length, from + length};
    }

    /** The phase, rad times eta, up to a constant. */
    double at(double x) {
        return at(x, CubeRoot.of(x));
    }

    /** The same where the cube root of x is known. */
    double at(double x, double root) {
        return coefficients[0] * x + 1.5 * coefficients[1] * root * root - coefficients[2] / x
            - coefficients[3] / (3 * x * x * x) + lorentzian() / damping * Arctangent.of((x - ringdown) / damping);
    }

    /** Its derivative by x. */
    double slope(double x) {
        return slope(x, CubeRoot.of(x));
    }

    /** The same where the cube root of x is known. */
    double slope(double x, double root) {
        double square = x * x;
        return coefficients[0] + coefficients[1] / root + coefficients[2] / square
            + coefficients[3] / (square * square)
            + lorentzian() / (damping * damping + (x - ringdown) * (x - ringdown));
    }

    /** Its second derivative by x. */
    double curvature(double x) {
        double cube = x * x * x;
        double away = x - ringdown;
        double square = damping * damping + away * away;
        return -coefficients[1] / (3 * x * CubeRoot.of(x)) - 2 * coefficients[2] / cube
            - 4 * coefficients[3] / (cube * x * x) - 2 * lorentzian() * away / (square * square);
    }

    double c0() {
        return coefficients[0];
    }

    double c1() {
        return coefficients[1];
    }

    double c2() {
        return coefficients[2];
    }

    double c4() {
        return coefficients[3];
    }

    /** cL, the height of the Lorentzian times its half width squared. */
    double lorentzian() {
        return coefficients[LORENTZIAN];
    }

    /** Mf of the quasi-normal mode. */
    double ringdown() {
        return ringdown;
    }

    /** Mf of its damping, the half width of the Lorentzian. */
    double damping() {
        return damping;
    }

    /** Mf of the nodes. */
    double[] nodes() {
        return nodes;
    }

    /** The derivative's values there. */
    double[] values() {
        return values;
    }

    /** In units of the ringdown frequency and of the damping every column is of order one. */
    private double[] solve() {
        int n = nodes.length;
        double[][] matrix = new double[n][];
        for (int i = 0; i < n; i++) {
            double u = nodes[i] / ringdown;
            double away = (nodes[i] - ringdown) / damping;
            double inverseSquare = 1 / (u * u);
            matrix[i] = new double[] {
                1, 1 / CubeRoot.of(u), inverseSquare, inverseSquare * inverseSquare, 1 / (1 + away * away)};
        }
        double[] solution = LinearSystem.solve(matrix, values.clone());
        double square = ringdown * ringdown;
        solution[1] *= CubeRoot.of(ringdown);
        solution[2] *= square;
        solution[3] *= square * square;
        solution[4] *= damping * damping;
        return solution;
    }
}
