package org.chirpmill.engine;

import java.io.IOException;

/** Where finished batches go. Called by one thread, once for every row range, in any order. */
public interface BatchSink {
    /**
     * Takes a batch's content; the batch is reused as soon as this returns.
     *
     * @throws IOException where the content could not be stored; the run ends and can be resumed
     */
    void accept(Batch batch) throws IOException;
}
