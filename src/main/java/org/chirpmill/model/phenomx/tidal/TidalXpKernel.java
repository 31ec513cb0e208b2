package org.chirpmill.model.phenomx.tidal;

import org.chirpmill.model.GridTables;
import org.chirpmill.model.ScalarMath;
import org.chirpmill.model.phenomx.XasRow;
import org.chirpmill.model.phenomx.precession.EulerAngles;
import org.chirpmill.model.phenomx.precession.ModeTwist;

/** IMRPhenomXP with tides, bin by bin: the mode of {@link TidalXasKernel}, twisted. */
public final class TidalXpKernel {
    private TidalXpKernel() {}

    /**
     * Launch shape: one thread a bin. Arguments as {@link org.chirpmill.model.BinKernel#polarizations} says; the row
     * is laid out as {@link TidalXpRow} says.
     */
    public static void polarizations(
            double[] rows, int row, double[] tables, int bins, int from, int to, double[] out) {
        double[] angles = new double[EulerAngles.SIZE];
        for (int bin = from; bin < to; bin++) {
            int at = 4 * (bin - from);
            out[at] = 0;
            out[at + 1] = 0;
            out[at + 2] = 0;
            out[at + 3] = 0;
            double f = tables[GridTables.FREQUENCY * bins + bin];
            if (f > 0 && f <= rows[row + XasRow.CUTOFF]) {
                double amplitude =
                    rows[row + TidalXpRow.SCALE] * TidalXasKernel.amplitude(rows, row, tables, bins, bin);
                double phase = TidalXasKernel.phase(rows, row, tables, bins, bin);
                EulerAngles.at(rows, row + TidalXpRow.PRECESSION, tables[GridTables.CUBE_ROOT * bins + bin],
                    tables[GridTables.LOGARITHM * bins + bin], 2, angles, 0);
                ModeTwist.add(rows, row + TidalXpRow.PRECESSION, 2, 2, amplitude * ScalarMath.cos(phase),
                    amplitude * ScalarMath.sin(phase), angles, 0, out, at);
            }
        }
    }
}
