package org.chirpmill.engine.cuda;

/**
 * How a kernel's work is laid out.
 *
 * @param blocksX blocks side by side
 * @param blocksY layers of blocks
 * @param threads threads a block
 * @param sharedBytes dynamic shared memory a block, bytes
 */
public record LaunchShape(int blocksX, int blocksY, int threads, int sharedBytes) {
    private static final int THREADS = 256;
    /** So many rows one after another repay a block for its start. */
    private static final int ROWS_A_BLOCK = 8;
    /** Rows and columns of coefficients that a block of the projection makes. */
    private static final int TILE = 64;
    /** The most layers that CUDA allows. */
    private static final int MOST_LAYERS = 65535;

    /** An exact kernel: a thread a bin, tiles of bins side by side, layers that stride over the rows. */
    static LaunchShape exact(int bins, int count, int sharedBytes) {
        int layers = Math.clamp(Math.ceilDiv(count, ROWS_A_BLOCK), 1, MOST_LAYERS);
        return new LaunchShape(Math.max(1, Math.ceilDiv(bins, THREADS)), layers, THREADS, sharedBytes);
    }

    /** The projection: a block a tile of coefficients. */
    static LaunchShape projection(int rows, int size, int sharedBytes) {
        return new LaunchShape(Math.ceilDiv(size, TILE), Math.min(Math.ceilDiv(rows, TILE), MOST_LAYERS), THREADS,
            sharedBytes);
    }

    /** A fast kernel: a block a row. */
    static LaunchShape fast(int count, int sharedBytes) {
        return new LaunchShape(count, 1, THREADS, sharedBytes);
    }
}
