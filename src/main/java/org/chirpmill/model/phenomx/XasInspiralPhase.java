package org.chirpmill.model.phenomx;

import static java.lang.Math.PI;

import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.Thirds;
import org.chirpmill.model.ThirdsSeries;
import org.chirpmill.model.taylorf2.PostNewtonianPhasing;

/**
 * IMRPhenomXAS's inspiral phase times eta, as a function of x = Mf: arXiv:2001.11412, Sec. VII A, its phase version
 * 104. TaylorF2 with cubic spins and four calibrated terms; the constant term is left out, since the phase at f_ref
 * is set anyway.
 */
public final class XasInspiralPhase {
    private static final int LOWEST = ThirdsSeries.LOWEST;

    /** The magnitude of the coefficient of v^-5. */
    private static final double LEADING = 3.0 / 128;
    /** Mf of the first node. */
    private static final double FIRST_NODE = 0.0026;
    private static final double FIRST_ROOT = CubeRoot.of(FIRST_NODE);
    /** The others, as shares of the way to the last. */
    private static final double[] SHARES = {0, 0.25, 0.75, 1};

    private static final double LOG_PI = StrictMath.log(PI);

    private final ThirdsSeries series = ThirdsSeries.ofZeros(6);
    private final double[] nodes = new double[SHARES.length];
    private final double[] values;

    XasInspiralPhase(AlignedBinary binary, Landmarks landmarks) {
        double last = 1.02 * landmarks.meco();
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = FIRST_NODE + SHARES[i] * (last - FIRST_NODE);
        }
        double third = XasFit.INSPIRAL_PHASE_3.at(binary);
        values = new double[] {XasFit.INSPIRAL_PHASE_1_LESS_3.at(binary) + third,
            XasFit.INSPIRAL_PHASE_2_LESS_3.at(binary) + third, third,
            XasFit.INSPIRAL_PHASE_4_LESS_3.at(binary) + third};
        addPostNewtonian(binary);
        addCalibrated();
    }

    /** The phase, rad times eta, as a series in x. */
    public ThirdsSeries series() {
        return series;
    }

    /** Mf of the nodes of the calibrated terms. */
    double[] nodes() {
        return nodes;
    }

    /** The values there of the calibrated bracket. */
    double[] values() {
        return values;
    }

    /** The series is in v = (pi x)^(1/3), LALSimulation's phase has the opposite sign of it. */
    private void addPostNewtonian(AlignedBinary binary) {
        PostNewtonianPhasing phasing = PostNewtonianPhasing.complete(
            binary.massOne(), binary.massTwo(), binary.chiOne(), binary.chiTwo(), 0, 0);
        for (int order = 0; order <= 7; order++) {
            double log = phasing.logCoefficient(order) / 3;
            double constant = order == 5 ? 0 : phasing.coefficient(order) + log * LOG_PI;
            add(order, -binary.eta() * constant, -binary.eta() * log);
        }
        add(7, -LEADING * spinTermsAt35PN(binary), 0);
        double at4PN = spinOrbitAt4PN(binary);
        add(8, -LEADING * at4PN * (LOG_PI - 1), -LEADING * at4PN);
    }

    /** Adds terms given as factors of v^(order - 5). */
    private void add(int order, double coefficient, double logarithm) {
        double power = Thirds.ofPi(order + LOWEST);
        series.add(order + LOWEST, coefficient * power, logarithm * power);
    }

    /**
     * Relative to the leading order: quadratic spins in the tail, and cubic spins, Marsat 2015, arXiv:1411.4118.
     * a and b are the bodies' spins over their masses, in units of the total mass.
     */
    private static double spinTermsAt35PN(AlignedBinary binary) {
        double m1 = binary.massOne();
        double m2 = binary.massTwo();
        double a = m1 * binary.chiOne();
        double b = m2 * binary.chiTwo();
        double tail = -10 * PI * (57 * a * a + 110 * a * b + 57 * b * b);
        double cubic = a * a * a * (14245 + 340 * m1) / 24 + b * b * b * (14245 + 340 * m2) / 24
            + a * a * b * (14065 + 20 * m2) / 8 + a * b * b * (14065 + 20 * m1) / 8;
        return tail + cubic;
    }

    /** Relative to the leading order, the factor of 3 log v - 1: the spin-orbit tail. */
    private static double spinOrbitAt4PN(AlignedBinary binary) {
        return -5 * PI / 9072 * (spinOrbitAt4PN(binary.massOne(), binary.massTwo(), binary.chiOne())
            + spinOrbitAt4PN(binary.massTwo(), binary.massOne(), binary.chiTwo()));
    }

    private static double spinOrbitAt4PN(double mass, double other, double chi) {
        return mass * chi * (2526282 - other * (1231084 + 714132 * mass - 94344 * mass * other));
    }

    /** The calibrated bracket is a cubic in x^(1/3) through the nodes of Eqs. 7.4 and 7.5; here it is integrated. */
    private void addCalibrated() {
        double[] roots = new double[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            roots[i] = i == 0 ? FIRST_ROOT : CubeRoot.of(nodes[i]);
        }
        double[] bracket = NewtonPolynomial.through(roots, values).monomials();
        double norm = 5.0 / 128 * Thirds.ofPi(LOWEST);
        for (int k = 0; k < bracket.length; k++) {
            series.add(3 + k, norm * bracket[k] * 3 / (3 + k), 0);
        }
    }
}
