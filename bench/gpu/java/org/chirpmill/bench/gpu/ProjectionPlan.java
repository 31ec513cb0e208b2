package org.chirpmill.bench.gpu;

import java.util.List;
import org.chirpmill.bench.ProductionGrid;

/**
 * How much of the projection is measured.
 *
 * @param models whose rows are projected, by LALSimulation's names; the first is timed
 * @param grid their grid
 * @param widths vectors of the bases, the most first
 * @param rows production rows that are checked
 * @param batches rows a launch whose rates are measured, the most interesting first
 */
record ProjectionPlan(List<String> models, ProductionGrid grid, List<Integer> widths, int rows,
        List<Integer> batches) {
    /** More rows than a tile has, and no multiple of it. */
    private static final int SOME_ROWS = 70;
    private static final List<String> MODELS = List.of("IMRPhenomXPHM", "IMRPhenomD");
    /** DINGO's width, and one that fits no tile. */
    private static final List<Integer> WIDTHS = List.of(200, 77);

    static ProjectionPlan full() {
        return new ProjectionPlan(MODELS, ProductionGrid.FULL, WIDTHS, SOME_ROWS, List.of(4096, 1024, 256, 16384));
    }

    static ProjectionPlan quick() {
        return new ProjectionPlan(MODELS, ProductionGrid.FULL, WIDTHS, SOME_ROWS, List.of(4096, 1024));
    }

    static ProjectionPlan tiny() {
        return new ProjectionPlan(MODELS, ProductionGrid.TINY, List.of(20, 7), 5, List.of());
    }
}
