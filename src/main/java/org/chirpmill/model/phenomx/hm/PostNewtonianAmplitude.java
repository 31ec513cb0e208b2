package org.chirpmill.model.phenomx.hm;

import static java.lang.Math.PI;

import java.util.stream.IntStream;
import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.phenomx.AlignedBinary;

/**
 * A mode's post-Newtonian amplitude in the frequency domain through third order, over the Newtonian (2, 2) amplitude:
 * a complex series in x^(1/3) with x = Mf, arXiv:2001.10914, Eqs. E10 to E14.
 */
final class PostNewtonianAmplitude {
    /** The highest power of x^(1/3). */
    static final int HIGHEST = 6;

    private static final double LOG_2 = StrictMath.log(2);
    private static final double LOG_THREE_HALVES = StrictMath.log(1.5);
    /** (2 pi / m)^(1/3) for m = 1 ... 4, at index m: what turns x^(1/3) into the orbital v. */
    private static final double[] ORBITAL =
        IntStream.rangeClosed(0, 4).mapToDouble(m -> m == 0 ? 0 : CubeRoot.of(2 * PI / m)).toArray();
    /** (m / 2)^(7/6), likewise. */
    private static final double[] NEWTONIAN =
        IntStream.rangeClosed(0, 4).mapToDouble(m -> 0.5 * m * Math.sqrt(CubeRoot.of(0.5 * m))).toArray();

    /** Real and imaginary parts of the coefficients of x^(k/3), factor included. */
    private final double[] real = new double[HIGHEST + 1];
    private final double[] imaginary = new double[HIGHEST + 1];

    private final double eta;
    private final double delta;
    /** Half sum and half difference of the spins. */
    private final double s;
    private final double a;

    PostNewtonianAmplitude(HigherMode mode, AlignedBinary binary) {
        eta = binary.eta();
        delta = binary.delta();
        s = 0.5 * (binary.chiOne() + binary.chiTwo());
        a = 0.5 * binary.spinDifference();
        double factor = switch (mode) {
            case L2M1 -> set21();
            case L3M3 -> set33();
            case L3M2 -> set32();
            case L4M4 -> set44();
        };
        double orbital = ORBITAL[mode.m()];
        double scale = factor * NEWTONIAN[mode.m()];
        for (int k = 1; k <= HIGHEST; k++) {
            scale *= orbital;
            real[k] *= scale;
            imaginary[k] *= scale;
        }
    }

    /** The modulus at x = root^3. */
    double modulus(double root) {
        return modulus(sum(real, root), sum(imaginary, root));
    }

    /** Its derivative by root; zero where the series vanishes. */
    double modulusSlope(double root) {
        double re = sum(real, root);
        double im = sum(imaginary, root);
        double modulus = modulus(re, im);
        return modulus == 0 ? 0 : (re * slope(real, root) + im * slope(imaginary, root)) / modulus;
    }

    double real(int k) {
        return real[k];
    }

    double imaginary(int k) {
        return imaginary[k];
    }

    /** The larger part is taken out: the squares of what nearly equal bodies radiate in odd modes would vanish. */
    private static double modulus(double re, double im) {
        double larger = Math.max(Math.abs(re), Math.abs(im));
        double quotient = Math.min(Math.abs(re), Math.abs(im)) / larger;
        return larger == 0 ? 0 : larger * Math.sqrt(1 + quotient * quotient);
    }

    /** sum_k coefficients_k root^k. */
    static double sum(double[] coefficients, double root) {
        double sum = 0;
        for (int k = coefficients.length - 1; k >= 0; k--) {
            sum = sum * root + coefficients[k];
        }
        return sum;
    }

    /** Its derivative by root. */
    static double slope(double[] coefficients, double root) {
        double sum = 0;
        for (int k = coefficients.length - 1; k >= 1; k--) {
            sum = sum * root + k * coefficients[k];
        }
        return sum;
    }

