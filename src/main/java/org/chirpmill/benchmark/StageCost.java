package org.chirpmill.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.chirpmill.engine.Stage;
import org.chirpmill.numbers.Spread;

/**
 * What one stage takes of a run.
 *
 * @param name the stage's
 * @param seconds a waveform, over the repeats; empty where there is no such stage
 * @param share of all workers' time, or of the calling thread's for what that does; the median
 * @param remark what to know of it
 */
public record StageCost(String name, Optional<Spread> seconds, double share, String remark) {
    private static final String CALLING_THREAD = "on the calling thread, beside the workers";

    /** All stages in the order of the work, from runs that wrote a dataset. */
    public static List<StageCost> of(List<Generation> runs) {
        List<StageCost> costs = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            String name = stage.name().toLowerCase(Locale.ROOT);
            costs.add(stage == Stage.COMPRESS && runs.getFirst().stageSeconds().get(stage) == 0
                ? new StageCost(name, Optional.empty(), 0, "not measured: these settings do not compress")
                : ofWorkers(runs, name, run -> run.stageSeconds().get(stage), remark(stage)));
        }
        costs.add(ofWorkers(runs, "waiting", Generation::waitingSeconds,
            "workers that start, or wait for the others at the end"));
        costs.add(ofCaller(runs, "write", Generation::writeSeconds, CALLING_THREAD));
        costs.add(ofCaller(runs, "file", Generation::fileSeconds, "laying out and completing it, before and after"));
        return costs;
    }

    private static String remark(Stage stage) {
        return switch (stage) {
            case OPEN -> "once a worker: drawer, evaluator, its tables";
            case AWAIT -> "workers that wait for a device";
            case BLOCKED -> "workers that wait for the writer";
            default -> "";
        };
    }

    private static StageCost ofWorkers(
            List<Generation> runs, String name, ToDoubleFunction<Generation> seconds, String remark) {
        return new StageCost(name, Optional.of(Spread.of(runs, run -> seconds.applyAsDouble(run) / run.rows())),
            Spread.of(runs, run -> seconds.applyAsDouble(run) / (run.threads() * run.wallSeconds())).median(), remark);
    }

    private static StageCost ofCaller(
            List<Generation> runs, String name, ToDoubleFunction<Generation> seconds, String remark) {
        return new StageCost(name, Optional.of(Spread.of(runs, run -> seconds.applyAsDouble(run) / run.rows())),
            Spread.of(runs, run -> seconds.applyAsDouble(run) / run.wallSeconds()).median(), remark);
    }
}
