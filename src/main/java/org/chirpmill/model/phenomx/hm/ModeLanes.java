package org.chirpmill.model.phenomx.hm;

import static jdk.incubator.vector.VectorOperators.LT;
import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.lanes.LaneMath;
import org.chirpmill.model.lanes.PiecewiseLanes;
import org.chirpmill.model.lanes.Points;

/**
 * The amplitude and the phase of {@link ModeKernel} at many points at once; arguments as those of
 * {@link org.chirpmill.model.phenomx.XasLanes}, rows laid out as {@link ModeRow} says.
 */
final class ModeLanes {
    private ModeLanes() {}

    /** The dimensionless amplitude. */
    static void amplitude(
            double[] rows, int row, double[] points, int stride, int from, int to, double[] out, int at) {
        int join = Points.firstAtOrAbove(points, stride, from, to, rows[row + ModeRow.AMPLITUDE_JOIN_2]);
        amplitudeBeforeRingdown(rows, row, points, stride, from, join, out, at);
        ringdownAmplitude(rows, row, points, stride, join, to, out, at + join - from);
    }

    /** The phase, rad. */
    static void phase(double[] rows, int row, double[] points, int stride, int from, int to, double[] out, int at) {
        int join = Points.firstAtOrAbove(points, stride, from, to, rows[row + ModeRow.PHASE_JOIN_2]);
        phaseBeforeRingdown(rows, row, points, stride, from, join, out, at);
        ringdownPhase(rows, row, points, stride, join, to, out, at + join - from);
    }

    /** The first two pieces of the amplitude. */
    static void amplitudeBeforeRingdown(
            double[] rows, int row, double[] points, int stride, int from, int to, double[] out, int at) {
        int join = Points.firstAtOrAbove(points, stride, from, to, rows[row + ModeRow.AMPLITUDE_JOIN_1]);
        inspiralAmplitude(rows, row, points, stride, from, join, out, at);
        intermediateAmplitude(rows, row, points, stride, join, to, out, at + join - from);
        int newtonian = GridTables.NEWTONIAN_AMPLITUDE * stride;
        for (int i = from; i < to; i += COUNT) {
            DoubleVector overNewtonian = DoubleVector.fromArray(SPECIES, out, at + i - from);
            overNewtonian.mul(DoubleVector.fromArray(SPECIES, points, newtonian + i))
                .blend(ModeKernel.LEAST_AMPLITUDE, overNewtonian.compare(LT, 0)).intoArray(out, at + i - from);
        }
    }

    /** The last piece of the amplitude. */
    static void ringdownAmplitude(
            double[] rows, int row, double[] points, int stride, int from, int to, double[] out, int at) {
        double falloff = rows[row + ModeRow.FALLOFF];
        int join = Points.firstAtOrAbove(points, stride, from, to, falloff);
        PiecewiseLanes.fallingLorentzian(rows[row + ModeRow.LORENTZIAN_HEIGHT], rows[row + ModeRow.LORENTZIAN_SLOPE],
            rows[row + ModeRow.RINGDOWN], rows[row + ModeRow.LORENTZIAN_WIDTH_SQUARED],
            points, stride, from, join, out, at);
        int fallen = at + join - from;
        PiecewiseLanes.offset(falloff, -rows[row + ModeRow.FALLOFF_RATE], points, stride, join, to, out, fallen);
        LaneMath.exp(out, fallen, at + to - from, out);
        PiecewiseLanes.times(rows[row + ModeRow.FALLOFF_HEIGHT], fallen, at + to - from, out);
    }

    /** The first two pieces of the phase. */
    static void phaseBeforeRingdown(
            double[] rows, int row, double[] points, int stride, int from, int to, double[] out, int at) {
        int join = Points.firstAtOrAbove(points, stride, from, to, rows[row + ModeRow.PHASE_JOIN_1]);
        PiecewiseLanes.inspiralPhase(rows, row + ModeRow.PHASE_MINUS_5,
            rows[row + ModeRow.LOG_0], rows[row + ModeRow.LOG_1], rows[row + ModeRow.LOG_3],
            points, stride, from, join, out, at);
        int slow = at + join - from;
        PiecewiseLanes.arctangent(rows[row + ModeRow.RINGDOWN], rows[row + ModeRow.INVERSE_DAMPING],
            points, stride, join, to, out, slow);
        PiecewiseLanes.latePhase(rows[row + ModeRow.SLOW_CONSTANT], rows[row + ModeRow.SLOW_LINEAR], 0,
            rows[row + ModeRow.SLOW_LOG], rows[row + ModeRow.SLOW_INVERSE], rows[row + ModeRow.SLOW_INVERSE_2],
            rows[row + ModeRow.SLOW_INVERSE_3], rows[row + ModeRow.SLOW_ARCTAN], out,
            points, stride, join, to, out, slow);
    }

