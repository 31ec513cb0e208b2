package org.chirpmill.model.phenomx.hm;

import org.chirpmill.model.Arctangent;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.PiecewiseTerms;
import org.chirpmill.model.ScalarMath;

/** One bin of one higher mode: arXiv:2001.10914, Secs. IV to VI. Rows are laid out as {@link ModeRow} says. */
final class ModeKernel {
    /** LALSimulation's amplitude where a polynomial has become negative. */
    static final double LEAST_AMPLITUDE = 1e-15;

    private ModeKernel() {}

    /**
     * Adds h_(l,-m) of a mode that is not mixed to both polarizations: h_plus += plus h, h_cross += cross h.
     *
     * @param rows coefficients
     * @param row where the mode's block begins
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
            double[] rows, int row, double[] tables, int bins, int bin, double plusReal, double plusImaginary,
            double crossReal, double crossImaginary, double[] out, int at) {
        double amplitude = amplitude(rows, row, tables[GridTables.FREQUENCY * bins + bin],
            tables[GridTables.CUBE_ROOT * bins + bin], tables[GridTables.NEWTONIAN_AMPLITUDE * bins + bin]);
        addOfAmplitude(rows, row, tables, bins, bin, amplitude, plusReal, plusImaginary, crossReal, crossImaginary,
            out, at);
    }

    /** The same with a dimensionless amplitude that was computed elsewhere. */
    static void addOfAmplitude(
            double[] rows, int row, double[] tables, int bins, int bin, double dimensionless, double plusReal,
            double plusImaginary, double crossReal, double crossImaginary, double[] out, int at) {
        double amplitude = rows[row + ModeRow.SCALE] * dimensionless;
        double phase = phase(rows, row, tables[GridTables.FREQUENCY * bins + bin],
            tables[GridTables.CUBE_ROOT * bins + bin], tables[GridTables.LEADING_PHASE * bins + bin],
            tables[GridTables.LOGARITHM * bins + bin]);
        double real = amplitude * ScalarMath.cos(phase);
        double imaginary = amplitude * ScalarMath.sin(phase);
        out[at] += plusReal * real - plusImaginary * imaginary;
        out[at + 1] += plusReal * imaginary + plusImaginary * real;
        out[at + 2] += crossReal * real - crossImaginary * imaginary;
        out[at + 3] += crossReal * imaginary + crossImaginary * real;
    }

    /** The dimensionless amplitude; c = f^(1/3), newtonian = f^(-7/6). */
    static double amplitude(double[] rows, int row, double f, double c, double newtonian) {
        double amplitude;
        if (f < rows[row + ModeRow.AMPLITUDE_JOIN_2]) {
            amplitude = amplitudeBeforeRingdown(rows, row, f, c, newtonian);
        } else {
            amplitude = ringdownAmplitude(rows, row, f);
        }
        return amplitude;
    }

    /** The phase, rad; leading = f^(-5/3). */
    static double phase(double[] rows, int row, double f, double c, double leading, double logF) {
        double phase;
        if (f < rows[row + ModeRow.PHASE_JOIN_2]) {
            phase = phaseBeforeRingdown(rows, row, f, c, leading, logF);
        } else {
            phase = ringdownPhase(rows, row, f);
        }
        return phase;
    }

    /** The first two pieces of the amplitude. */
    static double amplitudeBeforeRingdown(double[] rows, int row, double f, double c, double newtonian) {
        double overNewtonian;
        if (f < rows[row + ModeRow.AMPLITUDE_JOIN_1]) {
            overNewtonian = inspiralAmplitude(rows, row, c);
        } else {
            double u = (f - rows[row + ModeRow.INTERMEDIATE_CENTRE]) * rows[row + ModeRow.INTERMEDIATE_INVERSE_HALF];
            int at = row + ModeRow.INTERMEDIATE_0;
            double high = rows[at + 4] + u * (rows[at + 5] + u * (rows[at + 6] + u * rows[at + 7]));
            overNewtonian = rows[at] + u * (rows[at + 1] + u * (rows[at + 2] + u * (rows[at + 3] + u * high)));
        }
        return overNewtonian < 0 ? LEAST_AMPLITUDE : newtonian * overNewtonian;
    }

