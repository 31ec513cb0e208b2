package org.chirpmill.rows;

import java.io.IOException;

/** Where finished batches go. Called once for every row range, in any order, by one thread at a time. */
public interface BatchSink {
    /** Throws batches away where they lie. */
    BatchSink NOWHERE = new BatchSink() {
        @Override
        public void accept(Batch batch) {
            // Not wanted.
        }

        @Override
        public boolean isPrompt() {
            return true;
        }
    };

    /**
     * Takes a batch's content; the batch is reused as soon as this returns.
     *
     * @throws IOException where the content could not be stored; the run ends and can be resumed
     */
    void accept(Batch batch) throws IOException;

    /**
     * Whether workers call this themselves, because it takes less time than to wake another thread for it. Others are
     * called by the pipeline's caller alone, while workers go on.
     */
    default boolean isPrompt() {
        return false;
    }
}
