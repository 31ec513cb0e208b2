package org.chirpmill.bench.gpu;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.chirpmill.engine.DeviceFailureException;
import org.chirpmill.engine.cuda.Card;
import org.chirpmill.engine.cuda.Cards;
import org.chirpmill.engine.cuda.CudaProvider;
import org.chirpmill.engine.cuda.Gauge;
import org.chirpmill.run.Machine;
import tools.jackson.jr.ob.JSON;

/** The benchmark of {@code bench/gpu}: correctness first, then ceilings, kernels and whole runs. */
public final class GpuBenchmark {
    private static final int WRONG = 1;
    private static final int UNUSABLE = 2;
    private static final long NANOS = 1_000_000_000L;

    private final Bench bench;
    private final Optional<Path> folder;
    private final long startNanos = System.nanoTime();
    private final Correctness correctness;
    private final WaveformBases bases;
    private final ProjectionCheck projectionCheck;
    private final Map<String, String> sanitizer = new LinkedHashMap<>();
    private final List<String> omitted = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private Ceilings ceilings;
    private KernelRates rates;
    private ProjectionRates projections;
    private PipelineRuns runs;

    /** The given amount of measuring; results go into {@code folder} where there is one. */
    GpuBenchmark(Bench bench, Optional<Path> folder) {
        this.bench = bench;
        this.folder = folder;
        correctness = new Correctness(bench);
        bases = new WaveformBases(Collections.max(bench.plan().projection().widths()));
        projectionCheck = new ProjectionCheck(bench, bases);
    }

    /** Measures on the first card of this machine. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.exit(run(arguments, System.out, System.err));
    }

    private static int run(String[] arguments, PrintStream out, PrintStream err)
            throws IOException, InterruptedException {
        BenchmarkOptions options;
        BenchmarkPlan plan;
        Cards cards;
        try {
            options = BenchmarkOptions.of(arguments);
            cards = Cards.installed();
            cards.obstacle().ifPresent(obstacle -> {
                throw new IllegalArgumentException(obstacle);
            });
            plan = options.plan();
        } catch (IllegalArgumentException unusable) {
            err.println(unusable.getMessage());
            return UNUSABLE;
        }
        Card card = cards.usable().getFirst();
        card.device().makeCurrent();
        Bench bench = new Bench(card, Gauge.of(card.device()),
            new CudaProvider().on(List.of(String.valueOf(card.device().facts().index()))), plan, err,
            System.nanoTime() + options.seconds() * NANOS);
        GpuBenchmark benchmark = new GpuBenchmark(bench, options.folder());
        if (options.amount() == BenchmarkOptions.Amount.TINY) {
            return benchmark.checkAlone(out);
        }
        if (options.folder().isPresent()) {
            Files.createDirectories(options.folder().get());
        }
        return benchmark.measure(out);
    }

    /** Launches every kernel and looks at the answers. */
    int checkAlone(PrintStream out) throws IOException {
        correctness.run();
        projectionCheck.run();
        BenchmarkReport report = new BenchmarkReport(out);
        report.printCorrectness(correctness);
        report.printProjectionCheck(projectionCheck);
        return wrongAnswers().isEmpty() ? 0 : WRONG;
    }

    /** Everything; the exit status. */
    int measure(PrintStream out) throws IOException, InterruptedException {
        correctness.run();
        projectionCheck.run();
        bench.device().makeCurrent();
        try {
            ceilings = Ceilings.measured(bench);
            rates = new KernelRates(bench, ceilings);
            projections = new ProjectionRates(bench, ceilings, bases);
            runs = new PipelineRuns(bench, bases, folder.filter(Files::isDirectory));
            List<Integer> batches = bench.plan().batches();
            if (!batches.isEmpty()) {
                rates.measure(batches.getFirst());
            }
            projections.measure();
            if (bench.plan().runSeconds() > 0) {
                runs.run();
                bench.device().makeCurrent();
            }
            if (bench.plan().shapeGrid().isPresent()) {
                rates.tryShapes(bench.plan().shapeGrid().get(), batches.getFirst());
            }
            for (int batch : batches.subList(Math.min(1, batches.size()), batches.size())) {
                rates.measure(batch);
            }
            if (folder.isPresent()) {
                sanitizer.putAll(new Sanitizer(folder.get(), bench.log()).verdicts(bench.endNanos()));
            }
        } catch (DeviceFailureException failed) {
            failures.add(failed.getMessage());
        }
        failures.addAll(0, wrongAnswers());
        if (rates != null) {
            omitted.addAll(rates.omitted());
            omitted.addAll(projections.omitted());
            omitted.addAll(runs.omitted());
        }
        double seconds = (System.nanoTime() - startNanos) / (double) NANOS;
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        print(new PrintStream(table, true, StandardCharsets.UTF_8), seconds);
        if (folder.isPresent()) {
            write(folder.get(), table.toByteArray(), seconds);
        }
        out.write(table.toByteArray());
        out.flush();
        boolean isClean = sanitizer.values().stream().noneMatch(verdict -> verdict.startsWith("exit status"));
        return failures.isEmpty() && isClean ? 0 : WRONG;
    }

    private List<String> wrongAnswers() {
        return Stream.concat(correctness.failures().stream(), projectionCheck.failures().stream()).toList();
    }

    private void print(PrintStream out, double seconds) {
        BenchmarkReport report = new BenchmarkReport(out);
        report.printHead(bench.gauge().card(), ceilings);
        report.printCorrectness(correctness);
        report.printProjectionCheck(projectionCheck);
        if (rates != null) {
            report.printKernels(rates, ceilings);
            report.printProjections(projections.rates());
            report.printShapes(rates);
            report.printRuns(runs, ceilings);
        }
        failures.stream().skip(wrongAnswers().size()).forEach(failure -> out.println("FAILED: " + failure));
        report.printRest(sanitizer, omitted, seconds);
    }

    private void write(Path into, byte[] table, double seconds) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        Path commit = Path.of("commit");
        all.put("commit", Files.exists(commit) ? Files.readString(commit).strip() : null);
        all.put("card", bench.gauge().card());
        all.put("nvidia_smi", settings());
        all.put("machine", machine());
        all.put("correctness", correctness.results());
        all.put("projection_correctness", projectionCheck.results());
        all.put("failures", failures);
        if (ceilings != null) {
            all.put("ceilings", ceilings.named());
            all.putAll(rates.named());
            all.put("projections", projections.named());
            all.put("end_to_end", runs.named());
        }
        all.put("compute_sanitizer", sanitizer);
        all.put("seconds", seconds);
        Files.write(into.resolve("gpu.txt"), table);
        Files.writeString(into.resolve("gpu.json"),
            JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(all) + "\n");
        Files.writeString(into.resolve("gpu.jsonl"), JSON.std.asString(all) + "\n");
    }

    private static Map<String, Object> machine() {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("processor", Machine.processor());
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("load", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        machine.put("java", Runtime.version().toString());
        return machine;
    }

    /** The card's clocks, temperature and bus as nvidia-smi tells them; empty where it does not. */
    private static String settings() {
        try {
            Process process = new ProcessBuilder("nvidia-smi", "--query-gpu=driver_version,clocks.sm,clocks.max.sm,"
                + "clocks.mem,power.limit,temperature.gpu,pcie.link.gen.max,pcie.link.width.max", "--format=csv")
                .redirectErrorStream(true).start();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "";
            }
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException absent) {
            return "";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
