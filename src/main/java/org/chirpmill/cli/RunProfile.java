package org.chirpmill.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.chirpmill.benchmark.Generation;
import org.chirpmill.benchmark.TimedSink;
import org.chirpmill.engine.StageClock;
import org.chirpmill.engine.StageTally;
import org.chirpmill.rows.BatchSink;

/**
 * Where the time of one run goes. A worker is always in some stage or waits: for a device, or for the writer. So the
 * share of the workers' time that a stage takes is the share of the time in which it was what held the run up.
 */
final class RunProfile {
    private final StageTally stages = new StageTally();
    private final TimedSink sink;
    private final long began = System.nanoTime();

    /** Begins now; batches go to {@code sink}. */
    RunProfile(BatchSink sink) {
        this.sink = new TimedSink(sink);
    }

    Supplier<StageClock> clocks() {
        return stages;
    }

    BatchSink sink() {
        return sink;
    }

    /** Prints the stages of a run that ended now. */
    void print(long rows, int threads, PrintWriter out) {
        double wall = (System.nanoTime() - began) * 1e-9;
        Generation run = new Generation(rows, threads, wall, stages.seconds(), sink.seconds(), 0);
        Map<String, String> bounds = Map.of("await", "the device held the run up",
            "blocked", "the writer held the run up");
        out.printf("%-10s %12s %8s   of %d workers' time in %.2f s: what held the run up%n",
            "stage", "us a row", "share", threads, wall);
        for (StageCost cost : StageCost.of(List.of(run))) {
            cost.seconds().filter(_ -> !cost.name().equals("file")).ifPresent(seconds ->
                out.printf("%-10s %12s %6.1f %%   %s%n", cost.name(), Quantity.number(seconds.median() * 1e6),
                    100 * cost.share(), bounds.getOrDefault(cost.name(), cost.remark())));
        }
        out.flush();
    }
}
