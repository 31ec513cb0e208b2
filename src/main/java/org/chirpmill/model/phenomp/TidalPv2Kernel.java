package org.chirpmill.model.phenomp;

import org.chirpmill.model.GridTables;
import org.chirpmill.model.phenomd.PhenomDRow;
import org.chirpmill.model.phenomd.tidal.TidalDKernel;
import org.chirpmill.model.phenomx.precession.EulerAngles;

/** IMRPhenomPv2 with tides, bin by bin: the mode of {@link TidalDKernel}, twisted. */
public final class TidalPv2Kernel {
    private TidalPv2Kernel() {}

    /**
     * Launch shape: one thread a bin. Arguments as {@link org.chirpmill.model.BinKernel#polarizations} says; the row
     * is laid out as {@link TidalPv2Row} says.
     */
    public static void polarizations(
            double[] rows, int row, double[] tables, int bins, int from, int to, double[] out) {
        double[] angles = new double[EulerAngles.SIZE];
        for (int bin = from; bin < to; bin++) {
            int at = 4 * (bin - from);
            Pv2Kernel.clear(out, at);
            double f = tables[GridTables.FREQUENCY * bins + bin];
            if (f > 0 && f <= rows[row + PhenomDRow.CUTOFF]) {
                Pv2Kernel.addTwisted(rows, row + TidalPv2Row.TWIST,
                    TidalDKernel.amplitude(rows, row, tables, bins, bin),
                    TidalDKernel.phase(rows, row, tables, bins, bin), tables[GridTables.CUBE_ROOT * bins + bin],
                    tables[GridTables.LOGARITHM * bins + bin], angles, out, at);
            }
        }
    }
}
