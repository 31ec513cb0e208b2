package org.chirpmill.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Workers that outlive what they are asked for. A {@link Pipeline} opens its evaluators for one selection of rows;
 * these stand ready with theirs open, and fill one ordered batch after another until they are closed. A batch that
 * fails is told to its orderer and costs the worker its evaluator, nothing else.
 */
public final class StandingWorkers implements AutoCloseable {
    private final WaveformTask task;
    private final int batchSize;
    private final BatchOrders orders;
    private final List<Thread> threads = new ArrayList<>();

    /**
     * Starts them; they open what they need at once.
     *
     * @param task what is to be computed
     * @param schedule how many workers there are, and the most rows of an order
     * @param orders asked by every worker
     */
    public StandingWorkers(WaveformTask task, Schedule schedule, BatchOrders orders) {
        this.task = task;
        this.batchSize = schedule.batchSize();
        this.orders = orders;
        for (int worker = 0; worker < schedule.threads(); worker++) {
            threads.add(Thread.ofPlatform().name("chirpmill-standing-" + worker).daemon().start(this::work));
        }
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try (OrderedBatches begun = new OrderedBatches(task, batchSize)) {
                    begun.fill(orders);
                } catch (RuntimeException | Error unopened) {
                    // A device may be lost, or memory short: the next order hears of it, and the one after tries anew.
                    orders.take().failed(unopened);
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends them once they have filled what they have begun; returns when none writes to any batch any more. */
    @Override
    public void close() {
        if (WorkerThreads.end(threads)) {
            Thread.currentThread().interrupt();
        }
    }
}
