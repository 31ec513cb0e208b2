package org.chirpmill.rows;

import java.lang.foreign.Arena;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;

/** Where a run's batches lie: off-heap memory of its own, or places that its caller owns, such as shared memory. */
@FunctionalInterface
public interface BatchMemory {
    /** Memory of the run's own, which goes with the run. */
    BatchMemory OWN = OwnBatches::new;

    /**
     * Opens it for one run.
     *
     * @param shape of every batch
     * @param atOnce how many the run holds at once at most; with fewer it works, but waits
     */
    Batches open(BatchShape shape, int atOnce);

    /**
     * The batches of one run. Called by several threads. A batch is the run's from {@link #take} on until {@link
     * #giveBack}, which comes right after the sink has returned from it; a caller who lets a reader have a batch
     * longer than that does not give its place away again before the reader is done.
     */
    interface Batches extends AutoCloseable {
        /** A batch to fill, as soon as one is free. */
        Batch take() throws InterruptedException;

        /** A batch to fill if one is free now. */
        Optional<Batch> takeNow();

        /** The run needs a batch no longer. */
        void giveBack(Batch batch);

        /** The run is over; batches that it took and did not give back were never filled. */
        @Override
        void close();
    }

    /** Recycled batches in an arena. */
    final class OwnBatches implements Batches {
        private final Arena arena = Arena.ofShared();
        /** The batch that came back last is taken first: it is the one that some cache still holds. */
        private final BlockingDeque<Batch> free = new LinkedBlockingDeque<>();

        OwnBatches(BatchShape shape, int atOnce) {
            for (int k = 0; k < atOnce; k++) {
                free.add(new Batch(arena, shape));
            }
        }

        @Override
        public Batch take() throws InterruptedException {
            return free.take();
        }

        @Override
        public Optional<Batch> takeNow() {
            return Optional.ofNullable(free.poll());
        }

        @Override
        public void giveBack(Batch batch) {
            free.addFirst(batch);
        }

        @Override
        public void close() {
            arena.close();
        }
    }
}
