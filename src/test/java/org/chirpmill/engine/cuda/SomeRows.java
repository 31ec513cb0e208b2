package org.chirpmill.engine.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.stream.IntStream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.Evaluator;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.phenomd.PhenomD;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.Precision;
import org.chirpmill.source.SourceParameters;

/** Aligned binaries, each different, and what the scalar backend makes of them. */
final class SomeRows {
    static final PhenomD MODEL = new PhenomD();
    static final int STRIDE = MODEL.layout().size();
    static final FrequencyGrid GRID = new FrequencyGrid(
        IntStream.range(0, 1025).mapToDouble(bin -> 0.5 * bin).toArray(), 40, 0.5);

    private SomeRows() {}

    static SourceParameters source(long row) {
        return new SourceParameters(30 + 0.1 * row, 25, 0, 0, 0.3, 0, 0, -0.2, 0.4, 1.1, 500, 0, 0);
    }

    /** Coefficients of rows {@code first} to {@code first + count - 1}. */
    static double[] prepared(long first, int count) {
        double[] rows = new double[count * STRIDE];
        for (int row = 0; row < count; row++) {
            try {
                MODEL.prepare(source(first + row), new EvaluationFrame(20, GRID), rows, row * STRIDE);
            } catch (SourceRefusedException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return rows;
    }

    /** A batch as its users find it: full of NaN. */
    static Batch batch(Arena arena, int capacity, Precision precision, long first, int count) {
        Batch batch = new Batch(arena, capacity, GRID.bins(), 1, precision);
        batch.startAt(0, capacity);
        batch.plus().fill((byte) 0xFF);
        batch.cross().fill((byte) 0xFF);
        batch.startAt(first, count);
        return batch;
    }

    /** Compares a batch with the scalar backend's answer. */
    static void requireScalar(Batch found) {
        try (Arena arena = Arena.ofConfined();
            Evaluator scalar = EvaluatorLookup.forced("scalar").open(MODEL, GRID, found.precision(), Accuracy.EXACT)) {
            Batch expected = batch(arena, found.count(), found.precision(), found.row(0), found.count());
            scalar.evaluate(prepared(found.row(0), found.count()), expected);
            requireSame(expected.plus(), found.plus(), found, "h_plus");
            requireSame(expected.cross(), found.cross(), found, "h_cross");
        }
    }

    private static void requireSame(MemorySegment expected, MemorySegment found, Batch batch, String what) {
        double tolerance = batch.precision() == Precision.SINGLE ? 1e-6 : 1e-11;
        double peak = 0;
        int numbers = 2 * batch.count() * batch.bins();
        for (int i = 0; i < numbers; i++) {
            peak = Math.max(peak, Math.abs(number(expected, i, batch)));
        }
        for (int i = 0; i < numbers; i++) {
            int row = i / (2 * batch.bins());
            assertEquals(number(expected, i, batch), number(found, i, batch), tolerance * peak,
                what + " of row " + (batch.row(row)) + ", bin " + i / 2 % batch.bins());
        }
    }

    private static double number(MemorySegment memory, int index, Batch batch) {
        return batch.precision() == Precision.SINGLE ? memory.getAtIndex(ValueLayout.JAVA_FLOAT, index)
            : memory.getAtIndex(ValueLayout.JAVA_DOUBLE, index);
    }
}
