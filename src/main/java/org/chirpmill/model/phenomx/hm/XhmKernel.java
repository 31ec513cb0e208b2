package org.chirpmill.model.phenomx.hm;

import org.chirpmill.model.GridTables;

/** IMRPhenomXHM bin by bin: the modes summed with spherical harmonics. */
public final class XhmKernel {
    private XhmKernel() {}

    /**
     * Launch shape: one thread a bin. Arguments as {@link org.chirpmill.model.BinKernel#polarizations} says; the row
     * is laid out as {@link XhmRow} says.
     */
    public static void polarizations(
            double[] rows, int row, double[] tables, int bins, int from, int to, double[] out) {
        for (int bin = from; bin < to; bin++) {
            int at = 4 * (bin - from);
            out[at] = 0;
            out[at + 1] = 0;
            out[at + 2] = 0;
            out[at + 3] = 0;
            if (tables[GridTables.FREQUENCY * bins + bin] > 0) {
                CoprecessingKernel.addL2M2(rows, row, tables, bins, bin,
                    -rows[row + XhmRow.PLUS_22], 0, 0, -rows[row + XhmRow.CROSS_22], out, at);
                CoprecessingKernel.addL2M1(rows, row, tables, bins, bin,
                    0, -rows[row + XhmRow.PLUS_21], rows[row + XhmRow.CROSS_21], 0, out, at);
                CoprecessingKernel.addL3M3(rows, row, tables, bins, bin,
                    0, rows[row + XhmRow.PLUS_33], -rows[row + XhmRow.CROSS_33], 0, out, at);
                CoprecessingKernel.addL3M2(rows, row, tables, bins, bin,
                    -rows[row + XhmRow.PLUS_32], 0, 0, -rows[row + XhmRow.CROSS_32], out, at);
                CoprecessingKernel.addL4M4(rows, row, tables, bins, bin,
                    rows[row + XhmRow.PLUS_44], 0, 0, rows[row + XhmRow.CROSS_44], out, at);
            }
        }
    }
}
