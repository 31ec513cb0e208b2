package org.chirpmill.model.phenomx.hm;

import org.chirpmill.model.GridTables;
import org.chirpmill.model.ScalarMath;
import org.chirpmill.model.phenomx.XasKernel;
import org.chirpmill.model.phenomx.XasRow;

/**
 * One bin of each of the five modes, from coefficients laid out as {@link CoprecessingRow} says. Each method adds
 * h_(l,-m) times two complex factors to four numbers, Re h_plus, Im h_plus, Re h_cross, Im h_cross: the factors are the
 * spherical harmonics of an aligned binary, or a precessing one's twist at this frequency; factors 1 and 0 give
 * the mode itself. Modes that were not prepared, or vanish, or have ended add nothing.
 *
 * <p>Launch shape: one thread a bin. Arguments of all methods:
 * <ul>
 * <li>rows, row: the coefficients, and where they begin;
 * <li>tables, bins, bin: the grid's {@link GridTables}, their length, and the bin, whose frequency is above zero;
 * <li>plusReal, plusImaginary, crossReal, crossImaginary: the factors;
 * <li>out, at: the four numbers, and where they lie.
 * </ul>
 */
public final class CoprecessingKernel {
    private CoprecessingKernel() {}

    /** Adds h_(2,-2). */
    public static void addL2M2(
            double[] rows, int row, double[] tables, int bins, int bin, double plusReal, double plusImaginary,
            double crossReal, double crossImaginary, double[] out, int at) {
        double f = tables[GridTables.FREQUENCY * bins + bin];
        int mode = row + CoprecessingRow.L2M2;
        double scale = rows[row + CoprecessingRow.L2M2_SCALE];
        if (scale != 0 && f <= rows[mode + XasRow.CUTOFF]) {
            double c = tables[GridTables.CUBE_ROOT * bins + bin];
            double amplitude = scale
                * XasKernel.amplitude(rows, mode, f, c, tables[GridTables.NEWTONIAN_AMPLITUDE * bins + bin]);
            double phase = XasKernel.phase(rows, mode, f, c, tables[GridTables.LEADING_PHASE * bins + bin],
                tables[GridTables.LOGARITHM * bins + bin]);
            double real = amplitude * ScalarMath.cos(phase);
            double imaginary = amplitude * ScalarMath.sin(phase);
            out[at] += plusReal * real - plusImaginary * imaginary;
            out[at + 1] += plusReal * imaginary + plusImaginary * real;
            out[at + 2] += crossReal * real - crossImaginary * imaginary;
            out[at + 3] += crossReal * imaginary + crossImaginary * real;
        }
    }

    /** Adds h_(2,-1). */
    public static void addL2M1(
            double[] rows, int row, double[] tables, int bins, int bin, double plusReal, double plusImaginary,
            double crossReal, double crossImaginary, double[] out, int at) {
        if (shows(rows, row, CoprecessingRow.L2M1, tables, bins, bin)) {
            ModeKernel.add(rows, row + CoprecessingRow.L2M1, tables, bins, bin,
                plusReal, plusImaginary, crossReal, crossImaginary, out, at);
        }
    }

    /** Adds h_(3,-3). */
    public static void addL3M3(
            double[] rows, int row, double[] tables, int bins, int bin, double plusReal, double plusImaginary,
            double crossReal, double crossImaginary, double[] out, int at) {
        if (shows(rows, row, CoprecessingRow.L3M3, tables, bins, bin)) {
            ModeKernel.add(rows, row + CoprecessingRow.L3M3, tables, bins, bin,
                plusReal, plusImaginary, crossReal, crossImaginary, out, at);
        }
    }

    /** Adds h_(3,-2). */
    public static void addL3M2(
            double[] rows, int row, double[] tables, int bins, int bin, double plusReal, double plusImaginary,
            double crossReal, double crossImaginary, double[] out, int at) {
        if (shows(rows, row, CoprecessingRow.L3M2, tables, bins, bin)) {
            MixedKernel.add(rows, row, tables, bins, bin,
                plusReal, plusImaginary, crossReal, crossImaginary, out, at);
        }
    }

    /** Adds h_(4,-4). */
    public static void addL4M4(
            double[] rows, int row, double[] tables, int bins, int bin, double plusReal, double plusImaginary,
            double crossReal, double crossImaginary, double[] out, int at) {
        if (shows(rows, row, CoprecessingRow.L4M4, tables, bins, bin)) {
            ModeKernel.add(rows, row + CoprecessingRow.L4M4, tables, bins, bin,
                plusReal, plusImaginary, crossReal, crossImaginary, out, at);
        }
    }

    /** Whether the mode whose block lies {@code mode} after the row's beginning was prepared and has not ended. */
    static boolean shows(double[] rows, int row, int mode, double[] tables, int bins, int bin) {
        return rows[row + mode + ModeRow.SCALE] != 0
            && tables[GridTables.FREQUENCY * bins + bin] <= rows[row + CoprecessingRow.CUTOFF];
    }
}
