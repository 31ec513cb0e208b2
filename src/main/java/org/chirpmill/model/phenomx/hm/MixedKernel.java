package org.chirpmill.model.phenomx.hm;

import org.chirpmill.model.GridTables;
import org.chirpmill.model.ScalarMath;
import org.chirpmill.model.phenomx.XasKernel;

/** One bin of the (3, 2) mode, whose ringdown is a mixture with (2, 2): arXiv:2001.10914, Sec. VI. */
final class MixedKernel {
    private MixedKernel() {}

    /**
     * Adds h_(3,-2) to both polarizations as {@link ModeKernel#add} does.
     *
     * @param row where the coefficients of all modes begin, laid out as {@link CoprecessingRow} says
     */
    static void add(
            double[] rows, int row, double[] tables, int bins, int bin, double plusReal, double plusImaginary,
            double crossReal, double crossImaginary, double[] out, int at) {
        int mode = row + CoprecessingRow.L3M2;
        double f = tables[GridTables.FREQUENCY * bins + bin];
        double amplitudeJoin = rows[mode + ModeRow.AMPLITUDE_JOIN_2];
        double phaseJoin = rows[mode + ModeRow.PHASE_JOIN_2];
        if (f < amplitudeJoin && f < phaseJoin) {
            ModeKernel.add(rows, mode, tables, bins, bin, plusReal, plusImaginary, crossReal, crossImaginary, out, at);
            return;
        }
        double c = tables[GridTables.CUBE_ROOT * bins + bin];
        double newtonian = tables[GridTables.NEWTONIAN_AMPLITUDE * bins + bin];
        int mixed = row + CoprecessingRow.MIXED;
        double before = 0;
        if (f < amplitudeJoin) {
            before = ModeKernel.amplitudeBeforeRingdown(rows, mode, f, c, newtonian);
        }
        addMixture(rows, row, tables, bins, bin, before, spheroidalAmplitude(rows, mode, mixed, f),
            amplitude22(rows, row + CoprecessingRow.L2M2, mixed, f, c, newtonian),
            plusReal, plusImaginary, crossReal, crossImaginary, out, at);
    }

    /**
     * Adds h_(3,-2) where amplitude or phase are the mixture's, from dimensionless amplitudes.
     *
     * @param before the mode's before its ringdown; not asked for from where the ringdown's amplitude begins
     * @param amplitude32 of the mixture's spheroidal part
     * @param amplitude22 of (2, 2) as the mixture takes it, Hz^(-7/6)
     */
    static void addMixture(
            double[] rows, int row, double[] tables, int bins, int bin, double before, double amplitude32,
            double amplitude22, double plusReal, double plusImaginary, double crossReal, double crossImaginary,
            double[] out, int at) {
        int mode = row + CoprecessingRow.L3M2;
        int mixed = row + CoprecessingRow.MIXED;
        double f = tables[GridTables.FREQUENCY * bins + bin];
        double c = tables[GridTables.CUBE_ROOT * bins + bin];
        double leading = tables[GridTables.LEADING_PHASE * bins + bin];
        double logF = tables[GridTables.LOGARITHM * bins + bin];

        double phase32 = ModeKernel.ringdownPhase(rows, mode, f);
        double cosine = amplitude32 * ScalarMath.cos(phase32);
        double sine = amplitude32 * ScalarMath.sin(phase32);
        double fromReal = rows[mixed + MixedRow.FROM_32_REAL];
        double fromImaginary = rows[mixed + MixedRow.FROM_32_IMAGINARY];
        double real = fromReal * cosine - fromImaginary * sine;
        double imaginary = fromReal * sine + fromImaginary * cosine;

        double phase22 = XasKernel.phase(rows, row + CoprecessingRow.L2M2, f, c, leading, logF)
            + rows[mixed + MixedRow.TURN_CONSTANT] + rows[mixed + MixedRow.TURN_LINEAR] * f;
        cosine = amplitude22 * ScalarMath.cos(phase22);
        sine = amplitude22 * ScalarMath.sin(phase22);
        fromReal = rows[mixed + MixedRow.FROM_22_REAL];
        fromImaginary = rows[mixed + MixedRow.FROM_22_IMAGINARY];
        real += fromReal * cosine - fromImaginary * sine;
        imaginary += fromReal * sine + fromImaginary * cosine;

        if (f < rows[mode + ModeRow.AMPLITUDE_JOIN_2]) {
            double amplitude = before / Math.sqrt(real * real + imaginary * imaginary);
            real *= amplitude;
            imaginary *= amplitude;
        }
        if (f < rows[mode + ModeRow.PHASE_JOIN_2]) {
            double amplitude = Math.sqrt(real * real + imaginary * imaginary);
            double phase = ModeKernel.phaseBeforeRingdown(rows, mode, f, c, leading, logF);
            real = amplitude * ScalarMath.cos(phase);
            imaginary = amplitude * ScalarMath.sin(phase);
        }
        double scale = rows[mode + ModeRow.SCALE];
        out[at] += scale * (plusReal * real - plusImaginary * imaginary);
        out[at + 1] += scale * (plusReal * imaginary + plusImaginary * real);
        out[at + 2] += scale * (crossReal * real - crossImaginary * imaginary);
        out[at + 3] += scale * (crossReal * imaginary + crossImaginary * real);
    }

    private static double spheroidalAmplitude(double[] rows, int mode, int mixed, double f) {
        double amplitude;
        if (f < rows[mixed + MixedRow.CUBIC_END]) {
            double u = (f - rows[mixed + MixedRow.CUBIC_CENTRE]) * rows[mixed + MixedRow.CUBIC_INVERSE_HALF];
            int at = mixed + MixedRow.CUBIC_0;
            amplitude = rows[at] + u * (rows[at + 1] + u * (rows[at + 2] + u * rows[at + 3]));
        } else {
            amplitude = ModeKernel.ringdownAmplitude(rows, mode, f);
        }
        return amplitude;
    }

    /** The (2, 2) amplitude as the mixture takes it, Hz^(-7/6). */
    private static double amplitude22(double[] rows, int row22, int mixed, double f, double c, double newtonian) {
        double amplitude = 0;
        if (f < rows[mixed + MixedRow.ANSATZ_END]) {
            amplitude = newtonian * XasKernel.mergerAmplitude(rows, row22, f);
        } else if (f <= rows[mixed + MixedRow.CUTOFF_22]) {
            amplitude = XasKernel.amplitude(rows, row22, f, c, newtonian);
        }
        return amplitude;
    }
}
