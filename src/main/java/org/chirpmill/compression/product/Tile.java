package org.chirpmill.compression.product;

/**
 * The innermost loop: a few lanes times a panel of the matrix, over one block of bins. A lane is one row of complex
 * numbers, a panel some neighbouring columns.
 *
 * <p>With x + i y for a lane's numbers and r + i s for those of a column, the four sums of x r, y s, x s and y r are
 * taken apart, each bin by bin with fused multiply-adds from zero on. Then x r - y s and x s + y r are rounded once
 * more. So no column and no lane sees another, and how many are taken at once cannot show. {@link PlainSingleTile}
 * says it in Java; every other tile gives the same bytes.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
interface Tile<A> {
    /** Bins of a block. It is part of the order of sums: another number means other bytes. */
    int BLOCK = 256;

    /** Lanes that are taken at once. */
    int LANES = 3;

    /** From one lane to the next. */
    int STRIDE = 2 * BLOCK;

    /** Columns of a panel. */
    int width();

    /**
     * Multiplies {@link #LANES} lanes.
     *
     * @param lanes each {@link #STRIDE} behind the one before, real and imaginary parts in turns
     * @param lane where the first of them begins
     * @param matrix a bin after another, {@link #width} real and then as many imaginary parts each
     * @param panel where its first bin lies
     * @param bins how many, at most {@link #BLOCK}
     * @param products receives of each lane {@link #width} real and as many imaginary parts
     * @param to where the first lane's belong
     * @param line from one lane's to the next one's
     */
    void multiply(A lanes, int lane, A matrix, int panel, int bins, A products, int to, int line);
}