    /** The last piece of the phase. */
    static void ringdownPhase(
            double[] rows, int row, double[] points, int stride, int from, int to, double[] out, int at) {
        PiecewiseLanes.arctangent(rows[row + ModeRow.RINGDOWN], rows[row + ModeRow.INVERSE_DAMPING],
            points, stride, from, to, out, at);
        PiecewiseLanes.latePhase(rows[row + ModeRow.RINGDOWN_CONSTANT], rows[row + ModeRow.RINGDOWN_LINEAR], 0, 0,
            rows[row + ModeRow.RINGDOWN_INVERSE], 0, rows[row + ModeRow.RINGDOWN_INVERSE_3],
            rows[row + ModeRow.RINGDOWN_ARCTAN], out, points, stride, from, to, out, at);
    }

    /** Writes the frequencies, Hz, at which amplitude or phase are not smooth, and returns the end of what it wrote. */
    static int joins(double[] rows, int row, double[] out, int at) {
        out[at] = rows[row + ModeRow.AMPLITUDE_JOIN_1];
        out[at + 1] = rows[row + ModeRow.AMPLITUDE_JOIN_2];
        out[at + 2] = rows[row + ModeRow.FALLOFF];
        out[at + 3] = rows[row + ModeRow.PHASE_JOIN_1];
        out[at + 4] = rows[row + ModeRow.PHASE_JOIN_2];
        return IntermediateZeros.write(rows, row, out, at + 5);
    }

    /** The distance, Hz, of a frequency to the poles: zero, and the complex frequency of the ringdown. */
    static double scale(double[] rows, int row, double f) {
        double away = f - rows[row + ModeRow.RINGDOWN];
        double damping = 1 / rows[row + ModeRow.INVERSE_DAMPING];
        return Math.min(f, Math.sqrt(away * away + damping * damping));
    }

    private static void inspiralAmplitude(
            double[] rows, int row, double[] points, int stride, int from, int to, double[] out, int at) {
        int roots = GridTables.CUBE_ROOT * stride;
        int re = row + ModeRow.REAL_1;
        int im = row + ModeRow.IMAGINARY_4;
        int cal = row + ModeRow.CALIBRATED_7;
        for (int i = from; i < to; i += COUNT) {
            DoubleVector c = DoubleVector.fromArray(SPECIES, points, roots + i);
            DoubleVector real = c.fma(rows[re + 5], rows[re + 4]);
            real = real.fma(c, DoubleVector.broadcast(SPECIES, rows[re + 3]));
            real = real.fma(c, DoubleVector.broadcast(SPECIES, rows[re + 2]));
            real = real.fma(c, DoubleVector.broadcast(SPECIES, rows[re + 1]));
            real = real.fma(c, DoubleVector.broadcast(SPECIES, rows[re])).mul(c);
            DoubleVector square = c.mul(c);
            DoubleVector fourth = square.mul(square);
            DoubleVector imaginary = c.fma(rows[im + 2], rows[im + 1])
                .fma(c, DoubleVector.broadcast(SPECIES, rows[im])).mul(fourth);
            DoubleVector calibrated = c.fma(rows[cal + 2], rows[cal + 1])
                .fma(c, DoubleVector.broadcast(SPECIES, rows[cal])).mul(fourth.mul(square.mul(c)));
            real.fma(real, imaginary.mul(imaginary)).sqrt().add(calibrated).intoArray(out, at + i - from);
        }
    }

    private static void intermediateAmplitude(
            double[] rows, int row, double[] points, int stride, int from, int to, double[] out, int at) {
        PiecewiseLanes.offset(rows[row + ModeRow.INTERMEDIATE_CENTRE], rows[row + ModeRow.INTERMEDIATE_INVERSE_HALF],
            points, stride, from, to, out, at);
        PiecewiseLanes.polynomial(rows, row + ModeRow.INTERMEDIATE_0, 7, at, at + to - from, out);
    }
}
