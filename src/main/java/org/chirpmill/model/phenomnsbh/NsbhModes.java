package org.chirpmill.model.phenomnsbh;

import org.chirpmill.model.GridTables;
import org.chirpmill.model.ModeKernel;
import org.chirpmill.model.ScalarMath;
import org.chirpmill.model.phenomd.PhenomDKernel;
import org.chirpmill.model.phenomd.PhenomDRow;
import org.chirpmill.model.tides.TideKernel;

/** IMRPhenomNSBH's one mode at a frequency: arXiv:1509.00512, Eq. 13, for the amplitude; arXiv:2004.14001 the phase. */
final class NsbhModes implements ModeKernel {
    @Override
    public int modes() {
        return 1;
    }

    @Override
    public int amplitudes() {
        return 1;
    }

    @Override
    public double end(double[] rows, int row, int mode) {
        return rows[row + NsbhRow.END];
    }

    @Override
    public int joins(double[] rows, int row, int mode, double[] out) {
        int phenomD = row + NsbhBlocks.PHENOM_D;
        out[0] = rows[phenomD + PhenomDRow.PHASE_JOIN_1];
        out[1] = rows[phenomD + PhenomDRow.PHASE_JOIN_2];
        return 2;
    }

    @Override
    public double scale(double[] rows, int row, int mode, double f) {
        int phenomD = row + NsbhBlocks.PHENOM_D;
        double window = Math.PI / rows[row + NsbhRow.STEEPNESS];
        double phase = 1 / rows[phenomD + PhenomDRow.MERGER_INVERSE_DAMPING];
        double squared = Math.min(squaredDistance(f - rows[phenomD + PhenomDRow.MERGER_CENTRE], phase * phase),
            squaredDistance(f - rows[row + NsbhRow.INSPIRAL_END], window * window));
        squared = Math.min(squared, squaredDistance(f - rows[row + NsbhRow.PREMERGER_END], window * window));
        if (rows[row + NsbhRow.RINGDOWN_HEIGHT] > 0) {
            squared = Math.min(squared, squaredDistance(f - rows[row + NsbhRow.RINGDOWN_START], window * window));
            squared = Math.min(squared, squaredDistance(
                f - rows[row + NsbhRow.RINGDOWN], rows[row + NsbhRow.RINGDOWN_WIDTH_SQUARED]));
        }
        return Math.min(f, Math.sqrt(squared));
    }

    private static double squaredDistance(double along, double acrossSquared) {
        return along * along + acrossSquared;
    }

    @Override
    public double plusFactor(double[] rows, int row) {
        return rows[row + NsbhRow.PLUS_AMPLITUDE];
    }

    @Override
    public double crossFactor(double[] rows, int row) {
        return rows[row + NsbhRow.CROSS_AMPLITUDE];
    }

    @Override
    public void at(double[] rows, int row, int mode, double[] tables, int stride, int point, double[] out) {
        double f = tables[GridTables.FREQUENCY * stride + point];
        double c = tables[GridTables.CUBE_ROOT * stride + point];
        double logF = tables[GridTables.LOGARITHM * stride + point];
        out[0] = phase(rows, row, f, c, tables[GridTables.FOURTH_ROOT * stride + point],
            tables[GridTables.LEADING_PHASE * stride + point], logF);
        out[1] = tables[GridTables.NEWTONIAN_AMPLITUDE * stride + point] * amplitude(rows, row, f, c, logF);
    }

    /** The phase of h = A exp(i phase), rad; root = f^(1/4) and leading = f^(-5/3). */
    static double phase(double[] rows, int row, double f, double c, double root, double leading, double logF) {
        return PhenomDKernel.phase(rows, row + NsbhBlocks.PHENOM_D, f, c, root, leading, logF)
            + TideKernel.phase(rows, row + NsbhBlocks.TIDES, f, c);
    }

    /** The amplitude over its Newtonian part, which is 1 at zero frequency; f in Hz, c = f^(1/3). */
    static double amplitude(double[] rows, int row, double f, double c, double logF) {
        double steepness = rows[row + NsbhRow.STEEPNESS];
        double away = f - rows[row + NsbhRow.RINGDOWN];
        double ringdown = rows[row + NsbhRow.RINGDOWN_HEIGHT]
            / (away * away + rows[row + NsbhRow.RINGDOWN_WIDTH_SQUARED]);
        return inspiral(rows, row, c, logF) * falling(steepness * (f - rows[row + NsbhRow.INSPIRAL_END]))
            + rows[row + NsbhRow.PREMERGER] * f * f * falling(steepness * (f - rows[row + NsbhRow.PREMERGER_END]))
            + ringdown * falling(steepness * (rows[row + NsbhRow.RINGDOWN_START] - f));
    }

    /** |A| / sqrt(|X|), see {@link InspiralAmplitude}. */
    private static double inspiral(double[] rows, int row, double c, double logF) {
        double c2 = c * c;
        double c6 = c2 * c2 * c2;
        double rate = 1 + c2 * (rows[row + NsbhRow.RATE_2] + c * (rows[row + NsbhRow.RATE_3]
            + c * (rows[row + NsbhRow.RATE_4] + c * (rows[row + NsbhRow.RATE_5]
            + c * (rows[row + NsbhRow.RATE_6] + c * rows[row + NsbhRow.RATE_7])))))
            + c6 * rows[row + NsbhRow.RATE_LOG] * logF;
        double real = 1 + c2 * (rows[row + NsbhRow.REAL_2] + c * (rows[row + NsbhRow.REAL_3]
            + c * (rows[row + NsbhRow.REAL_4] + c * (rows[row + NsbhRow.REAL_5] + c * rows[row + NsbhRow.REAL_6]))))
            + c6 * rows[row + NsbhRow.REAL_LOG] * logF;
        double imaginary = c2 * c2 * c * (rows[row + NsbhRow.IMAGINARY_5] + c * rows[row + NsbhRow.IMAGINARY_6]);
        return Math.sqrt((real * real + imaginary * imaginary) / Math.abs(rate));
    }

    /** 1 far below zero, 1/2 there, 0 far above. */
    private static double falling(double x) {
        return 1 / (1 + ScalarMath.exp(x));
    }
}