    /** Eq. E11. */
    private double set21() {
        real[1] = delta;
        real[2] = -1.5 * (a + s * delta);
        real[3] = delta * (335 + 1404 * eta) / 672;
        real[4] = (a * (3427 - 8404 * eta) + s * delta * (3427 - 3860 * eta) - 1344 * delta * PI) / 1344;
        imaginary[4] = -delta * 672 * (1 + 4 * LOG_2) / 1344;
        real[5] = (a * s * (-155965824 + 432843264 * eta) + 24385536 * PI * (a + s * delta)
            + delta * (-964357 + eta * (-23670792 + 21535920 * eta) + a * a * (-77982912 + 81285120 * eta)
                + s * s * (-77982912 + 39626496 * eta))) / 8.128512e6;
        real[6] = (a * (143063173 + eta * (-546199608 + 128873808 * eta))
            + s * delta * (143063173 - eta * (169191096 + 3859632 * eta))
            + PI * delta * (-9898560 + 20176128 * eta)
            + s * delta * a * a * (61725888 - 81285120 * eta) + a * a * a * (20575296 - 81285120 * eta)
            + a * s * s * (61725888 - 165618432 * eta) + delta * s * s * s * (20575296 - 1016064 * eta)) / 5.419008e6;
        imaginary[6] = -delta * (1350720 + 72043776 * eta + LOG_2 * (5402880 + 17224704 * eta)) / 5.419008e6;
        return Math.sqrt(2) / 3;
    }

    /** Eq. E12. */
    private double set33() {
        real[1] = delta;
        real[3] = delta * (-1945 + 2268 * eta) / 672;
        real[4] = (a * (325 - 1120 * eta) + s * delta * (325 - 80 * eta) + 120 * PI * delta) / 120;
        imaginary[4] = delta * (-504 + 720 * LOG_THREE_HALVES) / 120;
        real[5] = (a * s * (-2263282560.0 + 9053130240.0 * eta)
            + delta * (-1077664867.0 + eta * (-5926068792.0 + 2966264784.0 * eta)
                + a * a * (-1131641280.0 + 4470681600.0 * eta) + s * s * (-1131641280.0 + 55883520 * eta)))
            / 4.4706816e8;
        real[6] = (a * (22007835 - eta * (80190540 + 12428640 * eta))
            + s * delta * (22007835 - eta * (31722300 + 6078240 * eta))
            + PI * delta * (-9193500 + 17826480 * eta)) / 2.17728e6;
        imaginary[6] = delta * (26467560 - 98774368 * eta + LOG_THREE_HALVES * (-37810800 + 37558080 * eta))
            / 2.17728e6;
        return 0.75 * Math.sqrt(5.0 / 7);
    }

    /** Eq. E13. */
    private double set32() {
        real[2] = -1 + 3 * eta;
        real[3] = -4 * s * eta;
        real[4] = (10471 + eta * (-61625 + 82460 * eta)) / 10080;
        real[5] = (s * (-3955 + eta * (10810 - 12600 * eta)) + a * delta * (-3955 + 11865 * eta)) / 840;
        imaginary[5] = (2520 - 11088 * eta) / 840;
        real[6] = (824173699 + eta * (-26069649 + eta * (-13202119896.0 + 5907445488.0 * eta))
            + a * s * delta * (2263282560.0 - 15209631360.0 * eta) + 3576545280.0 * s * eta * PI
            + a * a * (1131641280.0 + eta * (-7865605440.0 + 13412044800.0 * eta))
            + s * s * (1131641280.0 + eta * (-11870591040.0 + 5830513920.0 * eta))) / 4.4706816e8;
        return Math.sqrt(5.0 / 7) / 3;
    }

    /** Eq. E14. */
    private double set44() {
        real[2] = 1 - 3 * eta;
        real[4] = (-158383 + eta * (641105 - 446460 * eta)) / 36960;
        real[5] = (s * (565 + eta * (-2075 + 1140 * eta)) + a * delta * (565 - 1695 * eta)
            + PI * (240 - 720 * eta)) / 120;
        imaginary[5] = (-1008 + 3579 * eta + LOG_2 * (960 - 2880 * eta)) / 120;
        real[6] = (7888301437.0 + eta * (-745140957231.0 + eta * (2271682065240.0 - 805075876080.0 * eta))
            + a * s * delta * (-147113366400.0 + 441340099200.0 * eta)
            + a * a * (-73556683200.0 + eta * (511264353600.0 - 871782912000.0 * eta))
            + s * s * (-73556683200.0 + eta * (224302478400.0 - 10897286400.0 * eta))) / 2.90594304e10;
        return 4 * Math.sqrt(2) / 9 * Math.sqrt(5.0 / 7);
    }
}
