package org.chirpmill.bench.gpu;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chirpmill.bench.ProductionTask;
import org.chirpmill.benchmark.Generation;
import org.chirpmill.benchmark.ScratchFolder;
import org.chirpmill.benchmark.Workload;
import org.chirpmill.compression.Compression;
import org.chirpmill.compression.CompressionTransform;
import org.chirpmill.engine.RowTransform;
import org.chirpmill.engine.SampledTransform;
import org.chirpmill.engine.Schedule;
import org.chirpmill.engine.Stage;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;

/** Whole runs: draws to waveforms in host memory, or to a file, through the pipeline. */
final class PipelineRuns {
    /** The most that batches may take of the host's memory. */
    private static final long MOST_HOST_BYTES = 8L << 30;
    /** The largest dataset that is written. */
    private static final long MOST_FILE_BYTES = 4L << 30;
    /** A first run finds how many rows make a run as long as it should be; it also warms the compiler up. */
    private static final int TRIAL_BATCHES = 2;

    private final Bench bench;
    private final WaveformBases bases;
    private final Optional<Path> folder;
    private final List<Run> runs = new ArrayList<>();
    private final List<String> omitted = new ArrayList<>();

    /** Runs that write do so in {@code folder}, else in memory where there is room. */
    PipelineRuns(Bench bench, WaveformBases bases, Optional<Path> folder) {
        this.bench = bench;
        this.bases = bases;
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
                measure(new Case(model, count, Optional.empty(), false, Optional.empty()));
            }
            measure(new Case(model, cores, Optional.empty(), true, Optional.empty()));
            if (model.equals(bench.plan().runModels().getFirst())) {
                runCompressed(model, threads);
            }
            for (int batch : bench.plan().runBatches()) {
                measure(new Case(model, cores, Optional.of(batch), false, Optional.empty()));
            }
        }
    }

    /** Whitened and projected on the card, so that only coefficients cross its bus. */
    private void runCompressed(String model, List<Integer> threads) throws IOException, InterruptedException {
        if (bench.isOver()) {
            omitted.add(model + " compressed: no time was left");
            return;
        }
        Compression compression =
            bases.of(model, bench.plan().runGrid(), bench.plan().projection().widths().getFirst());
        Optional<RowTransform> transform = CompressionTransform.of(compression, List.of(), Precision.SINGLE);
        for (int count : threads) {
            measure(new Case(model, count, Optional.empty(), true, transform));
        }
        measure(new Case(model, threads.getLast(), Optional.empty(), false, transform));
        Optional<RowTransform> sampled =
            SampledCost.of(compression, workload(model, 1, Optional.empty()).task().grid());
        if (sampled.isPresent()) {
            measure(new Case(model, threads.getLast(), Optional.empty(), true, sampled));
            measure(new Case(model, threads.getLast(), Optional.empty(), false, sampled));
        }
    }

    /**
     * What is run.
     *
     * @param model LALSimulation's name
     * @param threads workers
     * @param batch rows a batch; empty where the backend chooses
     * @param isWritten whether a dataset is written
     * @param transform what becomes of the rows, if anything
     */
    private record Case(String model, int threads, Optional<Integer> batch, boolean isWritten,
            Optional<RowTransform> transform) {
        @Override
        public String toString() {
            return model + transform.map(each -> " on " + each.columns() + " vectors").orElse("")
                + sampledBins().map(bins -> ", " + bins + " bins,").orElse("") + " on " + threads + " threads"
                + batch.map(rows -> ", batches of " + rows).orElse("") + (isWritten ? ", written" : "");
        }

        /** How many bins are evaluated in place of all. */
        Optional<Integer> sampledBins() {
            return transform.filter(SampledTransform.class::isInstance)
                .map(each -> ((SampledTransform) each).bins().length);
        }
    }

    private void measure(Case what) throws IOException, InterruptedException {
        if (bench.isOver()) {
            omitted.add(what + ": no time was left");
            return;
        }
        bench.log().println("running " + what);
        Workload small = workload(what, Integer.MAX_VALUE);
        Schedule schedule = what.batch().isPresent() ? new Schedule(what.threads(), what.batch().get())
            : Schedule.automatic(small.task(), Integer.MAX_VALUE, what.threads());
        if (schedule.hostBytes(small.task()) > MOST_HOST_BYTES) {
            omitted.add(what + ": batches would take more than " + (MOST_HOST_BYTES >> 30) + " GiB of memory");
            return;
        }
        long trial = (long) TRIAL_BATCHES * schedule.batchSize() * what.threads();
        workload(what, trial).computed(schedule);
        double rate = workload(what, trial).computed(schedule).rate();
        long rows = Math.max(trial, (long) (rate * bench.plan().runSeconds()));
        if (what.isWritten()) {
            rows = Math.clamp(MOST_FILE_BYTES / small.task().bytesPerRow(), 1, rows);
        }
        Workload workload = workload(what, rows);
        Generation generation;
        if (what.isWritten()) {
            try (ScratchFolder scratch = ScratchFolder.in(folder, (double) rows * small.task().bytesPerRow())) {
                generation = workload.written(schedule, scratch.path().resolve("rows.hdf5"));
            }
        } else {
            generation = workload.computed(schedule);
        }
        runs.add(new Run(what.model(), what.transform().map(RowTransform::columns).orElse(0),
            what.sampledBins().orElse(0), what.threads(), schedule.batchSize(),
            what.batch().isEmpty(), what.isWritten(), generation, small.task().bytesPerRow()));
    }

    private Workload workload(Case what, long rows) throws IOException {
        return workload(what.model(), rows, what.transform());
    }

    private Workload workload(String model, long rows, Optional<RowTransform> transform) throws IOException {
        return ProductionTask.workload(model, bench.plan().runGrid(), Precision.SINGLE, bench.backend(),
            Accuracy.DEFAULT, rows, transform);
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
     * @param vectors that rows are projected on, or 0 where they stay waveforms
     * @param sampledBins of which the projection is made, or 0 where it is made of all
     * @param threads workers
     * @param batch rows a batch
     * @param isAutomatic whether the backend chose the batch
     * @param isWritten whether a dataset was written
     * @param generation what it took
     * @param bytesPerRow of a row in host memory
     */
    record Run(String model, int vectors, int sampledBins, int threads, int batch, boolean isAutomatic,
            boolean isWritten, Generation generation, long bytesPerRow) {
        /** The model, and what its rows become. */
        String what() {
            return model + (vectors > 0 ? " svd " + vectors : "") + (sampledBins > 0 ? " of " + sampledBins : "");
        }

        /** A stage's share of all workers' time. */
        double share(Stage stage) {
            return generation.stageSeconds().get(stage) / (threads * generation.wallSeconds());
        }

        Map<String, Object> named() {
            Map<String, Object> named = new LinkedHashMap<>();
            named.put("model", model);
            named.put("vectors", vectors);
            named.put("sampled_bins", sampledBins);
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
