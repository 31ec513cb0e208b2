package org.chirpmill.rows;

/**
 * Some rows of the set that a seed means, in the order in which they are wanted. Row i is the same whichever rows are
 * made with it.
 */
public sealed interface RowSelection permits RowRange, RowList {
    /** How many rows there are. */
    long count();

    /**
     * Which row of the set stands there.
     *
     * @param position from 0 to {@link #count} - 1
     * @throws IndexOutOfBoundsException where there is no such position
     */
    long row(long position);
}
