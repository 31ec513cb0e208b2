package org.chirpmill.compression;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Gives back the waveforms of coefficients a block of rows at once, as a product of matrices in double precision on the
 * calling thread: the same as {@link SvdBasis#decompress} to rounding, and many times as fast, since the vectors come
 * from memory once a block instead of once a row. Keeps a copy of the vectors and two blocks off the heap until it is
 * closed. One thread at a time.
 */
public final class BlockRestorer implements AutoCloseable {
    /** What a block of waveforms may take: more rows at once gain nothing, measured on 2,049 and 8,193 bins. */
    private static final long BLOCK_BYTES = 16L << 20;

    private static final int MOST_ROWS = 512;

    private final SvdBasis basis;
    private final int rowsAtOnce;
    private final Arena arena = Arena.ofShared();
    private final ComplexProduct product;
    private final MemorySegment vectors;
    private final MemorySegment coefficients;
    private final MemorySegment series;

    /** Waveforms as they are spanned by this basis: whitening, where there was any, stays. */
    public BlockRestorer(SvdBasis basis) {
        this.basis = basis;
        this.rowsAtOnce = rowsAtOnce(basis.bins());
        this.product = new ComplexProduct(arena);
        this.vectors = doubles(basis.v().length);
        MemorySegment.copy(basis.v(), 0, vectors, ValueLayout.JAVA_DOUBLE, 0, basis.v().length);
        this.coefficients = doubles(2L * rowsAtOnce * basis.size());
        this.series = doubles(2L * rowsAtOnce * basis.bins());
    }

    private MemorySegment doubles(long count) {
        return arena.allocate(count * Double.BYTES, 64);
    }

    /** How many rows of so many frequency bins make a block. */
    public static int rowsAtOnce(int bins) {
        return Math.clamp(BLOCK_BYTES / (2L * bins * Double.BYTES), 1, MOST_ROWS);
    }

    /**
     * Replaces each row's coefficients by its waveform.
     *
     * @param rows any number of arrays of 2 x size, which become arrays of 2 x bins
     */
    public void restore(double[][] rows) {
        for (int from = 0; from < rows.length; from += rowsAtOnce) {
            restore(rows, from, Math.min(rowsAtOnce, rows.length - from));
        }
    }

    private void restore(double[][] rows, int from, int count) {
        int stored = 2 * basis.size();
        int parts = 2 * basis.bins();
        for (int k = 0; k < count; k++) {
            MemorySegment.copy(rows[from + k], 0, coefficients, ValueLayout.JAVA_DOUBLE,
                (long) k * stored * Double.BYTES, stored);
        }
        product.multiplyByAdjoint(coefficients, count, basis.size(), vectors, basis.bins(), series);
        for (int k = 0; k < count; k++) {
            rows[from + k] = new double[parts];
            MemorySegment.copy(series, ValueLayout.JAVA_DOUBLE, (long) k * parts * Double.BYTES,
                rows[from + k], 0, parts);
        }
    }

    @Override
    public void close() {
        arena.close();
    }
}
