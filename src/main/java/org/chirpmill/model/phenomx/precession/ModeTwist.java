package org.chirpmill.model.phenomx.precession;

import org.chirpmill.model.ScalarMath;

/**
 * Twists a co-precessing mode into both polarizations of the wave frame: arXiv:2004.06503, Eqs. 3.5 to 3.7, E18 and
 * E19, and the rotation by twice zeta of Eq. C28.
 */
public final class ModeTwist {
    private ModeTwist() {}

    /**
     * Adds the contribution of the modes (l, m') and (l, -m') at one positive frequency.
     *
     * @param rows coefficient rows
     * @param row offset of the precession's block
     * @param l 2, 3 or 4
     * @param mPrime l or l - 1
     * @param modeReal real part of the co-precessing h_(l,-m') at the positive frequency, strain/Hz
     * @param modeImaginary its imaginary part
     * @param angles the Euler angles of this m', laid out as {@link EulerAngles} says
     * @param angle where in {@code angles}
     * @param out gets Re h_plus, Im h_plus, Re h_cross, Im h_cross added, strain/Hz
     * @param at where in {@code out}
     */
    public static void add(double[] rows, int row, int l, int mPrime, double modeReal, double modeImaginary,
            double[] angles, int angle, double[] out, int at) {
        double c = angles[angle + EulerAngles.COS_HALF];
        double s = angles[angle + EulerAngles.SIN_HALF];
        double alpha = angles[angle + EulerAngles.ALPHA];
        double cosAlpha = ScalarMath.cos(alpha);
        double sinAlpha = ScalarMath.sin(alpha);
        int order = 2 * l;
        int first = row + PrecessionRow.HARMONIC_2 + (l - 2) * (l + 2);
        // d_(m,l) is a binomial term c^(l+m) s^(l-m); d_(m,l-1) is its derivative with respect to beta.
        boolean lowered = mPrime < l;
        int degree = lowered ? order - 1 : order;
        double scale = 1 / Math.sqrt(order);
        double sign = (degree + mPrime) % 2 == 0 ? 1 : -1;
        double wReal = c * cosAlpha;
        double wImaginary = c * sinAlpha;
        double plusReal = 0;
        double plusImaginary = 0;
        double minusReal = 0;
        double minusImaginary = 0;
        double power = 1;
        for (int k = degree; k >= 0; k--) {
            double weight = power * (lowered ? scale * (order - k) * c : 1);
            double next = power * (lowered ? -scale * (k + 1) * s : 0);
            int beside = lowered ? k + 1 : k;
            double plus = next * rows[first + beside];
            double minus = -next * sign * rows[first + order - beside];
            double real = plusReal * wReal - plusImaginary * wImaginary + weight * rows[first + k] + plus * cosAlpha;
            plusImaginary = plusReal * wImaginary + plusImaginary * wReal + plus * sinAlpha;
            plusReal = real;
            real = minusReal * wReal - minusImaginary * wImaginary + weight * sign * rows[first + order - k]
                + minus * cosAlpha;
            minusImaginary = minusReal * wImaginary + minusImaginary * wReal + minus * sinAlpha;
            minusReal = real;
            power *= s;
            sign = -sign;
        }
        double phase = l * alpha + mPrime * angles[angle + EulerAngles.EPSILON];
        double cosPhase = ScalarMath.cos(phase);
        double sinPhase = ScalarMath.sin(phase);
        double hReal = modeReal * cosPhase + modeImaginary * sinPhase;
        double hImaginary = modeImaginary * cosPhase - modeReal * sinPhase;
        double cosTurn = rows[row + PrecessionRow.POLARIZATION_COS];
        double sinTurn = rows[row + PrecessionRow.POLARIZATION_SIN];
        // a = h SU exp(2 i zeta), b = h SV exp(-2 i zeta): h_plus = a + b, h_cross = i (a - b).
        double aFactorReal = hReal * cosTurn - hImaginary * sinTurn;
        double aFactorImaginary = hReal * sinTurn + hImaginary * cosTurn;
        double bFactorReal = hReal * cosTurn + hImaginary * sinTurn;
        double bFactorImaginary = hImaginary * cosTurn - hReal * sinTurn;
        double aReal = aFactorReal * minusReal - aFactorImaginary * minusImaginary;
        double aImaginary = aFactorReal * minusImaginary + aFactorImaginary * minusReal;
        double bReal = bFactorReal * plusReal - bFactorImaginary * plusImaginary;
        double bImaginary = bFactorReal * plusImaginary + bFactorImaginary * plusReal;
        out[at] += aReal + bReal;
        out[at + 1] += aImaginary + bImaginary;
        out[at + 2] -= aImaginary - bImaginary;
        out[at + 3] += aReal - bReal;
    }
}
