package org.chirpmill.compression.product;

import java.lang.foreign.MemorySegment;

/**
 * Loops over real and imaginary parts in arrays of one precision, where the tile's loop is none of them.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
interface Parts<A> {
    /** Bytes of a part. */
    int bytes();

    A array(int length);

    double get(A array, int index);

    void set(A array, int index, double value);

    /** Reads {@code count} parts that lie {@code offset} bytes from the segment's start. */
    void read(MemorySegment from, long offset, A to, int index, int count);

    /** Sets parts to zero, {@code to} not among them. */
    void clear(A array, int from, int to);

    /** Adds {@code count} parts to sums. */
    void addTo(double[] sums, int first, A parts, int index, int count);

    /**
     * Writes sums as interleaved complex numbers.
     *
     * @param sums of one lane as {@link LaneProducts} has them, panel by panel
     * @param first where they begin
     * @param width columns of a panel
     * @param scale what each is multiplied by
     * @param columns how many numbers are written
     * @param offset where the first of them belongs, bytes
     */
    void write(double[] sums, int first, int width, double scale, int columns, MemorySegment to, long offset);
}
