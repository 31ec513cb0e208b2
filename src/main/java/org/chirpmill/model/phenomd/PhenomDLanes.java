package org.chirpmill.model.phenomd;

import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.lanes.PiecewiseLanes;
import org.chirpmill.model.lanes.Points;
import org.chirpmill.model.lanes.QuadrupoleLanes;

/**
 * The amplitude and the phase of {@link PhenomDKernel} at many points at once. Pieces are computed in
 * the order of their frequencies, each writing up to a vector more than it has, which the next writes again.
 */
public final class PhenomDLanes implements QuadrupoleLanes {
    @Override
    public double end(double[] rows, int row) {
        return rows[row + PhenomDRow.CUTOFF];
    }

    @Override
    public int joins(double[] rows, int row, double[] out) {
        out[0] = rows[row + PhenomDRow.AMPLITUDE_JOIN_1];
        out[1] = rows[row + PhenomDRow.AMPLITUDE_JOIN_2];
        out[2] = rows[row + PhenomDRow.PHASE_JOIN_1];
        out[3] = rows[row + PhenomDRow.PHASE_JOIN_2];
        return 4;
    }

    /** To zero, and to the poles of the ringdown. */
    @Override
    public double scale(double[] rows, int row, double f) {
        double amplitude = f - rows[row + PhenomDRow.RINGDOWN];
        double phase = f - rows[row + PhenomDRow.MERGER_CENTRE];
        double damping = 1 / rows[row + PhenomDRow.MERGER_INVERSE_DAMPING];
        double poles = Math.min(phase * phase + damping * damping,
            amplitude * amplitude + rows[row + PhenomDRow.RINGDOWN_WIDTH_SQUARED]);
        return Math.min(f, Math.sqrt(poles));
    }

    /** The amplitude, Hz^(-7/6). */
    @Override
    public void amplitude(double[] rows, int row, double[] points, int stride, int from, int to, double[] out) {
        double start = rows[row + PhenomDRow.AMPLITUDE_JOIN_1];
        double end = rows[row + PhenomDRow.AMPLITUDE_JOIN_2];
        int join1 = Points.firstAtOrAbove(points, stride, from, to, start);
        int join2 = Points.firstAtOrAbove(points, stride, join1, to, end);
        PiecewiseLanes.inspiralAmplitude(rows, row + PhenomDRow.INSPIRAL_2, points, stride, from, join1, out, 0);
        PiecewiseLanes.newton(rows, row + PhenomDRow.NEWTON_0, start, rows[row + PhenomDRow.AMPLITUDE_MIDDLE], end,
            points, stride, join1, join2, out, join1 - from);
        PiecewiseLanes.fallingLorentzian(rows[row + PhenomDRow.RINGDOWN_HEIGHT],
            rows[row + PhenomDRow.RINGDOWN_SLOPE], rows[row + PhenomDRow.RINGDOWN],
            rows[row + PhenomDRow.RINGDOWN_WIDTH_SQUARED], points, stride, join2, to, out, join2 - from);
        PiecewiseLanes.timesNewtonian(points, stride, join1, to, out, join1 - from);
    }

    @Override
    public void phase(double[] rows, int row, double[] points, int stride, int from, int to, double[] out) {
        int join1 = Points.firstAtOrAbove(points, stride, from, to, rows[row + PhenomDRow.PHASE_JOIN_1]);
        int join2 = Points.firstAtOrAbove(points, stride, join1, to, rows[row + PhenomDRow.PHASE_JOIN_2]);
        PiecewiseLanes.inspiralPhase(rows, row + PhenomDRow.PHASE_MINUS_5,
            rows[row + PhenomDRow.LOG_0], rows[row + PhenomDRow.LOG_1], 0, points, stride, from, join1, out, 0);
        Arrays.fill(out, join1 - from, join2 - from + COUNT, 0);
        PiecewiseLanes.latePhase(rows[row + PhenomDRow.INTERMEDIATE_CONSTANT],
            rows[row + PhenomDRow.INTERMEDIATE_LINEAR], 0, rows[row + PhenomDRow.INTERMEDIATE_LOG], 0, 0,
            rows[row + PhenomDRow.INTERMEDIATE_CUBIC], 0, out, points, stride, join1, join2, out, join1 - from);
        mergerPhase(rows, row, points, stride, join2, to, out, join2 - from);
    }

    private static void mergerPhase(
            double[] rows, int row, double[] points, int stride, int from, int to, double[] out, int at) {
        PiecewiseLanes.arctangent(rows[row + PhenomDRow.MERGER_CENTRE], rows[row + PhenomDRow.MERGER_INVERSE_DAMPING],
            points, stride, from, to, out, at);
        int frequencies = GridTables.FREQUENCY * stride;
        int roots = GridTables.FOURTH_ROOT * stride;
        for (int i = from; i < to; i += COUNT) {
            DoubleVector f = DoubleVector.fromArray(SPECIES, points, frequencies + i);
            DoubleVector root = DoubleVector.fromArray(SPECIES, points, roots + i);
            DoubleVector sum = f.fma(rows[row + PhenomDRow.MERGER_LINEAR], rows[row + PhenomDRow.MERGER_CONSTANT])
                .add(DoubleVector.broadcast(SPECIES, rows[row + PhenomDRow.MERGER_INVERSE]).div(f));
            sum = root.mul(root).mul(root)
                .fma(DoubleVector.broadcast(SPECIES, rows[row + PhenomDRow.MERGER_POWER]), sum);
            DoubleVector.fromArray(SPECIES, out, at + i - from)
                .fma(DoubleVector.broadcast(SPECIES, rows[row + PhenomDRow.MERGER_ARCTAN]), sum)
                .intoArray(out, at + i - from);
        }
    }
}
