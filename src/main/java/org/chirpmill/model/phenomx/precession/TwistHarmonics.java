package org.chirpmill.model.phenomx.precession;

/** Spherical harmonics of spin weight -2 at azimuth 0, arXiv:0709.0093, Eqs. II.7 and II.8, weighed for the twist. */
final class TwistHarmonics {
    private TwistHarmonics() {}

    static void write(TotalMomentumFrame frame, double[] rows, int offset) {
        // Half angles from the larger of both projections: near 0 and pi the other has no digits left.
        double whole = Math.hypot(frame.cosThetaJN(), frame.sinThetaJN());
        double cosine = frame.cosThetaJN() / whole;
        double sine = frame.sinThetaJN() / whole;
        double cosHalf = cosine >= 0 ? Math.sqrt((1 + cosine) / 2) : sine / Math.sqrt(2 * (1 - cosine));
        double sinHalf = cosine >= 0 ? sine / Math.sqrt(2 * (1 + cosine)) : Math.sqrt((1 - cosine) / 2);
        int at = offset + PrecessionRow.HARMONIC_2;
        for (int l = 2; l <= 4; l++) {
            double binomial = 1;
            for (int j = 0; j <= 2 * l; j++) {
                rows[at++] = (l % 2 == 0 ? 0.5 : -0.5) * Math.sqrt(binomial) * harmonic(l, j - l, cosHalf, sinHalf);
                binomial = binomial * (2 * l - j) / (j + 1);
            }
        }
    }

    /** The harmonic (l, m) of weight -2 at polar angle theta from cos(theta / 2) and sin(theta / 2). */
    static double harmonic(int l, int m, double cosHalf, double sinHalf) {
        double sum = 0;
        for (int k = Math.max(0, m - 2); k <= Math.min(l + m, l - 2); k++) {
            double term = power(cosHalf, 2 * l + m - 2 - 2 * k) * power(sinHalf, 2 * k - m + 2)
                / (factorial(l + m - k) * factorial(l - 2 - k) * factorial(k) * factorial(k - m + 2));
            sum += k % 2 == 0 ? term : -term;
        }
        return sum * Math.sqrt((2 * l + 1) / (4 * Math.PI)
            * factorial(l + m) * factorial(l - m) * factorial(l + 2) * factorial(l - 2));
    }

    private static double power(double base, int exponent) {
        double product = 1;
        for (int i = 0; i < exponent; i++) {
            product *= base;
        }
        return product;
    }

    private static double factorial(int n) {
        double product = 1;
        for (int i = 2; i <= n; i++) {
            product *= i;
        }
        return product;
    }
}
