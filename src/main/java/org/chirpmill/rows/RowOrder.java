package org.chirpmill.rows;

/** In which order batches come. What is in them is the same. */
public enum RowOrder {
    /** As soon as each is finished. */
    BY_COMPLETION,
    /** In the order of the rows that were asked for; a batch that is ahead waits for those before it. */
    BY_ROW
}