    /** The last piece of the amplitude. */
    static double ringdownAmplitude(double[] rows, int row, double f) {
        double away = f - rows[row + ModeRow.RINGDOWN];
        double width = rows[row + ModeRow.LORENTZIAN_WIDTH_SQUARED];
        double height = rows[row + ModeRow.LORENTZIAN_HEIGHT] / (away * away + width);
        double exponent = -rows[row + ModeRow.LORENTZIAN_SLOPE] * away;
        if (f >= rows[row + ModeRow.FALLOFF]) {
            height = rows[row + ModeRow.FALLOFF_HEIGHT];
            exponent = -rows[row + ModeRow.FALLOFF_RATE] * (f - rows[row + ModeRow.FALLOFF]);
        }
        return height * ScalarMath.exp(exponent);
    }

    /** The first two pieces of the phase. */
    static double phaseBeforeRingdown(double[] rows, int row, double f, double c, double leading, double logF) {
        double phase;
        if (f < rows[row + ModeRow.PHASE_JOIN_1]) {
            phase = inspiralPhase(rows, row, c, leading, logF);
        } else {
            double inverse = 1 / f;
            double falling = inverse * (rows[row + ModeRow.SLOW_INVERSE] + inverse
                * (rows[row + ModeRow.SLOW_INVERSE_2] + inverse * rows[row + ModeRow.SLOW_INVERSE_3]));
            phase = rows[row + ModeRow.SLOW_CONSTANT] + rows[row + ModeRow.SLOW_LINEAR] * f
                + rows[row + ModeRow.SLOW_LOG] * logF + falling
                + rows[row + ModeRow.SLOW_ARCTAN] * ringing(rows, row, f);
        }
        return phase;
    }

    /** The last piece of the phase. */
    static double ringdownPhase(double[] rows, int row, double f) {
        double inverse = 1 / f;
        return rows[row + ModeRow.RINGDOWN_CONSTANT] + rows[row + ModeRow.RINGDOWN_LINEAR] * f
            + inverse * (rows[row + ModeRow.RINGDOWN_INVERSE]
                + inverse * inverse * rows[row + ModeRow.RINGDOWN_INVERSE_3])
            + rows[row + ModeRow.RINGDOWN_ARCTAN] * ringing(rows, row, f);
    }

    private static double ringing(double[] rows, int row, double f) {
        return Arctangent.of((f - rows[row + ModeRow.RINGDOWN]) * rows[row + ModeRow.INVERSE_DAMPING]);
    }

    private static double inspiralAmplitude(double[] rows, int row, double c) {
        return Math.sqrt(squaredInspiral(rows, row, c)) + calibrated(rows, row, c);
    }

    /** |sum_k (REAL_k + i IMAGINARY_k) c^k|^2. */
    static double squaredInspiral(double[] rows, int row, double c) {
        int re = row + ModeRow.REAL_1;
        int im = row + ModeRow.IMAGINARY_4;
        double highReal = rows[re + 3] + c * (rows[re + 4] + c * rows[re + 5]);
        double real = c * (rows[re] + c * (rows[re + 1] + c * (rows[re + 2] + c * highReal)));
        double fourth = c * c * (c * c);
        double imaginary = fourth * (rows[im] + c * (rows[im + 1] + c * rows[im + 2]));
        return real * real + imaginary * imaginary;
    }

    /** sum_k CALIBRATED_k c^k. */
    static double calibrated(double[] rows, int row, double c) {
        int at = row + ModeRow.CALIBRATED_7;
        return c * c * (c * c) * (c * c * c) * (rows[at] + c * (rows[at + 1] + c * rows[at + 2]));
    }

    private static double inspiralPhase(double[] rows, int row, double c, double leading, double logF) {
        double logarithmic = logF * (rows[row + ModeRow.LOG_0]
            + c * (rows[row + ModeRow.LOG_1] + c * c * rows[row + ModeRow.LOG_3]));
        return PiecewiseTerms.inspiralPhase(rows, row + ModeRow.PHASE_MINUS_5, c, leading) + logarithmic;
    }
}
