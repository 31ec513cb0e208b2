package org.chirpmill.engine;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Sums what each stage takes, worker by worker. */
public final class StageTally implements Supplier<StageClock> {
    private final Queue<Worker> workers = new ConcurrentLinkedQueue<>();

    @Override
    public StageClock get() {
        Worker worker = new Worker();
        workers.add(worker);
        return worker;
    }

    /** Seconds by stage, of all workers together; ask when they have ended. */
    public Map<Stage, Double> seconds() {
        Map<Stage, Double> seconds = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            long nanoseconds = List.copyOf(workers).stream().mapToLong(worker -> worker.spent[stage.ordinal()]).sum();
            seconds.put(stage, nanoseconds * 1e-9);
        }
        return seconds;
    }

    private static final class Worker implements StageClock {
        private final long[] spent = new long[Stage.values().length];
        private long last;

        @Override
        public void begin() {
            last = System.nanoTime();
        }

        @Override
        public void end(Stage stage) {
            long now = System.nanoTime();
            spent[stage.ordinal()] += now - last;
            last = now;
        }
    }
}
