package org.chirpmill.cli.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chirpmill.benchmark.BenchmarkJson;
import org.chirpmill.benchmark.BenchmarkResult;
import org.chirpmill.benchmark.BenchmarkTable;
import org.chirpmill.benchmark.Installation;
import org.chirpmill.benchmark.Measurement;
import org.chirpmill.benchmark.PeerComparison;
import org.chirpmill.benchmark.PeerScript;
import org.chirpmill.benchmark.Provenance;
import org.chirpmill.benchmark.PublishedCase;
import org.chirpmill.benchmark.ScalingCase;
import org.chirpmill.benchmark.ScalingReport;
import org.chirpmill.benchmark.ScalingStudy;
import org.chirpmill.benchmark.ScratchFolder;
import org.chirpmill.benchmark.SetUp;
import org.chirpmill.benchmark.Workload;
import org.chirpmill.cli.options.PictureOption;
import org.chirpmill.cli.words.ExitCode;
import org.chirpmill.cli.words.ScalingChart;
import org.chirpmill.dataset.DatasetException;
import org.chirpmill.dataset.TargetFile;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.engine.Schedule;
import org.chirpmill.engine.UnusableRowException;
import org.chirpmill.prior.UnsatisfiedConstraintsException;
import org.chirpmill.run.Machine;
import org.chirpmill.settings.SettingsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.jr.ob.JSON;

/** Measures what making a dataset costs. */
@Command(
    name = "benchmark",
    description = "Measure what making a dataset costs: set-up and generation apart, stage by stage, with and without "
        + "writing, and beside others on the same rows. Nothing is kept but the results.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
        "",
        "Examples:",
        "  chirpmill benchmark configs/quick.yaml -n 10000 -p 1 --output results.json",
        "  chirpmill benchmark --config my.yaml --per-waveform-timing --repeats 5",
        "  chirpmill benchmark my.yaml -p 1 --peer lalsimulation --python lal/bin/python",
        "  chirpmill benchmark --scaling 1,2,4,8     dingo-waveform's published cases",
        "  chirpmill benchmark my.yaml --scaling 1,2,4    threads and batches for your own",
        "",
        "Exit code 1 where the peer's waveforms differ.",
    })
public final class BenchmarkCommand implements Callable<Integer> {
    private static final int MOST_REPEATS = 10_000;

