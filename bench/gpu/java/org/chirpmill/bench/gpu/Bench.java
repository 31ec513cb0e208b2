package org.chirpmill.bench.gpu;

import java.io.PrintStream;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.engine.cuda.Card;
import org.chirpmill.engine.cuda.Device;
import org.chirpmill.engine.cuda.Gauge;

/**
 * What every step of the benchmark works with.
 *
 * @param card the card, whose device is current
 * @param gauge its clock
 * @param backend the cuda backend on that card alone
 * @param plan how much
 * @param log receives what is being done
 * @param endNanos when no new measurement is begun, by {@link System#nanoTime}
 */
record Bench(Card card, Gauge gauge, EvaluatorProvider backend, BenchmarkPlan plan, PrintStream log, long endNanos) {
    Device device() {
        return card.device();
    }

    /** Whether there is no time for another measurement. */
    boolean isOver() {
        return System.nanoTime() - endNanos > 0;
    }
}
