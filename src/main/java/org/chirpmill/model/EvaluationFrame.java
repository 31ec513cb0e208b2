package org.chirpmill.model;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.chirpmill.domain.FrequencyGrid;

/** What all waveforms of a run share. */
public final class EvaluationFrame {
    private final double referenceFrequency;
    private final FrequencyGrid grid;
    private final FrequencyGrid points;
    private final List<GridPoint> edges;

    /**
     * Looks at the grid's ends once.
     *
     * @param referenceFrequency f_ref, Hz: where spins and phase are given
     * @param grid the frequencies that waveforms are defined on, all of which are evaluated
     */
    public EvaluationFrame(double referenceFrequency, FrequencyGrid grid) {
        this(referenceFrequency, grid, grid, edges(grid));
    }

    private EvaluationFrame(
            double referenceFrequency, FrequencyGrid grid, FrequencyGrid points, List<GridPoint> edges) {
        this.referenceFrequency = referenceFrequency;
        this.grid = Objects.requireNonNull(grid);
        this.points = points;
        this.edges = edges;
    }

    /** The same waveforms at some bins of the {@link #grid} alone, in rising order. */
    public EvaluationFrame at(int[] bins) {
        return new EvaluationFrame(referenceFrequency, grid, grid.only(bins), edges);
    }

    /** The same waveforms at all bins. */
    public EvaluationFrame everywhere() {
        return new EvaluationFrame(referenceFrequency, grid, grid, edges);
    }

    private static List<GridPoint> edges(FrequencyGrid grid) {
        double[] evaluated = IntStream.range(grid.firstBin(), grid.bins()).mapToDouble(bin -> grid.frequencies()[bin])
            .filter(f -> f > 0).toArray();
        if (evaluated.length == 0) {
            return List.of();
        }
        FrequencyGrid ends = FrequencyGrid.ofSamples(new double[] {evaluated[0], evaluated[evaluated.length - 1]});
        double[] tables = GridTables.of(ends);
        return List.of(GridPoint.of(tables, ends.bins(), 0), GridPoint.of(tables, ends.bins(), 1));
    }

    /** f_ref, Hz: where spins and phase are given. */
    public double referenceFrequency() {
        return referenceFrequency;
    }

    /**
     * The frequencies that waveforms are defined on: where they begin and end, whether they lie on a uniform grid and
     * what follows from that are this grid's, whichever of its bins are evaluated.
     */
    public FrequencyGrid grid() {
        return grid;
    }

    /** The frequencies to evaluate at: the {@link #grid}, or a list of some of its bins. */
    public FrequencyGrid points() {
        return points;
    }

    /** The first and the last bin of the grid that are not always zero; none where no bin is. */
    public List<GridPoint> edges() {
        return edges;
    }
}
