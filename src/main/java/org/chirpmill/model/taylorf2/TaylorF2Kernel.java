package org.chirpmill.model.taylorf2;

import org.chirpmill.model.AlignedPolarizations;
import org.chirpmill.model.GridTables;

/** TaylorF2 bin by bin. */
public final class TaylorF2Kernel {
    private TaylorF2Kernel() {}

    /**
     * Launch shape: one thread a bin. Arguments as {@link org.chirpmill.model.BinKernel#polarizations} says; the row
     * is laid out as {@link TaylorF2Row} says.
     */
    public static void polarizations(
            double[] rows, int row, double[] tables, int bins, int from, int to, double[] out) {
        for (int bin = from; bin < to; bin++) {
            double amplitude = 0;
            if (tables[GridTables.FREQUENCY * bins + bin] <= rows[row + TaylorF2Row.CUTOFF]) {
                amplitude = tables[GridTables.NEWTONIAN_AMPLITUDE * bins + bin];
            }
            double phase = phase(rows, row, tables[GridTables.CUBE_ROOT * bins + bin],
                tables[GridTables.LEADING_PHASE * bins + bin], tables[GridTables.LOGARITHM * bins + bin]);
            AlignedPolarizations.store(rows[row + TaylorF2Row.PLUS_AMPLITUDE] * amplitude,
                rows[row + TaylorF2Row.CROSS_AMPLITUDE] * amplitude, phase, out, 4 * (bin - from));
        }
    }

    /**
     * The phase of h = A exp(i phase), rad: minus that of arXiv:0907.0700, Eq. 3.18; c = f^(1/3),
     * leading = f^(-5/3).
     */
    static double phase(double[] rows, int row, double c, double leading, double logF) {
        double tides = rows[row + TaylorF2Row.PHASE_10] + c * c * (rows[row + TaylorF2Row.PHASE_12]
            + c * (rows[row + TaylorF2Row.PHASE_13] + c * rows[row + TaylorF2Row.PHASE_14]));
        double high = rows[row + TaylorF2Row.PHASE_5] + c * (rows[row + TaylorF2Row.PHASE_6]
            + c * (rows[row + TaylorF2Row.PHASE_7] + c * c * c * tides));
        double low = rows[row + TaylorF2Row.PHASE_0] + c * c * (rows[row + TaylorF2Row.PHASE_2]
            + c * (rows[row + TaylorF2Row.PHASE_3] + c * rows[row + TaylorF2Row.PHASE_4]));
        double logarithmic = logF * (rows[row + TaylorF2Row.LOG_5] + c * rows[row + TaylorF2Row.LOG_6]);
        return low * leading + high + logarithmic;
    }
}
