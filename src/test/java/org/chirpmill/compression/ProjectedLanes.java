package org.chirpmill.compression;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.chirpmill.engine.RowTransform;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.Precision;

/** Coefficients of lanes, h_plus of all rows before h_cross, that come in batches. */
final class ProjectedLanes {
    private ProjectedLanes() {}

    /**
     * Projects them.
     *
     * @param lanes each as many complex numbers as the projection has bins
     * @param batchSize rows of a batch
     */
    static double[][] of(Projection projection, double[][] lanes, int batchSize) {
        int rows = lanes.length / 2;
        int bins = projection.bins();
        Precision precision = projection.precision();
        double[][] kept = new double[lanes.length][];
        try (Arena arena = Arena.ofConfined(); RowTransform.Applier applier = projection.open(batchSize, precision)) {
            Batch evaluated = new Batch(arena, batchSize, bins, 1, precision);
            Batch coefficients = new Batch(arena, batchSize, projection.columns(), 1, precision);
            for (int first = 0; first < rows; first += batchSize) {
                int count = Math.min(batchSize, rows - first);
                evaluated.startAt(first, count);
                coefficients.startAt(first, count);
                for (int row = 0; row < count; row++) {
                    write(evaluated.plus(), row, lanes[first + row], precision);
                    write(evaluated.cross(), row, lanes[rows + first + row], precision);
                    evaluated.setSilentFrom(row, bins);
                }
                applier.apply(evaluated, coefficients);
                for (int row = 0; row < count; row++) {
                    kept[first + row] = read(coefficients.plus(), row, projection);
                    kept[rows + first + row] = read(coefficients.cross(), row, projection);
                }
            }
        }
        return kept;
    }

    private static void write(MemorySegment segment, int row, double[] parts, Precision precision) {
        for (int part = 0; part < parts.length; part++) {
            long at = (long) row * parts.length + part;
            if (precision == Precision.SINGLE) {
                segment.setAtIndex(ValueLayout.JAVA_FLOAT, at, (float) parts[part]);
            } else {
                segment.setAtIndex(ValueLayout.JAVA_DOUBLE, at, parts[part]);
            }
        }
    }

    private static double[] read(MemorySegment segment, int row, Projection projection) {
        double[] parts = new double[2 * projection.columns()];
        Arrays.setAll(parts, part -> {
            long at = (long) row * parts.length + part;
            return projection.precision() == Precision.SINGLE ? segment.getAtIndex(ValueLayout.JAVA_FLOAT, at)
                : segment.getAtIndex(ValueLayout.JAVA_DOUBLE, at);
        });
        return parts;
    }
}
