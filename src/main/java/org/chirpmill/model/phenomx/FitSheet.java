package org.chirpmill.model.phenomx;

import java.util.Arrays;

/**
 * All fits over binaries of one table, laid out to be evaluated together: hundreds of short polynomials one after the
 * other are loops whose ends no processor foresees. Here Horner's scheme runs through all of them side by side, power
 * by power, first in eta and then in the spin; sorted by length, those that have a power are the first few of them.
 *
 * <p>Rows are the polynomials in eta that stand beside a power of S; a polynomial P or Q without S is its only row;
 * terms take the polynomials and make fits. Work space holds the rows, then the polynomials with S, then the terms'
 * factors; it is what places below count in. {@link FitSheetLayout} makes the arrays, {@link
 * FitSheetLanes} evaluates several binaries side by side.
 *
 * @param inEta the coefficient of eta^i in row r is element [i][r]; the longest rows come first
 * @param inSpin the place of the row beside S^j in the polynomial p is element [j][p]; those of most powers come first
 * @param overTotalSpin whether S of polynomial p is the total spin (1) or chiPN (0)
 * @param rowLengths how many coefficients each row has
 * @param rowCoefficients the same as inEta, row by row, from the highest power down
 * @param polynomialLengths how many powers of S each polynomial has
 * @param polynomialPlaces the same as inSpin, polynomial by polynomial, from the highest power down
 * @param dividends places of polynomials P that have a Q
 * @param divisors places of their Q
 * @param factors the different factors of the terms
 * @param termFactors which factor each term has
 * @param termPolynomials the place of its P
 * @param termFits which fit a term belongs to; terms of a fit in their order, but not side by side
 * @param fitLengths how many terms each fit has
 * @param fitTerms which these are, fit by fit
 * @param fits how many fits there are
 */
record FitSheet(
    double[][] inEta,
    int[][] inSpin,
    int[] overTotalSpin,
    int[] rowLengths,
    double[] rowCoefficients,
    int[] polynomialLengths,
    int[] polynomialPlaces,
    int[] dividends,
    int[] divisors,
    FitFactors factors,
    int[] termFactors,
    int[] termPolynomials,
    int[] termFits,
    int[] fitLengths,
    int[] fitTerms,
    int fits) {

    /** One work space a thread: fresh memory for every binary would cost more than all the arithmetic. */
    private static final ThreadLocal<double[]> WORK = ThreadLocal.withInitial(() -> new double[0]);

    /** The values of all fits for a binary, in the table's order. */
    double[] at(AlignedBinary binary) {
        double[] work = workSpace();
        evaluateRows(binary.eta(), work);
        evaluatePolynomials(binary, work);
        for (int k = 0; k < dividends.length; k++) {
            work[dividends[k]] /= work[divisors[k]];
        }
        int factor = rows() + overTotalSpin.length;
        factors.write(binary, work, factor);
        double[] values = new double[fits];
        for (int k = 0; k < termFits.length; k++) {
            values[termFits[k]] += work[factor + termFactors[k]] * work[termPolynomials[k]];
        }
        return values;
    }

    private double[] workSpace() {
        int needed = rows() + overTotalSpin.length + factors.room();
        double[] work = WORK.get();
        if (work.length < needed) {
            work = new double[needed];
            WORK.set(work);
        }
        return work;
    }

    /** How many rows there are. */
    int rows() {
        return inEta.length == 0 ? 0 : inEta[0].length;
    }

    private void evaluateRows(double eta, double[] work) {
        int longer = 0;
        for (int i = inEta.length - 1; i >= 0; i--) {
            double[] coefficients = inEta[i];
            for (int r = 0; r < longer; r++) {
                work[r] = Math.fma(work[r], eta, coefficients[r]);
            }
            System.arraycopy(coefficients, longer, work, longer, coefficients.length - longer);
            longer = coefficients.length;
        }
    }

    private void evaluatePolynomials(AlignedBinary binary, double[] work) {
        double[] spins = {binary.chiPN(), binary.totalSpin()};
        int first = rows();
        Arrays.fill(work, first, first + overTotalSpin.length, 0);
        for (int j = inSpin.length - 1; j >= 0; j--) {
            int[] beside = inSpin[j];
            for (int p = 0; p < beside.length; p++) {
                work[first + p] = Math.fma(work[first + p], spins[overTotalSpin[p]], work[beside[p]]);
            }
        }
    }
}
