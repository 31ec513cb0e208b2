package org.chirpmill.feed;

import org.chirpmill.rows.RowList;
import org.chirpmill.rows.RowRange;
import org.chirpmill.rows.RowSelection;

/** What a client asks for, as it said it: whether that can be had is for others to judge. */
sealed interface Request {
    /**
     * The first one: memory to receive rows in.
     *
     * @param version of the protocol that the client speaks
     * @param slots how many places it wants, each for the rows of one question
     * @param rows how many rows a place is to hold, 0 for a usual number; it may get fewer
     */
    record Hello(int version, int slots, int rows) implements Request {}

    /** Rows for one of its places. */
    sealed interface Rows extends Request {
        /** What the client calls this question. */
        long id();

        /** The place. */
        int slot();

        /**
         * Which rows.
         *
         * @throws IllegalArgumentException where there are no such rows, with a clause
         */
        RowSelection selection();
    }

    /** Rows {@code first} to {@code first + count - 1}. */
    record Range(long id, int slot, long first, int count) implements Rows {
        @Override
        public RowSelection selection() {
            if (first < 0 || count < 0 || first > Long.MAX_VALUE - count) {
                throw new IllegalArgumentException("there are no " + count + " rows from row " + first + " on");
            }
            return new RowRange(first, first + count);
        }
    }

    /** The rows with these indices, in this order. */
    record Listed(long id, int slot, long[] rows) implements Rows {
        @Override
        public RowSelection selection() {
            return RowList.of(rows);
        }
    }
}
