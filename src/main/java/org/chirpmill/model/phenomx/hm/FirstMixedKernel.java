package org.chirpmill.model.phenomx.hm;

import org.chirpmill.model.GridTables;
import org.chirpmill.model.ScalarMath;
import org.chirpmill.model.phenomx.XasKernel;

/**
 * One bin of the (3, 2) mode of IMRPhenomXHM's first release, 122019, whose ringdown is a mixture with the ringdown of
 * (2, 2): arXiv:2001.10914, Sec. VI.
 */
final class FirstMixedKernel {
    private FirstMixedKernel() {}

    /**
     * Adds h_(3,-2) to both polarizations as {@link FirstModeKernel#add} does.
     *
     * @param row where the coefficients of all modes begin, laid out as {@link FirstReleaseRow} says
     */
    static void add(
            double[] rows, int row, double[] tables, int bins, int bin, double plusReal, double plusImaginary,
            double crossReal, double crossImaginary, double[] out, int at) {
        int mode = row + CoprecessingRow.L3M2;
        int more = row + FirstReleaseRow.L3M2;
        double f = tables[GridTables.FREQUENCY * bins + bin];
        double amplitudeJoin = rows[mode + ModeRow.AMPLITUDE_JOIN_2];
        double phaseJoin = rows[mode + ModeRow.PHASE_JOIN_2];
        if (f < amplitudeJoin && f < phaseJoin) {
            FirstModeKernel.add(rows, mode, more, tables, bins, bin, plusReal, plusImaginary, crossReal,
                crossImaginary, out, at);
            return;
        }
        double c = tables[GridTables.CUBE_ROOT * bins + bin];
        double newtonian = tables[GridTables.NEWTONIAN_AMPLITUDE * bins + bin];
        double leading = tables[GridTables.LEADING_PHASE * bins + bin];
        double logF = tables[GridTables.LOGARITHM * bins + bin];

        int mixed = row + CoprecessingRow.MIXED;
        double phase32 = ModeKernel.ringdownPhase(rows, mode, f);
        double amplitude32 = FirstModeKernel.ringdownAmplitude(rows, mode, f);
        double cosine = amplitude32 * ScalarMath.cos(phase32);
        double sine = amplitude32 * ScalarMath.sin(phase32);
        double fromReal = rows[mixed + MixedRow.FROM_32_REAL];
        double fromImaginary = rows[mixed + MixedRow.FROM_32_IMAGINARY];
        double real = fromReal * cosine - fromImaginary * sine;
        double imaginary = fromReal * sine + fromImaginary * cosine;

        double phase22 = XasKernel.phase(rows, row + CoprecessingRow.L2M2, f, c, leading, logF)
            + rows[mixed + MixedRow.TURN_CONSTANT] + rows[mixed + MixedRow.TURN_LINEAR] * f;
        double amplitude22 = newtonian * XasKernel.mergerAmplitude(rows, row + CoprecessingRow.L2M2, f);
        cosine = amplitude22 * ScalarMath.cos(phase22);
        sine = amplitude22 * ScalarMath.sin(phase22);
        fromReal = rows[mixed + MixedRow.FROM_22_REAL];
        fromImaginary = rows[mixed + MixedRow.FROM_22_IMAGINARY];
        real += fromReal * cosine - fromImaginary * sine;
        imaginary += fromReal * sine + fromImaginary * cosine;

        if (f < amplitudeJoin) {
            double amplitude = FirstModeKernel.amplitudeBeforeRingdown(rows, mode, more, f, c, newtonian, logF)
                / Math.sqrt(real * real + imaginary * imaginary);
            real *= amplitude;
            imaginary *= amplitude;
        }
        if (f < phaseJoin) {
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
}
