package org.chirpmill.model.phenomx.hm;

import static java.lang.Math.PI;
import static org.chirpmill.physics.PhysicalConstants.EULER_GAMMA;

import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.phenomx.AlignedBinary;

/**
 * A mode's post-Newtonian amplitude in IMRPhenomXHM's first release, 122019, over the Newtonian (2, 2) amplitude, as a
 * function of root = x^(1/3), x = Mf: that of {@link PostNewtonianAmplitude}, but of (2, 1), unless the masses are very
 * unequal, |sum| / sqrt(D), the stationary-phase amplitude before it is expanded: the sum of the mode in the time
 * domain over the square root of TaylorT4's dv/dt, both over their first terms; arXiv:2001.10914, Sec. IV A and
 * Eqs. E3 and E4.
 */
final class FirstPostNewtonianAmplitude {
    /** D has these powers of root from 2 on, and the last but one times the logarithm of x. */
    static final int HIGHEST_OF_DENOMINATOR = 7;

    /** Above this eta, up to q = 40, the (2, 1) amplitude is not expanded. */
    private static final double EXTREME_ETA = 0.0237954;
    private static final double LOG_2 = StrictMath.log(2);
    /** v over root for m = 1, and log v^2 over log x^(2/3). */
    private static final double ORBITAL = CubeRoot.of(2 * PI);
    private static final double LOG_ORBITAL = 2 * StrictMath.log(2 * PI) / 3;
    /** 2^(-2/3). */
    private static final double SCALE = 1 / CubeRoot.of(4);

    private final double[] real = new double[PostNewtonianAmplitude.HIGHEST + 1];
    private final double[] imaginary = new double[PostNewtonianAmplitude.HIGHEST + 1];
    /** D's coefficients of root^k; the first is 1. */
    private final double[] denominator = new double[HIGHEST_OF_DENOMINATOR + 1];
    /** Coefficient of root^6 log x. */
    private double logarithmic;

    FirstPostNewtonianAmplitude(HigherMode mode, AlignedBinary binary) {
        denominator[0] = 1;
        if (mode == HigherMode.L2M1 && binary.eta() >= EXTREME_ETA) {
            set21(binary);
        } else {
            PostNewtonianAmplitude expanded = new PostNewtonianAmplitude(mode, binary);
            for (int k = 1; k < real.length; k++) {
                real[k] = expanded.real(k);
                imaginary[k] = expanded.imaginary(k);
            }
        }
    }

    /** The amplitude at x = root^3. */
    double at(double root) {
        double re = PostNewtonianAmplitude.sum(real, root);
        double im = PostNewtonianAmplitude.sum(imaginary, root);
        return StrictMath.hypot(re, im) / Math.sqrt(denominator(root));
    }

    /** Its derivative by root; zero where it vanishes. */
    double slope(double root) {
        double re = PostNewtonianAmplitude.sum(real, root);
        double im = PostNewtonianAmplitude.sum(imaginary, root);
        double modulus = StrictMath.hypot(re, im);
        double d = denominator(root);
        double change = modulus == 0 ? 0 : re / modulus * PostNewtonianAmplitude.slope(real, root)
            + im / modulus * PostNewtonianAmplitude.slope(imaginary, root);
        return (change - 0.5 * modulus * denominatorSlope(root) / d) / Math.sqrt(d);
    }

    double real(int k) {
        return real[k];
    }

    double imaginary(int k) {
        return imaginary[k];
    }

    /** D's coefficient of root^k. */
    double denominator(int k) {
        return denominator[k];
    }

    /** D's coefficient of root^6 log x. */
    double logarithmic() {
        return logarithmic;
    }

    private double denominator(double root) {
        double sixth = root * root * root * (root * root * root);
        double log = logarithmic == 0 ? 0 : logarithmic * 3 * StrictMath.log(root) * sixth;
        return PostNewtonianAmplitude.sum(denominator, root) + log;
    }

    private double denominatorSlope(double root) {
        double fifth = root * root * (root * root) * root;
        double log = logarithmic == 0 ? 0 : logarithmic * 3 * fifth * (6 * StrictMath.log(root) + 1);
        return PostNewtonianAmplitude.slope(denominator, root) + log;
    }

