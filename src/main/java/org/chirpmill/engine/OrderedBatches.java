package org.chirpmill.engine;

import java.lang.foreign.Arena;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.chirpmill.rows.Batch;

/** The orders that one standing worker has begun, and what it fills them with. One thread. */
final class OrderedBatches implements AutoCloseable {
    private final BatchWorker worker;
    private final Arena arena = Arena.ofConfined();
    /** What a device fills in place of the orderer's memory, which would stay pinned when it has gone long since. */
    private final Deque<Batch> apart = new ArrayDeque<>();
    private final boolean isApart;
    private final Deque<Begun> begun = new ArrayDeque<>();

    /** An order, and the batch that the worker fills for it. */
    private record Begun(BatchOrder order, Batch filled) {}

    OrderedBatches(WaveformTask task, int batchSize) {
        this.worker = new BatchWorker(task, batchSize, StageClock.ABSENT);
        this.isApart = task.backend().depth() > 1;
        for (int place = 0; isApart && place < task.backend().depth(); place++) {
            apart.add(new Batch(arena, task.keptShape(batchSize)));
        }
    }

    /**
     * Fills what is ordered, until a batch fails: after that the worker is in no state to go on.
     *
     * @throws InterruptedException where the thread is interrupted, when all that was begun is filled
     */
    void fill(BatchOrders orders) throws InterruptedException {
        try {
            while (true) {
                Optional<BatchOrder> next = begun.isEmpty() ? Optional.of(orders.take())
                    : Thread.currentThread().isInterrupted() ? Optional.empty() : orders.takeNow();
                next.ifPresent(this::begin);
                if (worker.isFull() || next.isEmpty()) {
                    finish();
                }
            }
        } catch (RuntimeException | Error failure) {
            begun.forEach(each -> each.order().failed(failure));
        }
    }

    private void begin(BatchOrder order) {
        Batch filled = isApart ? apart.remove() : order.batch();
        begun.add(new Begun(order, filled));
        if (isApart) {
            filled.startAs(order.batch());
        }
        worker.begin(filled);
    }

    private void finish() {
        Begun done = removed(worker.finish());
        Batch wanted = done.order().batch();
        if (isApart) {
            wanted.describeAs(done.filled());
            wanted.plus().copyFrom(done.filled().plus());
            wanted.cross().copyFrom(done.filled().cross());
            apart.add(done.filled());
        }
        done.order().filled();
    }

    private Begun removed(Batch filled) {
        for (Iterator<Begun> all = begun.iterator(); all.hasNext();) {
            Begun each = all.next();
            if (each.filled() == filled) {
                all.remove();
                return each;
            }
        }
        throw new IllegalStateException("a batch was finished that was not begun");
    }

    @Override
    public void close() {
        worker.close();
        arena.close();
    }
}
