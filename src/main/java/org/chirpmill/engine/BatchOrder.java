package org.chirpmill.engine;

import org.chirpmill.rows.Batch;

/** A batch that somebody wants filled. Told once what came of it, by the worker that took it. */
public interface BatchOrder {
    /** Where rows go and which: a batch that was started, and is its orderer's until a worker takes it. */
    Batch batch();

    /** All rows of the batch are there. */
    void filled();

    /**
     * The batch holds nothing of use.
     *
     * @param reason such as an {@link UnusableRowException}
     */
    void failed(Throwable reason);
}
