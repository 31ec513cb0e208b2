package org.chirpmill.model.phenomhm;

import org.chirpmill.model.ScalarMath;
import org.chirpmill.model.phenomd.PhenomDKernel;

/**
 * A mode of IMRPhenomHM at one frequency, arXiv:1708.00404. f is in Hz, c = f^(1/3), leading = f^(-5/3), newtonian =
 * f^(-7/6); a mode's coefficients begin at {@code block}, as {@link HmModeRow} says.
 */
final class HmModeKernel {
    /** Numbers of a line for amplitudes, and for phases. */
    static final int AMPLITUDE_LINE = 2;
    static final int PHASE_LINE = 4;

    private HmModeKernel() {}

    /** |h_lm| over the mode's scale. */
    static double amplitude(double[] rows, int block, double f, double c, double newtonian) {
        double start = rows[block + HmModeRow.CUBE_ROOT] * c;
        double x = rows[block + HmModeRow.AMPLITUDE_INSPIRAL_SLOPE] * f;
        double root = start;
        double factor = rows[block + HmModeRow.NEWTONIAN] * newtonian * inspiral(rows, block, start);
        if (f > rows[block + HmModeRow.AMPLITUDE_INSPIRAL_END]) {
            int line = amplitudeLine(rows, block, f);
            x = rows[line] * f + rows[line + 1];
            root = ScalarMath.exp(ScalarMath.log(x) / 3);
            double ratio = rows[block + HmModeRow.RATIO];
            factor = inspiral(rows, block, start) * inspiral(rows, block, ratio * root)
                / (inspiral(rows, block, ratio * start) * x * Math.sqrt(root));
        }
        return factor * PhenomDKernel.amplitude(rows, block + HmRow.PHENOM_D, x, root);
    }

    /** The phase of h = A exp(+i phase), rad. */
    static double phase(double[] rows, int block, double f, double c, double leading, double logF) {
        int line = phaseLine(rows, block, f);
        double x = rows[line] * f + rows[line + 1];
        double root = rows[block + HmModeRow.CUBE_ROOT] * c;
        double steepest = rows[block + HmModeRow.LEADING] * leading;
        double logX = rows[block + HmModeRow.LOGARITHM] + logF;
        if (f > rows[block + HmModeRow.PHASE_INSPIRAL_END]) {
            logX = ScalarMath.log(x);
            root = ScalarMath.exp(logX / 3);
            steepest = root / (x * x);
        }
        double ofD = PhenomDKernel.phase(
            rows, block + HmRow.PHENOM_D, x, root, Math.sqrt(Math.sqrt(x)), steepest, logX);
        return rows[line + 2] * ofD + rows[line + 3];
    }

    /** Where the line for amplitudes at f begins. */
    static int amplitudeLine(double[] rows, int block, double f) {
        int line = block + HmModeRow.AMPLITUDE_INSPIRAL_SLOPE;
        line += f > rows[block + HmModeRow.AMPLITUDE_INSPIRAL_END] ? AMPLITUDE_LINE : 0;
        return line + (f > rows[block + HmModeRow.AMPLITUDE_RINGDOWN_START] ? AMPLITUDE_LINE : 0);
    }

    /** Where the line for phases at f begins. */
    static int phaseLine(double[] rows, int block, double f) {
        int line = block + HmModeRow.PHASE_INSPIRAL_SLOPE;
        line += f > rows[block + HmModeRow.PHASE_INSPIRAL_END] ? PHASE_LINE : 0;
        return line + (f > rows[block + HmModeRow.PHASE_RINGDOWN_START] ? PHASE_LINE : 0);
    }

    /** H, the post-Newtonian amplitude over that of (2, 2), at c = x^(1/3) of the inspiral. */
    private static double inspiral(double[] rows, int block, double c) {
        double real = rows[block + HmModeRow.INSPIRAL_0] + c * (rows[block + HmModeRow.INSPIRAL_1]
            + c * (rows[block + HmModeRow.INSPIRAL_2] + c * (rows[block + HmModeRow.INSPIRAL_3]
            + c * rows[block + HmModeRow.INSPIRAL_4])));
        double imaginary = c * c * c * c * rows[block + HmModeRow.INSPIRAL_IMAGINARY_4];
        return Math.sqrt(real * real + imaginary * imaginary);
    }

    /** H over the modulus of c dH/dc: about the distance to the nearest zero of H, over c. */
    static double distanceToZero(double[] rows, int block, double c) {
        double real = c * (rows[block + HmModeRow.INSPIRAL_1] + c * (2 * rows[block + HmModeRow.INSPIRAL_2]
            + c * (3 * rows[block + HmModeRow.INSPIRAL_3] + c * (4 * rows[block + HmModeRow.INSPIRAL_4]))));
        double imaginary = 4 * c * c * c * c * rows[block + HmModeRow.INSPIRAL_IMAGINARY_4];
        return inspiral(rows, block, c) / Math.sqrt(real * real + imaginary * imaginary);
    }
}
