package org.chirpmill.rows;

import java.util.Arrays;

/** Rows of a set in any order, some perhaps more than once. */
public final class RowList implements RowSelection {
    private final long[] rows;

    private RowList(long[] rows) {
        this.rows = rows;
    }

    /**
     * The rows with these indices, in this order.
     *
     * @throws IllegalArgumentException where one is negative
     */
    public static RowList of(long... rows) {
        for (long row : rows) {
            if (row < 0) {
                throw new IllegalArgumentException("there is no row " + row);
            }
        }
        return new RowList(rows.clone());
    }

    @Override
    public long count() {
        return rows.length;
    }

    @Override
    public long row(long position) {
        return rows[Math.toIntExact(position)];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowList list && Arrays.equals(rows, list.rows);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(rows);
    }

    @Override
    public String toString() {
        return Arrays.toString(rows);
    }
}
