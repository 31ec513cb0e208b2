package org.chirpmill.model.phenomx.pnr;

import org.chirpmill.model.GridTables;
import org.chirpmill.model.ScalarMath;
import org.chirpmill.model.phenomx.XasKernel;
import org.chirpmill.model.phenomx.XasRow;
import org.chirpmill.model.phenomx.hm.CoprecessingRow;
import org.chirpmill.model.phenomx.hm.FirstReleaseKernel;
import org.chirpmill.model.phenomx.hm.ModeRow;
import org.chirpmill.model.phenomx.precession.AngleTableKernel;
import org.chirpmill.model.phenomx.precession.EulerAngles;
import org.chirpmill.model.phenomx.precession.ModeTwist;
import org.chirpmill.model.phenomx.precession.PrecessionRow;

/**
 * IMRPhenomXO4a and IMRPhenomXPNR bin by bin: arXiv:2004.06503, Eqs. 3.5 to 3.7, each mode at angles of its own, and
 * the antisymmetric part of (2, 2), arXiv:2310.16980.
 */
public final class PnrKernel {
    /** In the scratch array: the Euler angles, then a mode's real and imaginary part or a twisted mode. */
    private static final int MODE = EulerAngles.SIZE;
    private static final int SCRATCH = MODE + 4;

    private PnrKernel() {}

    /**
     * Launch shape: one thread a bin. Arguments as {@link org.chirpmill.model.BinKernel#polarizations} says; the row
     * is laid out as {@link PnrRow} says.
     */
    public static void polarizations(
            double[] rows, int row, double[] tables, int bins, int from, int to, double[] out) {
        double[] scratch = new double[SCRATCH];
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

    private static void addModes(
            double[] rows, int row, double[] tables, int bins, int bin, double[] scratch, double[] out, int at) {
        double f = tables[GridTables.FREQUENCY * bins + bin];
        int precession = row + PnrRow.PRECESSION;
        if (rows[row + CoprecessingRow.L2M2_SCALE] != 0 && f <= rows[row + CoprecessingRow.L2M2 + XasRow.CUTOFF]) {
            turn(rows, row, tables[GridTables.LOGARITHM * bins + bin], scratch);
            addQuadrupole(rows, row, tables, bins, bin, scratch, out, at);
        }
        if (rows[row + CoprecessingRow.L3M2 + ModeRow.SCALE] != 0) {
            turnTo(rows, row, row + PnrRow.MAP_L3M2, 2, f, scratch);
            clear(scratch);
            FirstReleaseKernel.addL3M2(rows, row, tables, bins, bin, 1, 0, 0, 0, scratch, MODE);
            ModeTwist.add(rows, precession, 3, 2, scratch[MODE], scratch[MODE + 1], scratch, 0, out, at);
        }
        if (rows[row + CoprecessingRow.L2M1 + ModeRow.SCALE] != 0) {
            turnTo(rows, row, row + PnrRow.MAP_L2M1, 1, f, scratch);
            clear(scratch);
            FirstReleaseKernel.addL2M1(rows, row, tables, bins, bin, 1, 0, 0, 0, scratch, MODE);
            ModeTwist.add(rows, precession, 2, 1, scratch[MODE], scratch[MODE + 1], scratch, 0, out, at);
        }
        if (rows[row + CoprecessingRow.L3M3 + ModeRow.SCALE] != 0) {
            turnTo(rows, row, row + PnrRow.MAP_L3M3, 3, f, scratch);
            clear(scratch);
            FirstReleaseKernel.addL3M3(rows, row, tables, bins, bin, 1, 0, 0, 0, scratch, MODE);
            ModeTwist.add(rows, precession, 3, 3, scratch[MODE], scratch[MODE + 1], scratch, 0, out, at);
        }
        if (rows[row + CoprecessingRow.L4M4 + ModeRow.SCALE] != 0) {
            turnTo(rows, row, row + PnrRow.MAP_L4M4, 4, f, scratch);
            clear(scratch);
            FirstReleaseKernel.addL4M4(rows, row, tables, bins, bin, 1, 0, 0, 0, scratch, MODE);
            ModeTwist.add(rows, precession, 4, 4, scratch[MODE], scratch[MODE + 1], scratch, 0, out, at);
        }
    }

    /** Both parts of (2, 2). The angles are in the scratch array. */
    private static void addQuadrupole(
            double[] rows, int row, double[] tables, int bins, int bin, double[] scratch, double[] out, int at) {
        int mode = row + CoprecessingRow.L2M2;
        int precession = row + PnrRow.PRECESSION;
        int antisymmetric = row + PnrRow.ANTISYMMETRIC;
        double f = tables[GridTables.FREQUENCY * bins + bin];
        double c = tables[GridTables.CUBE_ROOT * bins + bin];
        double amplitude = rows[row + CoprecessingRow.L2M2_SCALE]
            * XasKernel.amplitude(rows, mode, f, c, tables[GridTables.NEWTONIAN_AMPLITUDE * bins + bin]);
        double phase = XasKernel.phase(rows, mode, f, c, tables[GridTables.LEADING_PHASE * bins + bin],
            tables[GridTables.LOGARITHM * bins + bin]);
        ModeTwist.add(rows, precession, 2, 2, amplitude * ScalarMath.cos(phase), amplitude * ScalarMath.sin(phase),
            scratch, 0, out, at);
        if (rows[antisymmetric + AntisymmetricRow.COUNT] > 0) {
            amplitude *= AntisymmetricKernel.ratio(rows, antisymmetric, f, bin);
            phase = AntisymmetricKernel.phase(rows, antisymmetric, f, phase, scratch[EulerAngles.ALPHA]);
            clear(scratch);
            ModeTwist.add(rows, precession, 2, 2, amplitude * ScalarMath.cos(phase),
                amplitude * ScalarMath.sin(phase), scratch, 0, scratch, MODE);
            // Of opposite sign in the (2, -2) mode, which is a of h_plus = a + b and h_cross = i (a - b): what would be
            // h_cross were it symmetric comes into h_plus with i, and h_plus into h_cross with -i.
            out[at] -= scratch[MODE + 3];
            out[at + 1] += scratch[MODE + 2];
            out[at + 2] += scratch[MODE + 1];
            out[at + 3] -= scratch[MODE];
        }
    }

    /** Puts the angles of a higher mode into the scratch array. */
    private static void turnTo(double[] rows, int row, int map, int m, double f, double[] scratch) {
        turn(rows, row, ScalarMath.log(AngleMapKernel.frequency(rows, map, m, f)), scratch);
    }

    /** Puts the angles of (2, 2) at a frequency with this logarithm into the scratch array. */
    private static void turn(double[] rows, int row, double logarithm, double[] scratch) {
        double logV = rows[row + PnrRow.PRECESSION + PrecessionRow.LOG_VELOCITY_2] + logarithm / 3;
        AngleTableKernel.at(rows, row + PnrRow.TABLE, logV, scratch, 0);
    }

    private static void clear(double[] scratch) {
        scratch[MODE] = 0;
        scratch[MODE + 1] = 0;
        scratch[MODE + 2] = 0;
        scratch[MODE + 3] = 0;
    }
}
