package org.chirpmill.model.phenomx;

import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.DoubleVector;

/**
 * What {@link FitSheet} computes, of as many binaries as there are lanes: the same operations on the same numbers, so
 * that no bit of a fit depends on the company. A number of work space there is {@link
 * org.chirpmill.model.lanes.Lanes#COUNT} numbers here, one a binary.
 */
final class FitSheetLanes {
    /** One work space a thread, as large as the largest sheet. */
    private static final ThreadLocal<double[]> WORK = ThreadLocal.withInitial(() -> new double[0]);

    private FitSheetLanes() {}

    /**
     * The values of all fits.
     *
     * @param sheet the fits
     * @param binaries at most as many as there are lanes
     * @return by fit, then by lane; what lanes without a binary hold means nothing
     */
    static double[] at(FitSheet sheet, List<AlignedBinary> binaries) {
        double[] work = workSpace(sheet);
        double[] eta = new double[COUNT];
        double[] spins = new double[2 * COUNT];
        int factor = sheet.rows() + sheet.overTotalSpin().length;
        double[] factors = new double[sheet.factors().room()];
        for (int lane = 0; lane < binaries.size(); lane++) {
            AlignedBinary binary = binaries.get(lane);
            eta[lane] = binary.eta();
            spins[lane] = binary.chiPN();
            spins[COUNT + lane] = binary.totalSpin();
            sheet.factors().write(binary, factors, 0);
            for (int k = 0; k < sheet.factors().count(); k++) {
                work[(factor + k) * COUNT + lane] = factors[k];
            }
        }
        evaluateRows(sheet, eta, work);
        evaluatePolynomials(sheet, spins, work);
        divide(sheet.dividends(), sheet.divisors(), work);
        return sums(sheet, factor, work);
    }

    private static double[] workSpace(FitSheet sheet) {
        int needed = (sheet.rows() + sheet.overTotalSpin().length + sheet.factors().count()) * COUNT;
        double[] work = WORK.get();
        if (work.length < needed) {
            work = Arrays.copyOf(work, needed);
            WORK.set(work);
        }
        return work;
    }

    private static void evaluateRows(FitSheet sheet, double[] eta, double[] work) {
        int[] lengths = sheet.rowLengths();
        double[] coefficients = sheet.rowCoefficients();
        DoubleVector x = DoubleVector.fromArray(SPECIES, eta, 0);
        int next = 0;
        for (int row = 0; row < lengths.length; row++) {
            DoubleVector sum = DoubleVector.broadcast(SPECIES, coefficients[next]);
            int end = next + lengths[row];
            for (int k = next + 1; k < end; k++) {
                sum = sum.fma(x, DoubleVector.broadcast(SPECIES, coefficients[k]));
            }
            next = end;
            sum.intoArray(work, row * COUNT);
        }
    }

    private static void evaluatePolynomials(FitSheet sheet, double[] spins, double[] work) {
        int[] lengths = sheet.polynomialLengths();
        int[] places = sheet.polynomialPlaces();
        int first = sheet.rows();
        int next = 0;
        for (int polynomial = 0; polynomial < lengths.length; polynomial++) {
            DoubleVector spin = DoubleVector.fromArray(SPECIES, spins, sheet.overTotalSpin()[polynomial] * COUNT);
            DoubleVector sum = DoubleVector.zero(SPECIES);
            int end = next + lengths[polynomial];
            for (int k = next; k < end; k++) {
                sum = sum.fma(spin, DoubleVector.fromArray(SPECIES, work, places[k] * COUNT));
            }
            next = end;
            sum.intoArray(work, (first + polynomial) * COUNT);
        }
    }

    private static void divide(int[] dividends, int[] divisors, double[] work) {
        for (int k = 0; k < dividends.length; k++) {
            DoubleVector.fromArray(SPECIES, work, dividends[k] * COUNT)
                .div(DoubleVector.fromArray(SPECIES, work, divisors[k] * COUNT))
                .intoArray(work, dividends[k] * COUNT);
        }
    }

    private static double[] sums(FitSheet sheet, int factor, double[] work) {
        double[] values = new double[sheet.fits() * COUNT];
        int next = 0;
        for (int fit = 0; fit < sheet.fits(); fit++) {
            DoubleVector sum = DoubleVector.zero(SPECIES);
            int end = next + sheet.fitLengths()[fit];
            for (int k = next; k < end; k++) {
                int term = sheet.fitTerms()[k];
                sum = sum.add(DoubleVector.fromArray(SPECIES, work, (factor + sheet.termFactors()[term]) * COUNT)
                    .mul(DoubleVector.fromArray(SPECIES, work, sheet.termPolynomials()[term] * COUNT)));
            }
            next = end;
            sum.intoArray(values, fit * COUNT);
        }
        return values;
    }
}
