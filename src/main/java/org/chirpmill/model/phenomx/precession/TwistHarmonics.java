package org.chirpmill.model.phenomx.precession;

/** Spherical harmonics of spin weight -2 at azimuth 0, arXiv:0709.0093, Eqs. II.7 and II.8, weighed for the twist. */
final class TwistHarmonics {
    private static final int LOWEST = 2;
    private static final int HIGHEST = 4;

    /** The factors of the sum's terms, norm included: of (l, m) and k at [l - 2][l + m][k]. */
    private static final double[][][] TERMS = terms();
    /** (-1)^l / 2 times the root of binomial(2 l, l + m), of (l, m) at [l - 2][l + m]. */
    private static final double[][] WEIGHTS = weights();

    private TwistHarmonics() {}

    static void write(TotalMomentumFrame frame, double[] rows, int offset) {
        // Half angles from the larger of both projections: near 0 and pi the other has no digits left.
        double whole = Math.sqrt(
            frame.cosThetaJN() * frame.cosThetaJN() + frame.sinThetaJN() * frame.sinThetaJN());
        double cosine = frame.cosThetaJN() / whole;
        double sine = frame.sinThetaJN() / whole;
        double cosHalf = cosine >= 0 ? Math.sqrt((1 + cosine) / 2) : sine / Math.sqrt(2 * (1 - cosine));
        double sinHalf = cosine >= 0 ? sine / Math.sqrt(2 * (1 + cosine)) : Math.sqrt((1 - cosine) / 2);
        double[] cosines = powers(cosHalf);
        double[] sines = powers(sinHalf);
        int at = offset + PrecessionRow.HARMONIC_2;
        for (int l = LOWEST; l <= HIGHEST; l++) {
            double[] weights = WEIGHTS[l - LOWEST];
            for (int m = -l; m <= l; m++) {
                rows[at++] = weights[l + m] * sum(l, m, cosines, sines);
            }
        }
    }

    /** The harmonic (l, m) of weight -2 at polar angle theta from cos(theta / 2) and sin(theta / 2). */
    static double harmonic(int l, int m, double cosHalf, double sinHalf) {
        return sum(l, m, powers(cosHalf), powers(sinHalf));
    }

    /** A sum over k of powers of the cosine, 2 l + m - 2 - 2 k, and of the sine, 2 k - m + 2. */
    private static double sum(int l, int m, double[] cosines, double[] sines) {
        double[] terms = TERMS[l - LOWEST][l + m];
        double sum = 0;
        for (int k = Math.max(0, m - 2); k <= Math.min(l + m, l - 2); k++) {
            sum += terms[k] * cosines[2 * l + m - 2 - 2 * k] * sines[2 * k - m + 2];
        }
        return sum;
    }

    private static double[] powers(double base) {
        double[] powers = new double[2 * HIGHEST + 1];
        powers[0] = 1;
        for (int k = 1; k < powers.length; k++) {
            powers[k] = powers[k - 1] * base;
        }
        return powers;
    }

    private static double[][][] terms() {
        double[][][] terms = new double[HIGHEST - LOWEST + 1][][];
        for (int l = LOWEST; l <= HIGHEST; l++) {
            terms[l - LOWEST] = new double[2 * l + 1][l - 1];
            for (int m = -l; m <= l; m++) {
                double norm = Math.sqrt((2 * l + 1) / (4 * Math.PI)
                    * factorial(l + m) * factorial(l - m) * factorial(l + 2) * factorial(l - 2));
                for (int k = Math.max(0, m - 2); k <= Math.min(l + m, l - 2); k++) {
                    terms[l - LOWEST][l + m][k] = (k % 2 == 0 ? norm : -norm)
                        / (factorial(l + m - k) * factorial(l - 2 - k) * factorial(k) * factorial(k - m + 2));
                }
            }
        }
        return terms;
    }

    private static double[][] weights() {
        double[][] weights = new double[HIGHEST - LOWEST + 1][];
        for (int l = LOWEST; l <= HIGHEST; l++) {
            weights[l - LOWEST] = new double[2 * l + 1];
            for (int j = 0; j <= 2 * l; j++) {
                double binomial = factorial(2 * l) / (factorial(j) * factorial(2 * l - j));
                weights[l - LOWEST][j] = (l % 2 == 0 ? 0.5 : -0.5) * Math.sqrt(binomial);
            }
        }
        return weights;
    }

    private static double factorial(int n) {
        double product = 1;
        for (int i = 2; i <= n; i++) {
            product *= i;
        }
        return product;
    }
}
