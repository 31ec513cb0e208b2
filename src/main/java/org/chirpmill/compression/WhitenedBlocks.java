package org.chirpmill.compression;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.BatchSink;

/**
 * Gathers batches, which come in any order, into blocks of whitened polarizations and hands these over in theirs: sums
 * over rows then depend neither on threads nor on batch sizes. One block fills while batches that are ahead of it fill
 * the next; there are more only where a worker is held up for long.
 */
final class WhitenedBlocks implements BatchSink {
    /** Columns of a block, an even number: enough for products at full speed. Of many bins a block has fewer. */
    static final int BLOCK = 512;
    /** What a block may take, which {@link #BLOCK} columns do up to 32,768 bins. */
    private static final long BLOCK_BYTES = 256L << 20;
    /** Below that products would wait for memory. */
    private static final int LEAST = 64;

    private final Arena arena;
    private final int[] bins;
    private final double[] divisors;
    private final int width;
    private final LongUnaryOperator numbers;
    private final long polarizations;
    private final BlockConsumer consumer;
    private final Deque<ComplexMatrix> idle = new ArrayDeque<>();
    private final Map<Long, Filling> filling = new HashMap<>();
    private long next;

    /** A block and how many of its columns are there. */
    private static final class Filling {
        private final ComplexMatrix columns;
        private int filled;

        Filling(ComplexMatrix columns) {
            this.columns = columns;
        }
    }

    /**
     * Blocks of some bins of rows.
     *
     * @param bins places in the batches' rows
     * @param divisors one for each of these: the amplitude spectral density, or ones
     * @param numbers the number of each row among those that will come, from 0 on
     * @param polarizations how many will come, an even number
     */
    WhitenedBlocks(Arena arena, int[] bins, double[] divisors, LongUnaryOperator numbers, long polarizations,
            BlockConsumer consumer) {
        this.arena = arena;
        this.bins = bins;
        this.divisors = divisors;
        this.numbers = numbers;
        this.polarizations = polarizations;
        this.width = width(bins.length, polarizations);
        this.consumer = consumer;
    }

    /** Columns of a block where so many polarizations of so many bins come, an even number. */
    static int width(int activeBins, long polarizations) {
        long fitting = BLOCK_BYTES / ((long) activeBins * ComplexMatrix.COMPLEX_BYTES);
        return (int) Math.min(Math.clamp(fitting / 2 * 2, LEAST, BLOCK), polarizations);
    }

    @Override
    public void accept(Batch batch) {
        long rowBytes = (long) batch.bins() * ComplexMatrix.COMPLEX_BYTES;
        for (int row = 0; row < batch.count(); row++) {
            long column = 2 * numbers.applyAsLong(batch.row(row));
            put(column, batch.plus().asSlice(row * rowBytes, rowBytes));
            put(column + 1, batch.cross().asSlice(row * rowBytes, rowBytes));
        }
        for (Filling block = filling.get(next); isComplete(block); block = filling.get(next)) {
            consumer.accept(block.columns.columns(0, block.filled));
            idle.add(filling.remove(next).columns);
            next++;
        }
    }

    private boolean isComplete(Filling block) {
        return block != null && block.filled == Math.min(width, polarizations - next * width);
    }

    private void put(long column, MemorySegment series) {
        Filling block = filling.computeIfAbsent(column / width, _ -> new Filling(emptyBlock()));
        MemorySegment target = block.columns.columns((int) (column % width), 1).memory();
        for (int k = 0; k < bins.length; k++) {
            long from = 2L * bins[k];
            target.setAtIndex(ValueLayout.JAVA_DOUBLE, 2L * k,
                series.getAtIndex(ValueLayout.JAVA_DOUBLE, from) / divisors[k]);
            target.setAtIndex(ValueLayout.JAVA_DOUBLE, 2L * k + 1,
                series.getAtIndex(ValueLayout.JAVA_DOUBLE, from + 1) / divisors[k]);
        }
        block.filled++;
    }

    private ComplexMatrix emptyBlock() {
        return idle.isEmpty() ? ComplexMatrix.zeros(arena, bins.length, width) : idle.remove();
    }

    /** How many blocks there are in memory. */
    int blocks() {
        return idle.size() + filling.size();
    }
}
