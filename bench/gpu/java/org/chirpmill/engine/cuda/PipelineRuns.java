package org.chirpmill.engine.cuda;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chirpmill.benchmark.Generation;
import org.chirpmill.benchmark.ScratchFolder;
import org.chirpmill.benchmark.Workload;
import org.chirpmill.cli.ProductionTask;
import org.chirpmill.engine.Accuracy;
import org.chirpmill.engine.Precision;
import org.chirpmill.engine.Schedule;
import org.chirpmill.engine.Stage;

/** Whole runs: draws to waveforms in host memory, or to a file, through the pipeline. */
final class PipelineRuns {
    /** The most that batches may take of the host's memory. */
    private static final long MOST_HOST_BYTES = 8L << 30;
    /** The largest dataset that is written. */
    private static final long MOST_FILE_BYTES = 4L << 30;
    /** A first run finds how many rows make a run as long as it should be; it also warms the compiler up. */
    private static final int TRIAL_BATCHES = 2;

    private final Bench bench;
    private final Optional<Path> folder;
    private final List<Run> runs = new ArrayList<>();
    private final List<String> omitted = new ArrayList<>();

    /** Runs that write do so in {@code folder}, else in memory where there is room. */
    PipelineRuns(Bench bench, Optional<Path> folder) {
        this.bench = bench;
        this.folder = folder;
    }

    List<Run> runs() {
        return runs;
    }

    /** What was not measured, and why. */
    List<String> omitted() {
        return omitted;
    }

    /** All of them. */
    void run() throws IOException, InterruptedException {
        int cores = Runtime.getRuntime().availableProcessors();
        List<Integer> threads = List.of(1, 4, cores).stream().filter(count -> count <= cores).distinct().toList();
        for (String model : bench.plan().runModels()) {
            for (int count : threads) {
                measure(model, count, Optional.empty(), false);
            }
            measure(model, cores, Optional.empty(), true);
            for (int batch : bench.plan().runBatches()) {
                measure(model, cores, Optional.of(batch), false);
            }
        }
    }

    private void measure(String model, int threads, Optional<Integer> batch, boolean isWritten)
            throws IOException, InterruptedException {
        String what = model + " on " + threads + " threads" + batch.map(rows -> ", batches of " + rows).orElse("")
            + (isWritten ? ", written" : "");
        if (bench.isOver()) {
            omitted.add(what + ": no time was left");
            return;
        }
        bench.log().println("running " + what);
        Workload small = workload(model, Integer.MAX_VALUE);
        Schedule schedule = batch.isPresent() ? new Schedule(threads, batch.get())
            : Schedule.automatic(small.task(), Integer.MAX_VALUE, threads);
        if (schedule.hostBytes(small.task()) > MOST_HOST_BYTES) {
            omitted.add(what + ": batches would take more than " + (MOST_HOST_BYTES >> 30) + " GiB of memory");
            return;
        }
        long trial = (long) TRIAL_BATCHES * schedule.batchSize() * threads;
        workload(model, trial).computed(schedule);
        double rate = workload(model, trial).computed(schedule).rate();
        long rows = Math.max(trial, (long) (rate * bench.plan().runSeconds()));
        if (isWritten) {
            rows = Math.clamp(MOST_FILE_BYTES / small.task().bytesPerRow(), 1, rows);
        }
        Workload workload = workload(model, rows);
        Generation generation;
        if (isWritten) {
            try (ScratchFolder scratch = ScratchFolder.in(folder, (double) rows * small.task().bytesPerRow())) {
                generation = workload.written(schedule, scratch.path().resolve("rows.hdf5"));
            }
        } else {
            generation = workload.computed(schedule);
        }
        runs.add(new Run(model, threads, schedule.batchSize(), batch.isEmpty(), isWritten, generation,
            small.task().bytesPerRow()));
    }

    private Workload workload(String model, long rows) throws IOException {
        return ProductionTask.workload(
            model, bench.plan().runGrid(), Precision.SINGLE, bench.backend(), Accuracy.DEFAULT, rows);
    }

    /** Everything, by name. */
    Map<String, Object> named() {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("runs", runs.stream().map(Run::named).toList());
        named.put("omitted", omitted);
        return named;
    }

    /**
     * One run.
     *
     * @param model LALSimulation's name
     * @param threads workers
     * @param batch rows a batch
     * @param isAutomatic whether the backend chose the batch
     * @param isWritten whether a dataset was written
     * @param generation what it took
     * @param bytesPerRow of a row in host memory
     */
    record Run(String model, int threads, int batch, boolean isAutomatic, boolean isWritten, Generation generation,
            long bytesPerRow) {
        /** A stage's share of all workers' time. */
        double share(Stage stage) {
            return generation.stageSeconds().get(stage) / (threads * generation.wallSeconds());
        }

        Map<String, Object> named() {
            Map<String, Object> named = new LinkedHashMap<>();
            named.put("model", model);
            named.put("threads", threads);
            named.put("batch", batch);
            named.put("batch_is_automatic", isAutomatic);
            named.put("written", isWritten);
            named.put("rows", generation.rows());
            named.put("seconds", generation.wallSeconds());
            named.put("waveforms_per_s", generation.rate());
            named.put("bytes_per_s", generation.rate() * bytesPerRow);
            Map<String, Object> shares = new LinkedHashMap<>();
            for (Stage stage : Stage.values()) {
                shares.put(stage.name().toLowerCase(Locale.ROOT), share(stage));
            }
            named.put("share_of_worker_time", shares);
            named.put("write_seconds", generation.writeSeconds());
            named.put("file_seconds", generation.fileSeconds());
            return named;
        }
    }
}
