package org.chirpmill.model;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.chirpmill.domain.FrequencyGrid;

/** What all waveforms of a run share. */
public final class EvaluationFrame {
    private final double referenceFrequency;
    private final FrequencyGrid grid;
    private final List<GridPoint> edges;

    /**
     * Looks at the grid's ends once.
     *
     * @param referenceFrequency f_ref, Hz: where spins and phase are given
     * @param grid the frequencies to evaluate at
     */
    public EvaluationFrame(double referenceFrequency, FrequencyGrid grid) {
        this.referenceFrequency = referenceFrequency;
        this.grid = Objects.requireNonNull(grid);
        this.edges = edges(grid);
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

    /** The frequencies to evaluate at. */
    public FrequencyGrid grid() {
        return grid;
    }

    /** The first and the last bin that are evaluated; none where no bin is. */
    public List<GridPoint> edges() {
        return edges;
    }
}