    /** The share of the machine's memory that trying batch sizes may take. */
    private static final double SCALING_MEMORY = 0.25;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "SETTINGS", description = "Settings file, YAML as dingo-gw reads it.")
    private Path positional;

    @Option(names = {"--config", "--settings_file"}, paramLabel = "FILE", description = "The same, by name.")
    private Path named;

    @Mixin
    private WorkloadOptions workloads;

    @Option(
        names = "--warmup",
        paramLabel = "N",
        description = "Waveforms to make and throw away first (default: as many as a run makes).")
    private Long warmUp;

    @Option(
        names = "--repeats",
        paramLabel = "N",
        defaultValue = "3",
        description = "Runs with and without writing each; their spread is shown (default: ${DEFAULT-VALUE}).")
    private int repeats;

    @Option(
        names = "--per-waveform-timing",
        description = "Also time waveforms one by one, in batches of one on one thread: median, 90 %%, 99 %%, max.")
    private boolean singly;

    @Option(names = "--output", paramLabel = "FILE", description = "Write the results as JSON too, into a file "
        + "that is replaced where it exists.")
    private Path output;

    @Option(
        names = "--output-dir",
        paramLabel = "DIR",
        description = "Where datasets are written for a while (default: /dev/shm where it exists and has room, so "
            + "that no disk counts).")
    private Path outputDirectory;

    @Mixin
    private PeerOptions peers;

    @Mixin
    private ScalingOptions scaling;

    private Provenance provenance;

    @Override
    public Integer call() throws IOException, InterruptedException {
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        double jvm = (System.currentTimeMillis() - started) * 1e-3;
        provenance = Provenance.now(spec.commandLine().getParseResult().originalArgs());
        within("--repeats", repeats, 1, MOST_REPEATS);
        requireFolderOf("--output", output);
        try {
            return scaling.wanted() ? scale() : measure(jvm);
        } catch (UnusableRowException | UnsatisfiedConstraintsException unusable) {
            throw new SettingsException(
                unusable.getMessage() + settings().map(file -> " (" + file + ")").orElse(""));
        }
    }

    private int measure(double jvm) throws IOException, InterruptedException {
        Path settings = settings().orElseThrow(
            () -> new ParameterException(spec.commandLine(), "SETTINGS or --config FILE is missing"));
        long rows = workloads.rows();
        long warmUpRows = warmUp == null ? rows : within("--warmup", warmUp, 0, Long.MAX_VALUE);
        if (outputDirectory != null && !Files.isDirectory(outputDirectory)) {
            throw new DatasetException("--output-dir is " + outputDirectory + ", which is no folder: create it first.");
        }
        Optional<PeerScript> peer = peers.script();
        long began = System.nanoTime();
        Workload workload = workloads.workload(settings, rows, workloads.backend());
        peers.requireGrid(workload.task().frame().grid().isUniform());
        double reading = (System.nanoTime() - began) * 1e-9;
        Schedule schedule = workloads.schedule(workload);
        double bytes = rows * (double) workload.task().bytesPerRow();
        BenchmarkResult result;
        try (ScratchFolder folder = ScratchFolder.in(Optional.ofNullable(outputDirectory), bytes)) {
            result = new Measurement(workload, schedule, warmUpRows, repeats, singly, peer, peers.rows(),
                this::tell).result(new SetUp(jvm, reading, 0, 0), folder);
        }
        new BenchmarkTable(result, provenance).print(spec.commandLine().getOut());
        writeJson(new BenchmarkJson(result).named());
        return ExitCode.of(result.peer().map(PeerComparison::agrees).orElse(true));
    }

    private int scale() throws IOException, InterruptedException {
        List<Integer> threads = scaling.threads();
        PictureOption.requireUsable(spec, "--chart", scaling.chart());
        List<ScalingCase> cases = cases();
        ScalingStudy study = new ScalingStudy(threads, repeats, (long) (SCALING_MEMORY * Machine.memoryBytes()));
        List<ScalingCase.Found> found = new ArrayList<>();
        for (ScalingCase scaled : cases) {
            tell(scaled.name());
            found.add(new ScalingCase.Found(scaled, study.points(scaled.workload())));
        }
        ScalingReport report = new ScalingReport(found);
        report.print(spec.commandLine().getOut(), provenance);
        writeJson(Map.of("scaling", report.named()));
        ScalingChart.of(found).write(TargetFile.of(scaling.chart()).file());
        return 0;
    }

    private void tell(String step) {
        spec.commandLine().getErr().println("chirpmill: " + step + " ...");
        spec.commandLine().getErr().flush();
    }

    private List<ScalingCase> cases() throws IOException {
        EvaluatorProvider provider = workloads.backend();
        Optional<Path> settings = settings();
        if (settings.isPresent()) {
            return List.of(
                new ScalingCase(workloads.workload(settings.get(), workloads.rows(), provider), Map.of()));
        }
        List<ScalingCase> cases = new ArrayList<>();
        for (PublishedCase published : PublishedCase.ALL) {
            Path file = Installation.home().resolve(published.settings());
            cases.add(new ScalingCase(workloads.workload(file, published.waveforms(), provider), published.rates()));
        }
        return cases;
    }

    private Optional<Path> settings() {
        if (positional != null && named != null) {
            throw new ParameterException(
                spec.commandLine(), "the settings file is given twice, as an argument and as --config");
        }
        return Optional.ofNullable(positional == null ? named : positional);
    }

    private void writeJson(Map<String, Object> results) throws IOException {
        if (output != null) {
            Map<String, Object> all = provenance.named();
            all.putAll(results);
            Files.writeString(output, JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(all)
                + System.lineSeparator());
        }
    }

    private static void requireFolderOf(String option, Path file) throws DatasetException {
        if (file != null && (Files.isDirectory(file) || !Files.isDirectory(file.toAbsolutePath().getParent()))) {
            throw new DatasetException(option + " is " + file + ", which is "
                + (Files.isDirectory(file) ? "a folder: name a file in it." : "in no folder that exists."));
        }
    }

    private long within(String option, long value, long least, long most) {
        if (value < least || value > most) {
            throw new ParameterException(spec.commandLine(), option + " is " + value + " but must be a whole number"
                + (most == Long.MAX_VALUE ? ", " + least + " or more" : " from " + least + " to " + most));
        }
        return value;
    }
}
