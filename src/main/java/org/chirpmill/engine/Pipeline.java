package org.chirpmill.engine;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.BatchSink;

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
     * Computes rows {@code firstRow} to {@code endRow - 1}.
     *
     * @param sink receives each batch once, in the order of completion
     * @param progress told how many rows each handed-over batch had
     * @throws IOException as the sink throws it
     * @throws UnusableRowException where some row cannot be drawn
     * @throws InterruptedException where the calling thread is interrupted
     */
    public void run(long firstRow, long endRow, BatchSink sink, LongConsumer progress)
            throws IOException, InterruptedException {
        try (Arena arena = Arena.ofShared()) {
            Run run = new Run(arena, firstRow, endRow, sink, progress);
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
        /** The batch that came back last is taken first: it is the one that some cache still holds. */
        private final BlockingDeque<Batch> free = new LinkedBlockingDeque<>();
        /** Holds at most every batch and each worker's last word. */
        private final BlockingQueue<Message> finished = new LinkedBlockingQueue<>();
        private final Arena arena;
        private final AtomicLong nextRow;
        private final AtomicReference<Throwable> failure = new AtomicReference<>();
        private final long endRow;
        private final BatchSink sink;
        private final LongConsumer progress;
        private final AtomicLong missingRows;

        Run(Arena arena, long firstRow, long endRow, BatchSink sink, LongConsumer progress) {
            this.arena = arena;
            this.nextRow = new AtomicLong(firstRow);
            this.endRow = endRow;
            this.sink = sink;
            this.progress = progress;
            this.missingRows = new AtomicLong(endRow - firstRow);
            for (int slot = 0; slot < schedule.slots(task.backend().depth()); slot++) {
                free.add(new Batch(arena, schedule.batchSize(), task.columns(), task.parameterCount(),
                    task.precision()));
            }
        }

        void start(List<Thread> workers) {
            for (int worker = 0; worker < schedule.threads(); worker++) {
                long headStart = worker == 0 || missingRows.get() > SMALL_SET ? 0 : HEAD_START_MILLIS;
                workers.add(Thread.ofPlatform().name("chirpmill-worker-" + worker).daemon()
                    .start(() -> work(headStart)));
            }
        }

        private void work(long headStart) {
            try {
                Thread.sleep(headStart);
                if (nextRow.get() < endRow) {
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

        private void fillBatches() throws IOException, InterruptedException {
            StageClock clock = clocks.get();
            try (BatchWorker worker = new BatchWorker(task, arena, schedule.batchSize(), clock)) {
                long from = nextRow.getAndAdd(schedule.batchSize());
                while (from < endRow && failure.get() == null) {
                    clock.begin();
                    Batch batch = free.take();
                    clock.end(Stage.BLOCKED);
                    batch.startAt(from, (int) Math.min(schedule.batchSize(), endRow - from));
                    worker.begin(batch);
                    if (worker.isFull()) {
                        handOver(worker.finish());
                    }
                    from = nextRow.getAndAdd(schedule.batchSize());
                }
                while (worker.hasBegun() && failure.get() == null) {
                    handOver(worker.finish());
                }
            }
        }

        private void handOver(Batch batch) throws IOException, InterruptedException {
            if (!sink.isPrompt()) {
                finished.put(new Message.Filled(batch));
                return;
            }
            deliver(batch);
            free.putFirst(batch);
        }

        private synchronized void deliver(Batch batch) throws IOException {
            sink.accept(batch);
            progress.accept(batch.count());
            missingRows.addAndGet(-batch.count());
        }

        void drain() throws IOException, InterruptedException {
            int working = schedule.threads();
            // Workers that have not begun when the last row is there are not waited for.
            while (working > 0 && missingRows.get() > 0 && failure.get() == null) {
                switch (finished.take()) {
                    case Message.Filled(Batch batch) -> {
                        deliver(batch);
                        free.putFirst(batch);
                    }
                    case Message.Ended() -> working--;
                }
            }
            rethrowFailure();
        }

        /** Waits for all workers, whatever interrupts: the batches' memory goes when this returns. */
        void stop(List<Thread> workers) throws InterruptedException {
            boolean interrupted = false;
            workers.forEach(Thread::interrupt);
            for (Thread worker : workers) {
                while (worker.isAlive()) {
                    try {
                        worker.join();
                    } catch (InterruptedException again) {
                        interrupted = true;
                    }
                }
            }
            if (interrupted) {
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
