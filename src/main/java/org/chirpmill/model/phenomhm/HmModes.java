package org.chirpmill.model.phenomhm;

import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.ModeKernel;
import org.chirpmill.model.phenomd.PhenomDRow;

/** IMRPhenomHM as a sum of modes: {@link HmModeKernel} point by point. */
final class HmModes implements ModeKernel {
    private static final int MODES = HmMode.values().length;
    /** d log f over d log c, where f = c^3: zeros of the post-Newtonian amplitude are known by their distance in c. */
    private static final double LOG_F_PER_LOG_C = 3;

    @Override
    public int modes() {
        return MODES;
    }

    @Override
    public int amplitudes() {
        return 4;
    }

    @Override
    public double end(double[] rows, int row, int mode) {
        return rows[row + HmRow.block(mode) + HmRow.PHENOM_D + PhenomDRow.CUTOFF];
    }

    @Override
    public int joins(double[] rows, int row, int mode, double[] out) {
        int block = row + HmRow.block(mode);
        int ofD = block + HmRow.PHENOM_D;
        int count = joins(rows, block + HmModeRow.AMPLITUDE_INSPIRAL_END, HmModeKernel.AMPLITUDE_LINE,
            rows[ofD + PhenomDRow.AMPLITUDE_JOIN_1], rows[ofD + PhenomDRow.AMPLITUDE_JOIN_2], out, 0);
        return joins(rows, block + HmModeRow.PHASE_INSPIRAL_END, HmModeKernel.PHASE_LINE,
            rows[ofD + PhenomDRow.PHASE_JOIN_1], rows[ofD + PhenomDRow.PHASE_JOIN_2], out, count);
    }

    /** Both ends of lines, which stand at {@code ends} before the lines, and what stands for IMRPhenomD's joins. */
    private static int joins(
            double[] rows, int ends, int lineSize, double join1, double join2, double[] out, int from) {
        int count = from;
        out[count++] = rows[ends];
        out[count++] = rows[ends + 1];
        for (int line = ends + 2; line < ends + 2 + 3 * lineSize; line += lineSize) {
            // Those that lie on another line's side end a piece that need not end; there are few.
            out[count++] = (join1 - rows[line + 1]) / rows[line];
            out[count++] = (join2 - rows[line + 1]) / rows[line];
        }
        return count;
    }

    @Override
    public double scale(double[] rows, int row, int mode, double f) {
        int block = row + HmRow.block(mode);
        int ofD = block + HmRow.PHENOM_D;
        int amplitudes = HmModeKernel.amplitudeLine(rows, block, f);
        int phases = HmModeKernel.phaseLine(rows, block, f);
        double x = rows[amplitudes] * f + rows[amplitudes + 1];
        double away = x - rows[ofD + PhenomDRow.RINGDOWN];
        double ofAmplitude = Math.sqrt(away * away + rows[ofD + PhenomDRow.RINGDOWN_WIDTH_SQUARED]);
        double phaseX = rows[phases] * f + rows[phases + 1];
        double phaseAway = phaseX - rows[ofD + PhenomDRow.MERGER_CENTRE];
        double damping = 1 / rows[ofD + PhenomDRow.MERGER_INVERSE_DAMPING];
        double ofPhase = Math.min(phaseX, Math.sqrt(phaseAway * phaseAway + damping * damping));

        double start = rows[block + HmModeRow.CUBE_ROOT] * CubeRoot.of(f);
        double ratio = rows[block + HmModeRow.RATIO];
        double zeros = LOG_F_PER_LOG_C * f * Math.min(HmModeKernel.distanceToZero(rows, block, start),
            HmModeKernel.distanceToZero(rows, block, ratio * start));
        double mappedZeros = LOG_F_PER_LOG_C * x * HmModeKernel.distanceToZero(rows, block, ratio * CubeRoot.of(x));
        return Math.min(Math.min(f, zeros),
            Math.min(Math.min(x, Math.min(ofAmplitude, mappedZeros)) / rows[amplitudes], ofPhase / rows[phases]));
    }

    @Override
    public void at(double[] rows, int row, int mode, double[] tables, int stride, int point, double[] out) {
        int block = row + HmRow.block(mode);
        double amplitude = amplitude(rows, row, mode, tables, stride, point);
        out[0] = HmModeKernel.phase(rows, block, tables[GridTables.FREQUENCY * stride + point],
            tables[GridTables.CUBE_ROOT * stride + point], tables[GridTables.LEADING_PHASE * stride + point],
            tables[GridTables.LOGARITHM * stride + point]);
        out[1] = rows[block + HmRow.PHENOM_D + PhenomDRow.PLUS_AMPLITUDE] * amplitude;
        out[2] = 0;
        out[3] = 0;
        out[4] = -rows[block + HmRow.PHENOM_D + PhenomDRow.CROSS_AMPLITUDE] * amplitude;
    }

    /** |h_lm| of a mode over its scale, zero beyond its end. */
    static double amplitude(double[] rows, int row, int mode, double[] tables, int stride, int point) {
        int block = row + HmRow.block(mode);
        double f = tables[GridTables.FREQUENCY * stride + point];
        if (f > rows[block + HmRow.PHENOM_D + PhenomDRow.CUTOFF] || f == 0) {
            return 0;
        }
        return HmModeKernel.amplitude(rows, block, f, tables[GridTables.CUBE_ROOT * stride + point],
            tables[GridTables.NEWTONIAN_AMPLITUDE * stride + point]);
    }
}
