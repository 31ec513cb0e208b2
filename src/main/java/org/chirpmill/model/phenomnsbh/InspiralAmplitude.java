package org.chirpmill.model.phenomnsbh;

import static java.lang.Math.PI;

import org.chirpmill.model.MassScale;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.physics.PhysicalConstants;

/**
 * The inspiral's amplitude over its Newtonian part, |A(v)| / sqrt(|X(v)|), v = (pi M f)^(1/3): the stationary-phase
 * amplitude of arXiv:1005.3306, Appendix A, A the wave's own amplitude (Eq. A5) and X the rate at which its frequency
 * grows (Eq. A3), both over their leading orders and for two equal spins.
 */
final class InspiralAmplitude {
    private static final double LOG_16 = StrictMath.log(16);
    private static final double EULER = PhysicalConstants.EULER_GAMMA;
    /** Coefficients of v^6 log v^2. */
    private static final double RATE_LOG = -856.0 / 105;
    private static final double REAL_LOG = -428.0 / 105;

    /** Coefficients of v^2 ... v^7. */
    private final double[] rate;
    /** Coefficients of v^2 ... v^6, and of the imaginary part's v^5 and v^6. */
    private final double[] real;
    private final double[] imaginary;

    InspiralAmplitude(double eta, double chi) {
        rate = rate(eta, chi);
        real = real(eta, chi);
        imaginary = new double[] {-24 * eta, 428 * PI / 105};
    }

    /** X at v, over its leading order: where it is not positive the frequency does not grow. */
    double rate(double v) {
        double sum = 0;
        for (int k = rate.length - 1; k >= 0; k--) {
            double logarithmic = k == 4 ? 2 * RATE_LOG * StrictMath.log(v) : 0;
            sum = sum * v + rate[k] + logarithmic;
        }
        return 1 + v * v * sum;
    }

    /** Refuses a binary whose frequency ceases to grow before the inspiral ends, at a v: the amplitude has a pole. */
    void requireGrowthUntil(double v) throws SourceRefusedException {
        if (rate(v) <= 0) {
            throw new SourceRefusedException(PhenomNSBH.APPROXIMANT + "'s inspiral has an infinite amplitude before it "
                + "ends, where the post-Newtonian rate at which the frequency grows is zero: the black hole's spin and "
                + "the mass ratio are too large");
        }
    }

    /** Writes the row for frequencies in Hz; the scale is that of pi M. */
    void write(double[] rows, int row, MassScale scale) {
        double logV2 = 2.0 / 3 * scale.logarithm();
        for (int k = 2; k <= 7; k++) {
            double logarithmic = k == 6 ? RATE_LOG * logV2 : 0;
            rows[row + NsbhRow.RATE_2 + k - 2] = (rate[k - 2] + logarithmic) * scale.thirds(k);
        }
        for (int k = 2; k <= 6; k++) {
            double logarithmic = k == 6 ? REAL_LOG * logV2 : 0;
            rows[row + NsbhRow.REAL_2 + k - 2] = (real[k - 2] + logarithmic) * scale.thirds(k);
        }
        rows[row + NsbhRow.RATE_LOG] = 2.0 / 3 * RATE_LOG * scale.thirds(6);
        rows[row + NsbhRow.REAL_LOG] = 2.0 / 3 * REAL_LOG * scale.thirds(6);
        rows[row + NsbhRow.IMAGINARY_5] = imaginary[0] * scale.thirds(5);
        rows[row + NsbhRow.IMAGINARY_6] = imaginary[1] * scale.thirds(6);
    }

    /** Eq. A3. */
    private static double[] rate(double eta, double chi) {
        double eta2 = eta * eta;
        double eta3 = eta2 * eta;
        double chi2 = chi * chi;
        return new double[] {
            -743.0 / 336 - 11.0 / 4 * eta,
            4 * PI + (-113.0 / 12 + 19.0 / 3 * eta) * chi,
            34103.0 / 18144 + 13661.0 / 2016 * eta + 59.0 / 18 * eta2 + (5 - eta / 8) * chi2,
            -(4159.0 / 672 + 189.0 / 8 * eta) * PI
                + (-31571.0 / 1008 + 1165.0 / 24 * eta + 21863.0 / 504 * eta - 79.0 / 3 * eta2) * chi
                + (-3.0 / 4 + 9.0 / 4 * eta) * chi2 * chi,
            16447322263.0 / 139708800 - 1712.0 / 105 * EULER + 16 * PI * PI / 3 - 856.0 / 105 * LOG_16
                + (451 * PI * PI / 48 - 56198689.0 / 217728) * eta + 541.0 / 896 * eta2 - 5605.0 / 2592 * eta3
                + (-80 * PI / 3 + 40 * PI / 3 * eta) * chi
                + (64153.0 / 1008 - (1135.0 / 18 + 457.0 / 36 + 787.0 / 144) * eta + 3037.0 / 144 * eta2) * chi2,
            (-4415.0 / 4032 + 358675.0 / 6048 * eta + 91495.0 / 1512 * eta2) * PI
                + (-2529407.0 / 27216 + (845827.0 / 6048 + 1580239.0 / 27216) * eta
                    - (41551.0 / 864 + 451597.0 / 3024) * eta2 + 2045.0 / 216 * eta3) * chi
                + 12 * PI * chi2
                + (-1505.0 / 24 + (107.0 / 3 - 1.0 / 8 + 101.0 / 24) * eta + (3.0 / 8 - 5.0 / 12) * eta2) * chi2 * chi};
    }

    /** Eq. A5, the real parts. */
    private static double[] real(double eta, double chi) {
        double eta2 = eta * eta;
        return new double[] {
            (-107 + 55 * eta) / 42,
            2 * PI + 4.0 / 3 * (eta - 1) * chi,
            -2173.0 / 1512 - (1069.0 / 216 - 2 * chi * chi) * eta + 2047.0 / 1512 * eta2,
            (-107 + 34 * eta) * PI / 21,
            27027409.0 / 646800 - 856.0 / 105 * EULER + 2 * PI * PI / 3 - 428.0 / 105 * LOG_16
                + (41 * PI * PI / 96 - 278185.0 / 33264) * eta - 20261.0 / 2772 * eta2
                + 114635.0 / 99792 * eta2 * eta};
    }
}
