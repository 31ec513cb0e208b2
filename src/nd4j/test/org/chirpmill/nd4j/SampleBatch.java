package org.chirpmill.nd4j;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.Precision;

/** Batches of which every number tells its place. */
final class SampleBatch {
    static final int PARAMETERS = 3;
    static final int BINS = 5;

    private SampleBatch() {}

    /** Rows {@code firstRow} to {@code firstRow + count - 1} in a batch that has room for two more. */
    static Batch of(Arena arena, Precision precision, long firstRow, int count) {
        Batch batch = new Batch(arena, count + 2, BINS, PARAMETERS, precision);
        batch.startAt(firstRow, count);
        for (int k = 0; k < count * PARAMETERS; k++) {
            batch.parameters().setAtIndex(ValueLayout.JAVA_DOUBLE, k,
                parameter(firstRow + k / PARAMETERS, k % PARAMETERS));
        }
        for (int k = 0; k < count * BINS * 2; k++) {
            double value = plus(firstRow + k / (BINS * 2), k / 2 % BINS, k % 2);
            set(batch.plus(), precision, k, value);
            set(batch.cross(), precision, k, -value / 2);
        }
        return batch;
    }

    static double parameter(long row, int column) {
        return row + column / 3.0;
    }

    /** Real part 0, imaginary part 1. */
    static double plus(long row, int bin, int part) {
        return 1e-22 * (row + bin / 7.0 + part / 3.0);
    }

    private static void set(MemorySegment segment, Precision precision, long index, double value) {
        switch (precision) {
            case SINGLE -> segment.setAtIndex(ValueLayout.JAVA_FLOAT, index, (float) value);
            case DOUBLE -> segment.setAtIndex(ValueLayout.JAVA_DOUBLE, index, value);
        }
    }
}
