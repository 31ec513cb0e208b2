package org.chirpmill.model.phenomx.phm;

import org.chirpmill.model.GridTables;
import org.chirpmill.model.phenomx.XasRow;
import org.chirpmill.model.phenomx.hm.CoprecessingKernel;
import org.chirpmill.model.phenomx.hm.CoprecessingRow;
import org.chirpmill.model.phenomx.hm.ModeRow;
import org.chirpmill.model.phenomx.precession.EulerAngles;
import org.chirpmill.model.phenomx.precession.ModeTwist;

/** IMRPhenomXPHM bin by bin: arXiv:2004.06503, Eqs. 3.5 to 3.7. IMRPhenomXP is the same with one mode. */
public final class XphmKernel {
    /** In the scratch array: the Euler angles, then the mode's real and imaginary part and two unused numbers. */
    private static final int MODE = EulerAngles.SIZE;

    private XphmKernel() {}

    /**
     * Launch shape: one thread a bin. Arguments as {@link org.chirpmill.model.BinKernel#polarizations} says; the row
     * is laid out as {@link XphmRow} says.
     */
    public static void polarizations(
            double[] rows, int row, double[] tables, int bins, int from, int to, double[] out) {
        double[] scratch = new double[EulerAngles.SIZE + 4];
        for (int bin = from; bin < to; bin++) {
            int at = 4 * (bin - from);
            out[at] = 0;
            out[at + 1] = 0;
            out[at + 2] = 0;
            out[at + 3] = 0;
            double f = tables[GridTables.FREQUENCY * bins + bin];
            boolean quadrupole = f <= rows[row + CoprecessingRow.L2M2 + XasRow.CUTOFF];
            boolean higherModes = f <= rows[row + CoprecessingRow.CUTOFF];
            if (f > 0 && (quadrupole || higherModes)) {
                addModes(rows, row, tables, bins, bin, scratch, out, at);
            }
        }
    }

    /** Modes of the same m' share their angles. */
    private static void addModes(
            double[] rows, int row, double[] tables, int bins, int bin, double[] scratch, double[] out, int at) {
        int precession = row + XphmRow.PRECESSION;
        double root = tables[GridTables.CUBE_ROOT * bins + bin];
        double logarithm = tables[GridTables.LOGARITHM * bins + bin];
        EulerAngles.at(rows, precession, root, logarithm, 2, scratch, 0);
        if (rows[row + CoprecessingRow.L2M2_SCALE] != 0) {
            clearMode(scratch);
            CoprecessingKernel.addL2M2(rows, row, tables, bins, bin, 1, 0, 0, 0, scratch, MODE);
            ModeTwist.add(rows, precession, 2, 2, scratch[MODE], scratch[MODE + 1], scratch, 0, out, at);
        }
        if (rows[row + CoprecessingRow.L3M2 + ModeRow.SCALE] != 0) {
            clearMode(scratch);
            CoprecessingKernel.addL3M2(rows, row, tables, bins, bin, 1, 0, 0, 0, scratch, MODE);
            ModeTwist.add(rows, precession, 3, 2, scratch[MODE], scratch[MODE + 1], scratch, 0, out, at);
        }
        if (rows[row + CoprecessingRow.L2M1 + ModeRow.SCALE] != 0) {
            EulerAngles.at(rows, precession, root, logarithm, 1, scratch, 0);
            clearMode(scratch);
            CoprecessingKernel.addL2M1(rows, row, tables, bins, bin, 1, 0, 0, 0, scratch, MODE);
            ModeTwist.add(rows, precession, 2, 1, scratch[MODE], scratch[MODE + 1], scratch, 0, out, at);
        }
        if (rows[row + CoprecessingRow.L3M3 + ModeRow.SCALE] != 0) {
            EulerAngles.at(rows, precession, root, logarithm, 3, scratch, 0);
            clearMode(scratch);
            CoprecessingKernel.addL3M3(rows, row, tables, bins, bin, 1, 0, 0, 0, scratch, MODE);
            ModeTwist.add(rows, precession, 3, 3, scratch[MODE], scratch[MODE + 1], scratch, 0, out, at);
        }
        if (rows[row + CoprecessingRow.L4M4 + ModeRow.SCALE] != 0) {
            EulerAngles.at(rows, precession, root, logarithm, 4, scratch, 0);
            clearMode(scratch);
            CoprecessingKernel.addL4M4(rows, row, tables, bins, bin, 1, 0, 0, 0, scratch, MODE);
            ModeTwist.add(rows, precession, 4, 4, scratch[MODE], scratch[MODE + 1], scratch, 0, out, at);
        }
    }

    private static void clearMode(double[] scratch) {
        scratch[MODE] = 0;
        scratch[MODE + 1] = 0;
    }
}
