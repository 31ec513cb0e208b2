package org.chirpmill.model.phenomx;

import static java.lang.Math.PI;

import java.util.stream.IntStream;
import org.chirpmill.model.Thirds;
import org.chirpmill.model.taylorf2.PostNewtonianPhasing;

/**
 * IMRPhenomXAS's inspiral phase times eta, as a function of x = Mf: arXiv:2001.11412, Sec. VII A, its phase version
 * 104. TaylorF2 with cubic spins and four calibrated terms; the constant term is left out, since the phase at f_ref
 * is set anyway.
 */
public final class XasInspiralPhase {
    /** The lowest power of x^(1/3). */
    public static final int LOWEST = -5;

    /** The magnitude of the coefficient of v^-5. */
    private static final double LEADING = 3.0 / 128;
    /** Mf of the first node. */
    private static final double FIRST_NODE = 0.0026;
    /** The others, as shares of the way to the last. */
    private static final double[] SHARES = {0, 0.25, 0.75, 1};

    /** pi^(k/3), k = -5 ... 3, at index k + 5. */
    private static final double[] PI_POWERS =
        IntStream.rangeClosed(LOWEST, 3).mapToDouble(k -> Thirds.power(PI, k)).toArray();
    private static final double LOG_PI = Math.log(PI);

    /** The coefficient of x^(k/3), k = -5 ... 6, at index k + 5. */
    private final double[] powers = new double[12];
    /** The same of x^(k/3) log x. */
    private final double[] logarithms = new double[12];
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

    /** The phase, rad times eta. */
    double at(double x) {
        double root = Math.cbrt(x);
        double logX = Math.log(x);
        double sum = 0;
        for (int i = powers.length - 1; i >= 0; i--) {
            sum = sum * root + (powers[i] + logarithms[i] * logX);
        }
        return sum * Thirds.power(x, LOWEST);
    }

    /** Its derivative by x. */
    double slope(double x) {
        double root = Math.cbrt(x);
        double logX = Math.log(x);
        double sum = 0;
        for (int i = powers.length - 1; i >= 0; i--) {
            double power = (i + LOWEST) / 3.0;
            sum = sum * root + (power * (powers[i] + logarithms[i] * logX) + logarithms[i]);
        }
        return sum * Thirds.power(x, LOWEST) / x;
    }

    /** Its second derivative by x. */
    double curvature(double x) {
        double root = Math.cbrt(x);
        double logX = Math.log(x);
        double sum = 0;
        for (int i = powers.length - 1; i >= 0; i--) {
            double power = (i + LOWEST) / 3.0;
            sum = sum * root + (power * (power - 1) * (powers[i] + logarithms[i] * logX)
                + (2 * power - 1) * logarithms[i]);
        }
        return sum * Thirds.power(x, LOWEST) / (x * x);
    }

    /** The coefficient of x^(k/3). */
    public double power(int k) {
        return powers[k - LOWEST];
    }

    /** The coefficient of x^(k/3) log x. */
    public double logarithm(int k) {
        return logarithms[k - LOWEST];
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
        PostNewtonianPhasing series = PostNewtonianPhasing.complete(
            binary.massOne(), binary.massTwo(), binary.chiOne(), binary.chiTwo(), 0, 0);
        for (int order = 0; order <= 7; order++) {
            double log = series.logCoefficient(order) / 3;
            add(order, -binary.eta() * (series.coefficient(order) + log * LOG_PI), -binary.eta() * log);
        }
        powers[5] = 0;
        add(7, -LEADING * spinTermsAt35PN(binary), 0);
        double at4PN = spinOrbitAt4PN(binary);
        add(8, -LEADING * at4PN * (LOG_PI - 1), -LEADING * at4PN);
    }

    /** Adds terms given as factors of v^(order - 5). */
    private void add(int order, double coefficient, double logarithm) {
        powers[order] += coefficient * PI_POWERS[order];
        logarithms[order] += logarithm * PI_POWERS[order];
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
            roots[i] = Math.cbrt(nodes[i]);
        }
        double[] bracket = NewtonPolynomial.through(roots, values).monomials();
        double norm = 5.0 / 128 * PI_POWERS[0];
        for (int k = 0; k < bracket.length; k++) {
            powers[3 + k - LOWEST] += norm * bracket[k] * 3 / (3 + k);
        }
    }
}
