package org.chirpmill.model.phenomx.hm;

import org.chirpmill.model.GridTables;
import org.chirpmill.model.ScalarMath;

/**
 * One bin of one higher mode of IMRPhenomXHM's first release, 122019: the phase as {@link ModeKernel} has it, the
 * amplitude as {@link FirstModeRow} says.
 */
final class FirstModeKernel {
    private FirstModeKernel() {}

    /**
     * Adds h_(l,-m) of a mode that is not mixed to both polarizations: h_plus += plus h, h_cross += cross h.
     *
     * @param rows coefficients
     * @param row where the mode's block begins
     * @param more where the mode's {@link FirstModeRow} begins
     * @param tables the grid's tables
     * @param bins number of bins of the grid
     * @param bin which bin; its frequency is above zero
     * @param plusReal real part of plus
     * @param plusImaginary imaginary part of plus
     * @param crossReal real part of cross
     * @param crossImaginary imaginary part of cross
     * @param out h_plus and h_cross, real and imaginary parts
     * @param at where in {@code out}
     */
    static void add(
            double[] rows, int row, int more, double[] tables, int bins, int bin, double plusReal,
            double plusImaginary, double crossReal, double crossImaginary, double[] out, int at) {
        double amplitude = amplitude(rows, row, more, tables[GridTables.FREQUENCY * bins + bin],
            tables[GridTables.CUBE_ROOT * bins + bin], tables[GridTables.NEWTONIAN_AMPLITUDE * bins + bin],
            tables[GridTables.LOGARITHM * bins + bin]);
        ModeKernel.addOfAmplitude(rows, row, tables, bins, bin, amplitude, plusReal, plusImaginary, crossReal,
            crossImaginary, out, at);
    }

    /** The dimensionless amplitude; c = f^(1/3), newtonian = f^(-7/6). */
    static double amplitude(double[] rows, int row, int more, double f, double c, double newtonian, double logF) {
        double amplitude;
        if (f < rows[row + ModeRow.AMPLITUDE_JOIN_2]) {
            amplitude = amplitudeBeforeRingdown(rows, row, more, f, c, newtonian, logF);
        } else {
            amplitude = ringdownAmplitude(rows, row, f);
        }
        return amplitude;
    }

    /** The pieces of the amplitude before the last. */
    static double amplitudeBeforeRingdown(
            double[] rows, int row, int more, double f, double c, double newtonian, double logF) {
        double amplitude;
        if (f < rows[row + ModeRow.AMPLITUDE_JOIN_1]) {
            amplitude = newtonian * inspiralAmplitude(rows, row, more, c, logF);
        } else if (f < rows[more + FirstModeRow.SPLIT]) {
            double u = (f - rows[more + FirstModeRow.EARLY_CENTRE]) * rows[more + FirstModeRow.EARLY_INVERSE_HALF];
            int at = more + FirstModeRow.EARLY_0;
            amplitude =
                1 / (rows[at] + u * (rows[at + 1] + u * (rows[at + 2] + u * (rows[at + 3] + u * rows[at + 4]))));
        } else {
            double u = (f - rows[row + ModeRow.INTERMEDIATE_CENTRE]) * rows[row + ModeRow.INTERMEDIATE_INVERSE_HALF];
            int at = row + ModeRow.INTERMEDIATE_0;
            double high = rows[at + 3] + u * (rows[at + 4] + u * rows[at + 5]);
            amplitude = 1 / (rows[at] + u * (rows[at + 1] + u * (rows[at + 2] + u * high)));
        }
        return amplitude;
    }

    /** The last piece of the amplitude. */
    static double ringdownAmplitude(double[] rows, int row, double f) {
        double away = f - rows[row + ModeRow.RINGDOWN];
        double width = rows[row + ModeRow.LORENTZIAN_WIDTH_SQUARED];
        return rows[row + ModeRow.LORENTZIAN_HEIGHT] * ScalarMath.exp(-rows[row + ModeRow.LORENTZIAN_SLOPE] * away)
            / ((away * away + width) * f * Math.sqrt(Math.sqrt(f)));
    }

    private static double inspiralAmplitude(double[] rows, int row, int more, double c, double logF) {
        int below = more + FirstModeRow.DENOMINATOR_2;
        double highest = rows[below + 4] + rows[more + FirstModeRow.DENOMINATOR_LOG] * logF + c * rows[below + 5];
        double denominator = 1 + c * c * (rows[below] + c * (rows[below + 1]
            + c * (rows[below + 2] + c * (rows[below + 3] + c * highest))));
        return Math.sqrt(ModeKernel.squaredInspiral(rows, row, c) / denominator) + ModeKernel.calibrated(rows, row, c);
    }
}
