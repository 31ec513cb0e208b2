package org.chirpmill.cli.words;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.chirpmill.benchmark.Generation;
import org.chirpmill.benchmark.StageCost;
import org.chirpmill.numbers.Quantity;
import org.chirpmill.run.DatasetOutcome;

/**
 * Where the time of one run went. A worker is always in some stage or waits: for a device, or for the writer. So the
 * share of the workers' time that a stage takes is the share of the time in which it was what held the run up.
 *
 * @param outcome of the run
 */
public record RunProfile(DatasetOutcome outcome) {
    /** Prints the stages. */
    public void print(PrintWriter out) {
        int threads = outcome.schedule().threads();
        Generation run = new Generation(outcome.made(), threads, outcome.rowSeconds(), outcome.stageSeconds(),
            outcome.writeSeconds(), 0);
        Map<String, String> bounds = Map.of("await", "the device held the run up",
            "blocked", "the writer held the run up");
        out.printf("%-10s %12s %8s   of %d workers' time in %.2f s: what held the run up%n",
            "stage", "us a row", "share", threads, outcome.rowSeconds());
        for (StageCost cost : StageCost.of(List.of(run))) {
            cost.seconds().filter(_ -> !cost.name().equals("file")).ifPresent(seconds ->
                out.printf("%-10s %12s %6.1f %%   %s%n", cost.name(), Quantity.number(seconds.median() * 1e6),
                    100 * cost.share(), bounds.getOrDefault(cost.name(), cost.remark())));
        }
        out.flush();
    }
}
