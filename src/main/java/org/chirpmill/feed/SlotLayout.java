package org.chirpmill.feed;

import org.chirpmill.rows.BatchShape;

/**
 * Where in a client's memory its places lie, and what in a place, in bytes: parameters, h_plus and h_cross, each from
 * the beginning of a page on, laid out as {@link org.chirpmill.rows.Batch} says.
 *
 * @param slots how many places
 * @param shape of all rows of a place
 */
record SlotLayout(int slots, BatchShape shape) {
    private static final long PAGE = 4096;

    private static long pages(long bytes) {
        return Math.ceilDiv(bytes, PAGE) * PAGE;
    }

    /** Where h_plus begins in a place; parameters begin at 0. */
    long plus() {
        return pages(shape.parameterBytes());
    }

    /** Where h_cross begins in a place. */
    long cross() {
        return plus() + pages(shape.polarizationBytes());
    }

    /** From the beginning of one place to that of the next. */
    long slotBytes() {
        return cross() + pages(shape.polarizationBytes());
    }

    /** Of all places. */
    long bytes() {
        return slots * slotBytes();
    }

    /** The same with fewer rows a place, as many as so many bytes hold; fewer than one where not even that fits. */
    SlotLayout within(long room) {
        int rows = shape.capacity();
        SlotLayout fitting = this;
        while (rows > 0 && fitting.bytes() > room) {
            // Pages make it a little more than proportional.
            rows = (int) Math.min(rows - 1L, (long) (rows * (double) room / fitting.bytes()));
            fitting = new SlotLayout(slots,
                new BatchShape(rows, shape.columns(), shape.parameterCount(), shape.precision()));
        }
        return fitting;
    }
}
