package org.chirpmill.model.phenomx;

import static java.lang.Math.PI;

import java.util.Arrays;
import org.chirpmill.model.CubeRoot;

/**
 * IMRPhenomXAS's inspiral amplitude over the Newtonian one, as a function of x = Mf: arXiv:2001.11412, Sec. VI A. The
 * post-Newtonian series to 3PN, and three calibrated terms above it.
 */
final class XasInspiralAmplitude {
    /** The calibrated nodes as shares of the last inspiral frequency. */
    private static final double[] SHARES = {0.5, 0.75, 1};
    private static final double[] SHARE_ROOTS = Arrays.stream(SHARES).map(CubeRoot::of).toArray();
    private static final double ROOT_OF_PI = CubeRoot.of(PI);

    /** a_k of sum a_k x^(k/3), k = 0 ... 9. */
    private final double[] powers = new double[10];
    private final double[] nodes = new double[SHARES.length];
    private final double[] values;
    private final double lastRoot;

    XasInspiralAmplitude(AlignedBinary binary, double last) {
        lastRoot = CubeRoot.of(last);
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = SHARES[i] * last;
        }
        values = new double[] {XasFit.INSPIRAL_AMPLITUDE_2.at(binary), XasFit.INSPIRAL_AMPLITUDE_3.at(binary),
            XasFit.INSPIRAL_AMPLITUDE_4.at(binary)};
        setPostNewtonian(binary);
        setCalibrated();
    }

    double at(double x) {
        return atRoot(CubeRoot.of(x));
    }

    /** The derivative by x. */
    double slope(double x) {
        return slopeAtRoot(CubeRoot.of(x));
    }

    /** The same at x = root^3. */
    double atRoot(double root) {
        double sum = 0;
        for (int k = powers.length - 1; k >= 0; k--) {
            sum = sum * root + powers[k];
        }
        return sum;
    }

    /** The derivative by x at x = root^3. */
    double slopeAtRoot(double root) {
        double sum = 0;
        for (int k = powers.length - 1; k >= 1; k--) {
            sum = sum * root + k / 3.0 * powers[k];
        }
        return sum / (root * root);
    }

    /** The cube root of the last inspiral frequency. */
    double lastRoot() {
        return lastRoot;
    }

    /** The coefficient of x^(k/3). */
    double power(int k) {
        return powers[k];
    }

    /** Mf of the calibrated terms' nodes. */
    double[] nodes() {
        return nodes;
    }

    /** The calibrated terms' sum there. */
    double[] values() {
        return values;
    }

    /** The (2, 2) mode's amplitude in the stationary-phase approximation, re-expanded; body by body. */
    private void setPostNewtonian(AlignedBinary binary) {
        double eta = binary.eta();
        double eta2 = eta * eta;
        double m1 = binary.massOne();
        double m2 = binary.massTwo();
        double a = m1 * binary.chiOne();
        double b = m2 * binary.chiTwo();
        double root = ROOT_OF_PI;
        powers[0] = 1;
        powers[2] = (-323.0 / 224 + 451.0 / 168 * eta) * root * root;
        powers[3] = ((81 - 22 * m2) * a + (81 - 22 * m1) * b) / 24 * PI;
        powers[4] = (-27312085.0 / 8128512 - 1975055.0 / 338688 * eta + 105271.0 / 24192 * eta2
            - 81.0 / 32 * (a * a + b * b) - 47.0 / 16 * a * b) * PI * root;
        powers[5] = (85 * PI / 64 * (4 * eta - 1) + 3.0 / 8 * (a * a * a + b * b * b)
            + a * spinOrbitAt25PN(m1, m2) + b * spinOrbitAt25PN(m2, m1)) * PI * root * root;
        powers[6] = (-177520268561.0 / 8583708672.0 + (545384828789.0 / 5007163392.0 - 205 * PI * PI / 48) * eta
            - 3248849057.0 / 178827264 * eta2 + 34473079.0 / 6386688 * eta2 * eta
            + (a * a * spinSpinAt3PN(m2) + b * b * spinSpinAt3PN(m1) - a * b * (638642 + 1065992 * eta)) / 64512
            + PI * (a * (5.0 / 3 * m2 - 17.0 / 6) + b * (5.0 / 3 * m1 - 17.0 / 6))) * PI * PI;
    }

    private static double spinOrbitAt25PN(double mass, double other) {
        return (287213 - other * (182662 + 8332 * mass + 17816 * mass * other)) / 16128;
    }

    private static double spinSpinAt3PN(double other) {
        return -441351 - 565436 * other + 652796 * other * other;
    }

    /** x^(7/3) times a parabola in x^(1/3) through the nodes. */
    private void setCalibrated() {
        double[] roots = new double[nodes.length];
        double[] parabola = new double[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            roots[i] = SHARE_ROOTS[i] * lastRoot;
            parabola[i] = values[i] / (nodes[i] * nodes[i] * roots[i]);
        }
        double[] rho = NewtonPolynomial.through(roots, parabola).monomials();
        System.arraycopy(rho, 0, powers, 7, rho.length);
    }
}
