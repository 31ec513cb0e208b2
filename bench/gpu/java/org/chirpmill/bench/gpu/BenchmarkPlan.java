package org.chirpmill.bench.gpu;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.chirpmill.bench.ProductionGrid;

/**
 * How much is measured.
 *
 * @param models by LALSimulation's names, the most interesting first
 * @param references folder of reference files, where rows are to be compared with them
 * @param draws production draws, and as many wide ones, that are checked
 * @param scalarRows how many of them the scalar backend evaluates too
 * @param checkedGrid their grid
 * @param grids whose rates are measured, the most interesting first
 * @param batches rows a launch, the most interesting first
 * @param distinctRows different rows that fill a batch
 * @param samples timings of which the median counts
 * @param ceilingBytes how much is copied at once to find the ceilings
 * @param shapeGrid where launch shapes are tried, if they are
 * @param runSeconds how long a run through the pipeline takes, or 0 for none
 * @param runModels the models that take it, each as fast as it can
 * @param runGrid their grid
 * @param runBatches batch sizes to compare on all cores
 * @param projection how much of the projection is measured; the first of {@code runModels} is also run compressed
 */
record BenchmarkPlan(List<String> models, Optional<Path> references, int draws, int scalarRows,
        ProductionGrid checkedGrid, List<ProductionGrid> grids, List<Integer> batches, int distinctRows, int samples,
        long ceilingBytes, Optional<ProductionGrid> shapeGrid, double runSeconds, List<String> runModels,
        ProductionGrid runGrid, List<Integer> runBatches, ProjectionPlan projection) {
    private static final List<String> ALL =
        List.of("IMRPhenomXPHM", "IMRPhenomD", "IMRPhenomXHM", "IMRPhenomXP", "IMRPhenomXAS", "TaylorF2");
    private static final List<String> RUNS = List.of("IMRPhenomXPHM", "IMRPhenomD");

    /** Everything. */
    static BenchmarkPlan full(Path references) {
        return new BenchmarkPlan(ALL, Optional.of(references), 256, 8, ProductionGrid.COARSE,
            List.of(ProductionGrid.FULL, ProductionGrid.COARSE, ProductionGrid.MULTIBANDED),
            List.of(4096, 16384, 1024, 65536, 256), 512, 9, 1L << 30, Optional.of(ProductionGrid.FULL), 2.5, RUNS,
            ProductionGrid.FULL, List.of(256, 1024, 4096), ProjectionPlan.full());
    }

    /** The same, coarsely. */
    static BenchmarkPlan quick(Path references) {
        return new BenchmarkPlan(ALL, Optional.of(references), 128, 4, ProductionGrid.COARSE,
            List.of(ProductionGrid.FULL, ProductionGrid.COARSE), List.of(4096, 1024), 256, 5, 512L << 20,
            Optional.empty(), 1, RUNS, ProductionGrid.FULL, List.of(1024), ProjectionPlan.quick());
    }

    /** Every kernel, launched on next to nothing: for tools that slow a program down a thousandfold, and for tests. */
    static BenchmarkPlan tiny() {
        return new BenchmarkPlan(ALL, Optional.empty(), 5, 1, ProductionGrid.TINY, List.of(), List.of(), 5, 1,
            1L << 20, Optional.empty(), 0, List.of(), ProductionGrid.TINY, List.of(), ProjectionPlan.tiny());
    }
}
