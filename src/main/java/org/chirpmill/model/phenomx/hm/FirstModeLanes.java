package org.chirpmill.model.phenomx.hm;

import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.lanes.LaneMath;
import org.chirpmill.model.lanes.PiecewiseLanes;
import org.chirpmill.model.lanes.Points;

/**
 * The amplitude of {@link FirstModeKernel} at many points at once; arguments as those of
 * {@link org.chirpmill.model.phenomx.XasLanes}, rows laid out as {@link ModeRow} and, from {@code more},
 * {@link FirstModeRow} say. The phase is that of {@link ModeLanes}.
 */
final class FirstModeLanes {
    private static final int EARLY_DEGREE = 4;
    private static final int INTERMEDIATE_DEGREE = 5;

    private FirstModeLanes() {}

    /** The dimensionless amplitude. */
    static void amplitude(
            double[] rows, int row, int more, double[] points, int stride, int from, int to, double[] out, int at) {
        int join = Points.firstAtOrAbove(points, stride, from, to, rows[row + ModeRow.AMPLITUDE_JOIN_2]);
        amplitudeBeforeRingdown(rows, row, more, points, stride, from, join, out, at);
        ringdownAmplitude(rows, row, points, stride, join, to, out, at + join - from);
    }

    /** The pieces of the amplitude before the last. */
    static void amplitudeBeforeRingdown(
            double[] rows, int row, int more, double[] points, int stride, int from, int to, double[] out, int at) {
        int join = Points.firstAtOrAbove(points, stride, from, to, rows[row + ModeRow.AMPLITUDE_JOIN_1]);
        int split = Points.firstAtOrAbove(points, stride, join, to, rows[more + FirstModeRow.SPLIT]);
        inspiralAmplitude(rows, row, more, points, stride, from, join, out, at);
        int early = at + join - from;
        int late = at + split - from;
        PiecewiseLanes.offset(rows[more + FirstModeRow.EARLY_CENTRE], rows[more + FirstModeRow.EARLY_INVERSE_HALF],
            points, stride, join, split, out, early);
        PiecewiseLanes.polynomial(rows, more + FirstModeRow.EARLY_0, EARLY_DEGREE, early, late, out);
        PiecewiseLanes.offset(rows[row + ModeRow.INTERMEDIATE_CENTRE], rows[row + ModeRow.INTERMEDIATE_INVERSE_HALF],
            points, stride, split, to, out, late);
        PiecewiseLanes.polynomial(
            rows, row + ModeRow.INTERMEDIATE_0, INTERMEDIATE_DEGREE, late, at + to - from, out);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        for (int i = early; i < at + to - from; i += COUNT) {
            one.div(DoubleVector.fromArray(SPECIES, out, i)).intoArray(out, i);
        }
    }

    /** The last piece of the amplitude. */
    static void ringdownAmplitude(
            double[] rows, int row, double[] points, int stride, int from, int to, double[] out, int at) {
        PiecewiseLanes.offset(
            rows[row + ModeRow.RINGDOWN], -rows[row + ModeRow.LORENTZIAN_SLOPE], points, stride, from, to, out, at);
        LaneMath.exp(out, at, at + to - from, out);
        double height = rows[row + ModeRow.LORENTZIAN_HEIGHT];
        double centre = rows[row + ModeRow.RINGDOWN];
        double width = rows[row + ModeRow.LORENTZIAN_WIDTH_SQUARED];
        int frequencies = GridTables.FREQUENCY * stride;
        int fourthRoots = GridTables.FOURTH_ROOT * stride;
        for (int i = from; i < to; i += COUNT) {
            DoubleVector f = DoubleVector.fromArray(SPECIES, points, frequencies + i);
            DoubleVector away = f.sub(centre);
            DoubleVector below = away.fma(away, DoubleVector.broadcast(SPECIES, width))
                .mul(f).mul(DoubleVector.fromArray(SPECIES, points, fourthRoots + i));
            DoubleVector.fromArray(SPECIES, out, at + i - from).mul(height).div(below)
                .intoArray(out, at + i - from);
        }
    }

    /** Writes the frequencies, Hz, at which amplitude or phase are not smooth, and returns the end of what it wrote. */
    static int joins(double[] rows, int row, int more, double[] out, int at) {
        out[at] = rows[row + ModeRow.AMPLITUDE_JOIN_1];
        out[at + 1] = rows[more + FirstModeRow.SPLIT];
        out[at + 2] = rows[row + ModeRow.AMPLITUDE_JOIN_2];
        out[at + 3] = rows[row + ModeRow.PHASE_JOIN_1];
        out[at + 4] = rows[row + ModeRow.PHASE_JOIN_2];
        return at + 5;
    }

    private static void inspiralAmplitude(
            double[] rows, int row, int more, double[] points, int stride, int from, int to, double[] out, int at) {
        int roots = GridTables.CUBE_ROOT * stride;
        int logs = GridTables.LOGARITHM * stride;
        int newtonian = GridTables.NEWTONIAN_AMPLITUDE * stride;
        int re = row + ModeRow.REAL_1;
        int im = row + ModeRow.IMAGINARY_4;
        int cal = row + ModeRow.CALIBRATED_7;
        int den = more + FirstModeRow.DENOMINATOR_2;
        double logarithmic = rows[more + FirstModeRow.DENOMINATOR_LOG];
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
            DoubleVector below = DoubleVector.fromArray(SPECIES, points, logs + i).fma(logarithmic, rows[den + 4])
                .add(c.mul(rows[den + 5]));
            below = below.fma(c, DoubleVector.broadcast(SPECIES, rows[den + 3]));
            below = below.fma(c, DoubleVector.broadcast(SPECIES, rows[den + 2]));
            below = below.fma(c, DoubleVector.broadcast(SPECIES, rows[den + 1]));
            below = below.fma(c, DoubleVector.broadcast(SPECIES, rows[den]))
                .fma(square, DoubleVector.broadcast(SPECIES, 1));
            real.fma(real, imaginary.mul(imaginary)).div(below).sqrt().add(calibrated)
                .mul(DoubleVector.fromArray(SPECIES, points, newtonian + i)).intoArray(out, at + i - from);
        }
    }
}
