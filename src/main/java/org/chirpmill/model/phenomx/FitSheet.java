package org.chirpmill.model.phenomx;

/**
 * All fits over binaries of one table, laid out to be evaluated together: hundreds of short polynomials one after the
 * other are loops whose ends no processor foresees. Here Horner's scheme runs through all of them side by side, power
 * by power, first in eta and then in the spin; sorted by length, those that have a power are the first few of them.
 *
 * <p>Three levels: rows are the polynomials in eta that stand beside a power of S, polynomials are the P and Q of the
 * terms, and terms make fits. {@link FitSheetLayout} makes the arrays.
 *
 * @param inEta the coefficient of eta^i in row r is element [i][r]; rows sorted by length
 * @param inSpin the row beside S^j in polynomial p is element [j][p]; polynomials sorted by length
 * @param overTotalSpin whether S of polynomial p is the total spin (1) or chiPN (0)
 * @param dividends polynomials P that have a Q
 * @param divisors their Q
 * @param factors the different factors of the terms
 * @param termFactors which factor each term has
 * @param termPolynomials which P
 * @param termFits which fit a term belongs to; terms of a fit in their order, but not side by side
 * @param fits how many fits there are
 */
record FitSheet(
    double[][] inEta,
    int[][] inSpin,
    int[] overTotalSpin,
    int[] dividends,
    int[] divisors,
    FitTerm.Factor[] factors,
    int[] termFactors,
    int[] termPolynomials,
    int[] termFits,
    int fits) {

    /** The values of all fits for a binary, in the table's order. */
    double[] at(AlignedBinary binary) {
        double[] polynomials = polynomials(rows(binary.eta()), binary);
        for (int k = 0; k < dividends.length; k++) {
            polynomials[dividends[k]] /= polynomials[divisors[k]];
        }
        double[] factor = new double[factors.length];
        for (int k = 0; k < factors.length; k++) {
            factor[k] = factors[k].at(binary);
        }
        double[] values = new double[fits];
        for (int k = 0; k < termFits.length; k++) {
            values[termFits[k]] += factor[termFactors[k]] * polynomials[termPolynomials[k]];
        }
        return values;
    }

    private double[] rows(double eta) {
        double[] rows = new double[inEta.length == 0 ? 0 : inEta[0].length];
        for (int i = inEta.length - 1; i >= 0; i--) {
            double[] coefficients = inEta[i];
            for (int r = 0; r < coefficients.length; r++) {
                rows[r] = rows[r] * eta + coefficients[r];
            }
        }
        return rows;
    }

    private double[] polynomials(double[] rows, AlignedBinary binary) {
        double[] spins = {binary.chiPN(), binary.totalSpin()};
        double[] polynomials = new double[overTotalSpin.length];
        for (int j = inSpin.length - 1; j >= 0; j--) {
            int[] beside = inSpin[j];
            for (int p = 0; p < beside.length; p++) {
                polynomials[p] = polynomials[p] * spins[overTotalSpin[p]] + rows[beside[p]];
            }
        }
        return polynomials;
    }
}
