package org.chirpmill.model.phenomx.tidal;

import org.chirpmill.model.AlignedPolarizations;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.phenomx.XasKernel;
import org.chirpmill.model.phenomx.XasRow;
import org.chirpmill.model.tides.TideKernel;

/** IMRPhenomXAS with tides, bin by bin. */
public final class TidalXasKernel {
    private TidalXasKernel() {}

    /**
     * Launch shape: one thread a bin. Arguments as {@link org.chirpmill.model.BinKernel#polarizations} says; the row
     * is laid out as {@link TidalXasRow} says.
     */
    public static void polarizations(
            double[] rows, int row, double[] tables, int bins, int from, int to, double[] out) {
        for (int bin = from; bin < to; bin++) {
            double f = tables[GridTables.FREQUENCY * bins + bin];
            double amplitude = 0;
            double phase = 0;
            if (f > 0 && f <= rows[row + XasRow.CUTOFF]) {
                amplitude = amplitude(rows, row, tables, bins, bin);
                phase = phase(rows, row, tables, bins, bin);
            }
            AlignedPolarizations.store(rows[row + XasRow.PLUS_AMPLITUDE] * amplitude,
                rows[row + XasRow.CROSS_AMPLITUDE] * amplitude, phase, out, 4 * (bin - from));
        }
    }

    /** The amplitude of the row, Hz^(-7/6), at a bin below its end. */
    static double amplitude(double[] rows, int row, double[] tables, int bins, int bin) {
        double f = tables[GridTables.FREQUENCY * bins + bin];
        double c = tables[GridTables.CUBE_ROOT * bins + bin];
        double newtonian = tables[GridTables.NEWTONIAN_AMPLITUDE * bins + bin];
        return TideKernel.amplitude(rows, row + TidalXasRow.TIDES, f, c, newtonian,
            tables[GridTables.LOGARITHM * bins + bin], XasKernel.amplitude(rows, row, f, c, newtonian));
    }

    /** The phase of h = A exp(i phase), rad, at a bin below the row's end. */
    static double phase(double[] rows, int row, double[] tables, int bins, int bin) {
        double f = tables[GridTables.FREQUENCY * bins + bin];
        double c = tables[GridTables.CUBE_ROOT * bins + bin];
        return XasKernel.phase(rows, row, f, c, tables[GridTables.LEADING_PHASE * bins + bin],
            tables[GridTables.LOGARITHM * bins + bin]) + TideKernel.phase(rows, row + TidalXasRow.TIDES, f, c);
    }
}
