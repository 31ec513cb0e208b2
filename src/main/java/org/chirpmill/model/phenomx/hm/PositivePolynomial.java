package org.chirpmill.model.phenomx.hm;

/**
 * Whether a polynomial keeps its sign over an interval, by its coefficients in Bernstein's basis, between whose least
 * and greatest it stays; where these have both signs, by those of the interval's halves.
 */
final class PositivePolynomial {
    private static final int HALVINGS = 40;

    private PositivePolynomial() {}

    /**
     * Whether a polynomial has no zero in an interval.
     *
     * @param coefficients of 1, u, u^2, ...
     * @param from where the interval begins
     * @param to where it ends
     */
    static boolean keepsSign(double[] coefficients, double from, double to) {
        double[] bernstein = bernstein(shifted(coefficients, from, to - from));
        if (bernstein[0] < 0) {
            for (int i = 0; i < bernstein.length; i++) {
                bernstein[i] = -bernstein[i];
            }
        }
        return isPositive(bernstein, HALVINGS);
    }

    /** The coefficients in t, u = from + length t. */
    private static double[] shifted(double[] coefficients, double from, double length) {
        double[] shifted = coefficients.clone();
        int degree = coefficients.length - 1;
        for (int i = 0; i < degree; i++) {
            for (int k = degree - 1; k >= i; k--) {
                shifted[k] += from * shifted[k + 1];
            }
        }
        double power = 1;
        for (int k = 0; k <= degree; k++) {
            shifted[k] *= power;
            power *= length;
        }
        return shifted;
    }

    /** b_i = sum over k up to i of C(i, k) / C(n, k) a_k. */
    private static double[] bernstein(double[] monomials) {
        int degree = monomials.length - 1;
        double[] bernstein = new double[degree + 1];
        for (int i = 0; i <= degree; i++) {
            double quotient = 1;
            for (int k = 0; k <= i; k++) {
                bernstein[i] += quotient * monomials[k];
                quotient *= k < degree ? (double) (i - k) / (degree - k) : 0;
            }
        }
        return bernstein;
    }

    private static boolean isPositive(double[] bernstein, int halvings) {
        int degree = bernstein.length - 1;
        boolean allPositive = true;
        for (double coefficient : bernstein) {
            allPositive &= coefficient > 0;
        }
        if (allPositive || !(bernstein[0] > 0) || !(bernstein[degree] > 0) || halvings == 0) {
            return allPositive;
        }
        double[] left = new double[degree + 1];
        double[] right = bernstein.clone();
        for (int i = 0; i <= degree; i++) {
            left[i] = right[0];
            for (int k = 0; k < degree - i; k++) {
                right[k] = 0.5 * (right[k] + right[k + 1]);
            }
        }
        return isPositive(left, halvings - 1) && isPositive(right, halvings - 1);
    }
}
