package org.chirpmill.engine.scalar;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.Evaluator;
import org.chirpmill.model.BinKernel;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.Precision;

/** Runs a model's kernel over blocks of bins that stay in the first-level cache. */
final class ScalarEvaluator implements Evaluator {
    private static final int BLOCK = 256;

    private final BinKernel kernel;
    private final int stride;
    private final double[] tables;
    private final int bins;
    private final int firstBin;
    private final double[] values = new double[4 * BLOCK];
    private final PackedBlock packed;

    ScalarEvaluator(WaveformModel model, FrequencyGrid grid, Precision precision) {
        this.kernel = model.kernel();
        this.stride = model.layout().size();
        this.tables = GridTables.of(grid);
        this.bins = grid.bins();
        this.firstBin = grid.firstBin();
        this.packed = switch (precision) {
            case SINGLE -> new SingleBlock();
            case DOUBLE -> new DoubleBlock();
        };
    }

    @Override
    public void evaluate(double[] rows, Batch batch) {
        MemorySegment plus = batch.plus();
        MemorySegment cross = batch.cross();
        int complexBytes = batch.precision().complexBytes();
        for (int row = 0; row < batch.count(); row++) {
            long start = (long) row * bins * complexBytes;
            batch.setSilentFrom(row, bins);
            plus.asSlice(start, (long) firstBin * complexBytes).fill((byte) 0);
            cross.asSlice(start, (long) firstBin * complexBytes).fill((byte) 0);
            for (int from = firstBin; from < bins; from += BLOCK) {
                int to = Math.min(from + BLOCK, bins);
                kernel.polarizations(rows, row * stride, tables, bins, from, to, values);
                packed.store(values, to - from, plus, cross, start + (long) from * complexBytes);
            }
        }
    }

    @Override
    public void close() {
        // Nothing is held outside the heap.
    }

    /** Separates the polarizations of a block, in the output's precision, and copies them off-heap. */
    private interface PackedBlock {
        void store(double[] values, int bins, MemorySegment plus, MemorySegment cross, long offset);
    }

    private static final class SingleBlock implements PackedBlock {
        private final float[] plusBlock = new float[2 * BLOCK];
        private final float[] crossBlock = new float[2 * BLOCK];

        @Override
        public void store(double[] values, int bins, MemorySegment plus, MemorySegment cross, long offset) {
            for (int bin = 0; bin < bins; bin++) {
                plusBlock[2 * bin] = (float) values[4 * bin];
                plusBlock[2 * bin + 1] = (float) values[4 * bin + 1];
                crossBlock[2 * bin] = (float) values[4 * bin + 2];
                crossBlock[2 * bin + 1] = (float) values[4 * bin + 3];
            }
            MemorySegment.copy(plusBlock, 0, plus, ValueLayout.JAVA_FLOAT, offset, 2 * bins);
            MemorySegment.copy(crossBlock, 0, cross, ValueLayout.JAVA_FLOAT, offset, 2 * bins);
        }
    }

    private static final class DoubleBlock implements PackedBlock {
        private final double[] plusBlock = new double[2 * BLOCK];
        private final double[] crossBlock = new double[2 * BLOCK];

        @Override
        public void store(double[] values, int bins, MemorySegment plus, MemorySegment cross, long offset) {
            for (int bin = 0; bin < bins; bin++) {
                plusBlock[2 * bin] = values[4 * bin];
                plusBlock[2 * bin + 1] = values[4 * bin + 1];
                crossBlock[2 * bin] = values[4 * bin + 2];
                crossBlock[2 * bin + 1] = values[4 * bin + 3];
            }
            MemorySegment.copy(plusBlock, 0, plus, ValueLayout.JAVA_DOUBLE, offset, 2 * bins);
            MemorySegment.copy(crossBlock, 0, cross, ValueLayout.JAVA_DOUBLE, offset, 2 * bins);
        }
    }
}
