package org.chirpmill.engine;

import org.chirpmill.rows.Batch;
import org.chirpmill.rows.Precision;

/**
 * A transform that takes some bins of a row in place of all: {@link #ofBins} multiplies them, by whoever evaluates or
 * by the worker, and the transform itself takes the products, keeps what is wanted of them, and knows of each row
 * whether its bins tell enough of it. Of a row that they do not serve all bins are evaluated and transformed by
 * {@link #whole}. Whether they serve a row depends on that row alone.
 */
public interface SampledTransform extends RowTransform {
    /** The bins, in rising order. */
    int[] bins();

    /** What multiplies them. */
    MatrixTransform ofBins();

    /** What makes the same numbers of all bins. */
    RowTransform whole();

    /** What is said of a row that was made of all bins, to follow "on 3 of 50 rows". */
    String remark();

    /** Bytes that it takes beside batches and beside {@link #ofBins}. */
    @Override
    long bytes(int workers, int capacity);

    @Override
    Applier open(int capacity, Precision precision);

    /** The transform in the hands of one worker. */
    interface Applier extends RowTransform.Applier {
        /**
         * Keeps what is wanted of rows.
         *
         * @param multiplied what {@link #ofBins} has made of the rows
         * @param kept receives them, rows x {@link #columns}
         */
        @Override
        void apply(Batch multiplied, Batch kept);

        /** Whether a row of the batch that was transformed last is as good as its bins have to make it. */
        boolean serves(int row);
    }
}
