package org.chirpmill.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * What a writer takes from outside, so that tests can stand in for it.
 *
 * @param checkpointNanos how long rows may wait until they are synchronized to the disk and recorded; a run that is
 *     killed loses at most the rows since the last checkpoint
 * @param checkpointBytes how many bytes may wait
 * @param background whether checkpoints run beside the writing, on a thread of their own
 * @param steps told of each step that changes something on the disk
 * @param space says how much room a directory has
 */
record WriterEnvironment(long checkpointNanos, long checkpointBytes, boolean background, StepListener steps,
        FreeSpace space) {
    private static final long CHECKPOINT_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long CHECKPOINT_BYTES = 256L << 20;

    /** Told after each step that changed something on the disk; a kill may come between any two. */
    interface StepListener {
        void stepDone(String step);
    }

    /** How much room there is. */
    interface FreeSpace {
        /** Bytes that this process may still write into a directory. */
        long bytes(Path directory) throws IOException;

        /**
         * Whether a file in the directory may have its room from the moment that its length is settled: rows that are
         * still missing then need none, however little is free.
         */
        default boolean isReserved(Path directory) throws IOException {
            return false;
        }
    }

    /** The one for real runs. */
    static WriterEnvironment standard() {
        return new WriterEnvironment(CHECKPOINT_NANOS, CHECKPOINT_BYTES, true, step -> { }, new FileStoreSpace());
    }
}
