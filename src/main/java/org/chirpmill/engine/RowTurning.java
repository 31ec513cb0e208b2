package org.chirpmill.engine;

import org.chirpmill.rows.Batch;

/**
 * Rows that are multiplied by exp(2 pi i (a p + b q)) bin by bin, with p and q of the bin and a and b of the row, which
 * a device may do right where it evaluates.
 */
public interface RowTurning {
    /** The first bin that is turned: those before are zero. */
    int firstBin();

    /** p of all bins, then q of all bins. */
    double[] powers();

    /**
     * a and b of the rows of a batch, from their parameters, in turns.
     *
     * @param coefficients receives 2 x count numbers, both of a row beside each other
     */
    void coefficients(Batch batch, double[] coefficients);
}