    /** In powers of v = (2 pi x)^(1/3), then of root. */
    private void set21(AlignedBinary binary) {
        double eta = binary.eta();
        double delta = binary.delta();
        double s = 0.5 * (binary.chiOne() + binary.chiTwo());
        double a = 0.5 * binary.spinDifference();
        setMode21(binary, eta, delta, s, a);
        setDenominator(eta, delta, s, a);
        double power = 1;
        for (int k = 0; k < denominator.length; k++) {
            if (k < real.length) {
                real[k] *= SCALE * power;
                imaginary[k] *= SCALE * power;
            }
            denominator[k] *= power;
            power *= ORBITAL;
        }
        logarithmic *= 4 * PI * PI;
    }

    /** h_21 in the time domain over its leading factor and i, arXiv:2001.10914, Eq. E3. */
    private void setMode21(AlignedBinary binary, double eta, double delta, double s, double a) {
        double one = binary.massOne();
        double two = binary.massTwo();
        double spin = one * one * binary.chiOne() + two * two * binary.chiTwo();
        double spinDifference = two * binary.chiTwo() - one * binary.chiOne();
        real[1] = delta / 3;
        real[2] = -0.5 * (a + s * delta);
        real[3] = delta / 3 * (-17.0 / 28 + 5 * eta / 7);
        real[4] = -43.0 / 21 * delta * spin + (-79 + 139 * eta) / 42 * spinDifference + delta / 3 * PI;
        imaginary[4] = delta / 3 * (-0.5 - 2 * LOG_2);
        real[5] = delta / 3 * ((-43 - 509 * eta) / 126 + 79 * eta * eta / 168);
        real[6] = delta / 3 * (-17 + 6 * eta) / 28 * PI;
        imaginary[6] = delta / 3 * (17.0 / 56 + 17 * LOG_2 / 14 + eta * (-353.0 / 28 - 3 * LOG_2 / 7));
    }

    /** TaylorT4's d(v^2)/dt over 64 eta v^10 / 5. */
    private void setDenominator(double eta, double delta, double s, double a) {
        denominator[2] = -743.0 / 336 - 11.0 / 4 * eta;
        denominator[3] = 4 * PI - 113.0 / 12 * a * delta + s * (19.0 / 3 * eta - 113.0 / 12);
        denominator[4] = 34103.0 / 18144 + eta * (13661.0 / 2016 + 59.0 / 18 * eta) + 81.0 / 8 * a * delta * s
            + a * a * (81.0 / 16 - 20 * eta) + s * s * (81.0 / 16 - eta / 4);
        denominator[5] = PI * (-4159.0 / 672 - 189.0 / 8 * eta) + a * delta * (-31319.0 / 1008 + 1159.0 / 24 * eta)
            + s * (-31319.0 / 1008 + eta * (22975.0 / 252 - 79.0 / 3 * eta));
        denominator[6] = 16447322263.0 / 139708800 - 1712.0 / 105 * (EULER_GAMMA + 2 * LOG_2)
            + PI * PI * (16.0 / 3 + 451.0 / 48 * eta)
            + eta * (-56198689.0 / 217728 + eta * (541.0 / 896 - 5605.0 / 2592 * eta))
            + PI * (-75.0 / 2 * a * delta + s * (74.0 / 3 * eta - 75.0 / 2))
            + a * a * (53353.0 / 672 + eta * (-77575.0 / 224 + 86 * eta))
            + s * s * (53353.0 / 672 + eta * (-16231.0 / 96 + 1163.0 / 24 * eta))
            + s * a * delta * (53353.0 / 336 - 3165.0 / 16 * eta);
        logarithmic = -856.0 / 105 * 2 / 3;
        denominator[6] += -856.0 / 105 * LOG_ORBITAL;
        denominator[7] = PI * (-4415.0 / 4032 + eta * (358675.0 / 6048 + 91495.0 / 1512 * eta))
            + a * delta * (-130325.0 / 756 + eta * (796069.0 / 2016 - 100019.0 / 864 * eta))
            + s * (-130325.0 / 756 + eta * (1575529.0 / 2592 + eta * (-341753.0 / 864 + 10819.0 / 216 * eta)));
    }
}
