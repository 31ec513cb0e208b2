package org.chirpmill.engine;

import org.chirpmill.rows.Batch;
import org.chirpmill.rows.Precision;

/**
 * What becomes of evaluated rows before they are kept: the bins of each polarization turn into other numbers, row by
 * row, so that a row's numbers depend on no other row. Shared by all workers.
 */
public interface RowTransform {
    /** How many complex numbers are kept of one polarization of one row. */
    int columns();

    /** Whether rows are changed where they lie, and no second batch is needed. */
    boolean isInPlace();

    /** What the k-th of them is, from 0, in words. */
    default String nameOf(int column) {
        return "number " + column;
    }

    /**
     * How many rows a batch should have where the backend has no opinion.
     *
     * @param rowsForCaches how many evaluated rows a worker's cache holds, at least 1
     */
    int batchRows(int rowsForCaches);

    /** Bytes that it takes beside batches: what all share, and what each of so many workers needs. */
    long bytes(int workers, int capacity);

    /**
     * Opens it for the calling thread.
     *
     * @param capacity rows of the largest batch
     * @throws IllegalArgumentException where it was made for the other precision
     */
    Applier open(int capacity, Precision precision);

    /** A transform in the hands of one worker. */
    interface Applier extends AutoCloseable {
        /**
         * Transforms the rows of a batch. Whether what is kept is finite its caller finds out.
         *
         * @param evaluated the polarizations, rows x bins
         * @param kept receives them, rows x {@link #columns}; the same batch where the transform is in place
         */
        void apply(Batch evaluated, Batch kept);

        @Override
        void close();
    }
}
