package org.chirpmill.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.BatchMemory;
import org.chirpmill.rows.BatchSink;
import org.chirpmill.rows.RowOrder;
import org.chirpmill.rows.RowSelection;

/**
 * The bounded flow of batches: a fixed pool of workers takes row ranges in order, fills recycled batches and queues
 * them; the calling thread alone hands them to the sink, unless that is a prompt one, to which workers hand them
 * themselves. Memory is the batches', whatever the number of rows.
 */
public final class Pipeline {
    /**
     * How long the first worker works alone on a small set, ms: one that is done by then gains nothing from more of
     * them, whose start would only compete with the compiler.
     */
    static final long HEAD_START_MILLIS = 1000;
    /** Sets of at most so many rows are small. */
    static final long SMALL_SET = 200;

    private final WaveformTask task;
    private final Schedule schedule;
    private final Supplier<StageClock> clocks;

    /** A pipeline for the task, divided as the schedule says. */
    public Pipeline(WaveformTask task, Schedule schedule) {
        this(task, schedule, () -> StageClock.ABSENT);
    }

    /**
     * The same, timed.
     *
     * @param clocks asked by each worker, on its thread, for a clock of its own
     */
    public Pipeline(WaveformTask task, Schedule schedule, Supplier<StageClock> clocks) {
        this.task = task;
        this.schedule = schedule;
        this.clocks = clocks;
    }

    /**
     * Computes rows in memory of the run's own.
     *
     * @param sink receives each batch once, in the order of completion
     * @param progress told how many rows each handed-over batch had
     * @throws IOException as the sink throws it
     * @throws UnusableRowException where some row cannot be drawn
     * @throws InterruptedException where the calling thread is interrupted
     */
    public void run(RowSelection rows, BatchSink sink, LongConsumer progress)
            throws IOException, InterruptedException {
        run(rows, RowOrder.BY_COMPLETION, BatchMemory.OWN, sink, progress);
    }

    /**
     * Computes rows.
     *
     * @param order in which the sink receives batches, each once
     * @param memory where they lie; the sink may look at them from any thread that the memory's owner lets
     * @param progress told how many rows each handed-over batch had
     * @throws IOException as the sink throws it
     * @throws UnusableRowException where some row cannot be drawn
     * @throws InterruptedException where the calling thread is interrupted
     */
    public void run(RowSelection rows, RowOrder order, BatchMemory memory, BatchSink sink, LongConsumer progress)
            throws IOException, InterruptedException {
        try (BatchMemory.Batches batches = memory.open(
                task.keptShape(schedule.batchSize()), schedule.slots(task.backend().depth()))) {
            Run run = new Run(rows, batches, sink, new Delivery(order, sink, progress, batches));
            List<Thread> workers = new ArrayList<>();
            try {
                run.start(workers);
                run.drain();
            } finally {
                run.stop(workers);
            }
        }
    }

    /** One run's queues and counters. */
    private final class Run {
        /** Holds at most every batch and each worker's last word. */
        private final BlockingQueue<Message> finished = new LinkedBlockingQueue<>();
        private final RowSelection rows;
        private final BatchMemory.Batches batches;
        private final BatchSink sink;
        private final Delivery delivery;
        private final AtomicLong nextPosition = new AtomicLong();
        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        Run(RowSelection rows, BatchMemory.Batches batches, BatchSink sink, Delivery delivery) {
            this.rows = rows;
            this.batches = batches;
            this.sink = sink;
            this.delivery = delivery;
        }

        void start(List<Thread> workers) {
            for (int worker = 0; worker < schedule.threads(); worker++) {
                long headStart = worker == 0 || rows.count() > SMALL_SET ? 0 : HEAD_START_MILLIS;
                workers.add(Thread.ofPlatform().name("chirpmill-worker-" + worker).daemon()
                    .start(() -> work(headStart)));
            }
        }

        private void work(long headStart) {
            try {
                Thread.sleep(headStart);
                if (hasMore()) {
                    fillBatches();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (Throwable thrown) {
                failure.compareAndSet(null, thrown);
            } finally {
                finished.add(new Message.Ended());
            }
        }

        private boolean hasMore() {
            return nextPosition.get() < rows.count() && failure.get() == null;
        }

        /**
         * Takes memory first and rows second, so that a worker that has rows can fill them: where batches wait for
         * their turn, the one that they wait for has its memory. So no worker with rows waits for memory either.
         */
        private void fillBatches() throws IOException, InterruptedException {
            StageClock clock = clocks.get();
            try (BatchWorker worker = new BatchWorker(task, schedule.batchSize(), clock)) {
                while (hasMore()) {
                    clock.begin();
                    Optional<Batch> free = worker.hasBegun() ? batches.takeNow() : Optional.of(batches.take());
                    clock.end(Stage.BLOCKED);
                    if (free.isPresent()) {
                        begin(worker, free.get());
                    }
                    if (worker.isFull() || free.isEmpty()) {
                        handOver(worker.finish());
                    }
                }
                while (worker.hasBegun() && failure.get() == null) {
                    handOver(worker.finish());
                }
            }
        }

        private void begin(BatchWorker worker, Batch batch) {
            long from = nextPosition.getAndAdd(schedule.batchSize());
            if (from < rows.count()) {
                batch.startAt(rows, from, (int) Math.min(schedule.batchSize(), rows.count() - from));
                worker.begin(batch);
            } else {
                batches.giveBack(batch);
            }
        }

        private void handOver(Batch batch) throws IOException, InterruptedException {
            if (sink.isPrompt()) {
                delivery.accept(batch);
            } else {
                finished.put(new Message.Filled(batch));
            }
        }

        void drain() throws IOException, InterruptedException {
            int working = schedule.threads();
            // Workers that have not begun when the last row is there are not waited for.
            while (working > 0 && delivery.rows() < rows.count() && failure.get() == null) {
                switch (finished.take()) {
                    case Message.Filled(Batch batch) -> delivery.accept(batch);
                    case Message.Ended() -> working--;
                }
            }
            rethrowFailure();
        }

        /** Waits for all workers, whatever interrupts: the batches' memory goes when this returns. */
        void stop(List<Thread> workers) throws InterruptedException {
            if (WorkerThreads.end(workers)) {
                throw new InterruptedException();
            }
        }

        private void rethrowFailure() throws IOException {
            switch (failure.get()) {
                case null -> { }
                case RuntimeException unchecked -> throw unchecked;
                case IOException ofSink -> throw ofSink;
                case Error error -> throw error;
                case Throwable other -> throw new IllegalStateException(other);
            }
        }
    }

    /** What workers tell the caller. */
    private sealed interface Message {
        record Filled(Batch batch) implements Message {}

        record Ended() implements Message {}
    }
}
