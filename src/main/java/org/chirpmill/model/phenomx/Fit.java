package org.chirpmill.model.phenomx;

/**
 * One fit over parameter space: a sum of terms
 *
 * <pre>  (chi_1 - chi_2)^a delta^b eta^(c/2) P(eta, S) / Q(eta, S)</pre>
 *
 * <p>with polynomials P and Q, or one such quotient in the final spin alone. {@link FitTable} reads them.
 */
public final class Fit {
    /** The fits over binaries of the same table, and this one's place among them; null over the final spin. */
    private final FitSheet sheet;
    private final int place;
    /** Coefficients of the powers of the final spin. */
    private final double[] numerator;
    private final double[] denominator;

    private Fit(FitSheet sheet, int place, double[] numerator, double[] denominator) {
        this.sheet = sheet;
        this.place = place;
        this.numerator = numerator;
        this.denominator = denominator;
    }

    static Fit overBinaries(FitSheet sheet, int place) {
        return new Fit(sheet, place, null, null);
    }

    /** A fit over the final spin, P / Q with coefficients of its powers 0, 1, 2, ... */
    static Fit overFinalSpin(double[] numerator, double[] denominator) {
        return new Fit(null, 0, numerator, denominator);
    }

    /** The fit's value for a binary. */
    public double at(AlignedBinary binary) {
        if (sheet == null) {
            throw new IllegalStateException("a fit over the final spin knows no binary");
        }
        return binary.fitted().of(sheet, place, binary);
    }

    /** The value of a fit over the final spin. */
    public double atFinalSpin(double finalSpin) {
        if (sheet != null) {
            throw new IllegalStateException("a fit over binaries needs one");
        }
        return polynomial(numerator, finalSpin) / polynomial(denominator, finalSpin);
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (int k = coefficients.length - 1; k >= 0; k--) {
            sum = sum * x + coefficients[k];
        }
        return sum;
    }
}
