package org.chirpmill.model.phenomx;

import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import org.chirpmill.model.lanes.PiecewiseLanes;
import org.chirpmill.model.lanes.Points;

/**
 * The amplitude and the phase of {@link XasKernel} at many points at once. Pieces are computed in the order of their
 * frequencies, each writing up to a vector more than it has, which the next writes again.
 */
public final class XasLanes {
    private XasLanes() {}

    /**
     * The amplitude of the row, Hz^(-7/6).
     *
     * @param rows coefficients
     * @param row where the row begins, laid out as {@link XasRow} says
     * @param points the points' tables
     * @param stride how long each table is
     * @param from first point
     * @param to end of the points
     * @param out receives the amplitudes
     * @param at where the first goes
     */
    public static void amplitude(
            double[] rows, int row, double[] points, int stride, int from, int to, double[] out, int at) {
        double start = rows[row + XasRow.AMPLITUDE_JOIN_1];
        double end = rows[row + XasRow.AMPLITUDE_JOIN_2];
        int join1 = Points.firstAtOrAbove(points, stride, from, to, start);
        int join2 = Points.firstAtOrAbove(points, stride, join1, to, end);
        PiecewiseLanes.inspiralAmplitude(rows, row + XasRow.INSPIRAL_2, points, stride, from, join1, out, at);
        PiecewiseLanes.newton(rows, row + XasRow.NEWTON_0, start, rows[row + XasRow.AMPLITUDE_MIDDLE], end,
            points, stride, join1, join2, out, at + join1 - from);
        reciprocal(out, at + join1 - from, at + join2 - from);
        mergerAmplitude(rows, row, points, stride, join2, to, out, at + join2 - from);
    }

    /** The ringdown's amplitude, also where it does not hold. */
    public static void mergerAmplitude(
            double[] rows, int row, double[] points, int stride, int from, int to, double[] out, int at) {
        PiecewiseLanes.fallingLorentzian(rows[row + XasRow.MERGER_HEIGHT], rows[row + XasRow.MERGER_SLOPE],
            rows[row + XasRow.RINGDOWN], rows[row + XasRow.MERGER_WIDTH_SQUARED],
            points, stride, from, to, out, at);
        PiecewiseLanes.timesNewtonian(points, stride, from, to, out, at);
    }

    /** The phase of h = A exp(i phase), rad. Arguments as those of {@link #amplitude}. */
    public static void phase(
            double[] rows, int row, double[] points, int stride, int from, int to, double[] out, int at) {
        int join1 = Points.firstAtOrAbove(points, stride, from, to, rows[row + XasRow.PHASE_JOIN_1]);
        int join2 = Points.firstAtOrAbove(points, stride, join1, to, rows[row + XasRow.PHASE_JOIN_2]);
        PiecewiseLanes.inspiralPhase(rows, row + XasRow.PHASE_MINUS_5,
            rows[row + XasRow.LOG_0], rows[row + XasRow.LOG_1], rows[row + XasRow.LOG_3],
            points, stride, from, join1, out, at);
        int at1 = at + join1 - from;
        PiecewiseLanes.arctangent(rows[row + XasRow.RINGDOWN], rows[row + XasRow.INTERMEDIATE_INVERSE_WIDTH],
            points, stride, join1, join2, out, at1);
        PiecewiseLanes.latePhase(rows[row + XasRow.INTERMEDIATE_CONSTANT], rows[row + XasRow.INTERMEDIATE_LINEAR], 0,
            rows[row + XasRow.INTERMEDIATE_LOG], rows[row + XasRow.INTERMEDIATE_INVERSE],
            rows[row + XasRow.INTERMEDIATE_INVERSE_2], rows[row + XasRow.INTERMEDIATE_INVERSE_3],
            rows[row + XasRow.INTERMEDIATE_ARCTAN], out, points, stride, join1, join2, out, at1);
        int at2 = at + join2 - from;
        PiecewiseLanes.arctangent(rows[row + XasRow.RINGDOWN], rows[row + XasRow.RINGDOWN_INVERSE_WIDTH],
            points, stride, join2, to, out, at2);
        PiecewiseLanes.latePhase(rows[row + XasRow.RINGDOWN_CONSTANT], rows[row + XasRow.RINGDOWN_LINEAR],
            rows[row + XasRow.RINGDOWN_TWO_THIRDS], 0, rows[row + XasRow.RINGDOWN_INVERSE], 0,
            rows[row + XasRow.RINGDOWN_INVERSE_3], rows[row + XasRow.RINGDOWN_ARCTAN], out,
            points, stride, join2, to, out, at2);
    }

    /** Writes the frequencies, Hz, at which amplitude or phase are not smooth, and returns the end of what it wrote. */
    public static int joins(double[] rows, int row, double[] out, int at) {
        out[at] = rows[row + XasRow.AMPLITUDE_JOIN_1];
        out[at + 1] = rows[row + XasRow.AMPLITUDE_JOIN_2];
        out[at + 2] = rows[row + XasRow.PHASE_JOIN_1];
        out[at + 3] = rows[row + XasRow.PHASE_JOIN_2];
        return at + 4;
    }

    /** The distance, Hz, of a frequency to the poles: zero, and the complex frequency of the ringdown. */
    public static double scale(double[] rows, int row, double f) {
        double away = f - rows[row + XasRow.RINGDOWN];
        double damping = 1 / rows[row + XasRow.RINGDOWN_INVERSE_WIDTH];
        return Math.min(f, Math.sqrt(away * away + damping * damping));
    }

    private static void reciprocal(double[] out, int from, int to) {
        for (int i = from; i < to; i += COUNT) {
            DoubleVector.broadcast(SPECIES, 1).div(DoubleVector.fromArray(SPECIES, out, i)).intoArray(out, i);
        }
    }
}
