package org.chirpmill.cli.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chirpmill.cli.CommandLineRun;
import org.chirpmill.cli.Samples;
import org.chirpmill.numbers.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.jr.ob.JSON;

/** That a benchmark tells what it measured, and how it fits together; not how fast anything is. */
class BenchmarkCommandTest {
    private static final List<String> WORKER_STAGES = List.of(
        "open", "draw", "convert", "prepare", "evaluate", "check");

    @TempDir
    private Path directory;

    private CommandLineRun benchmark(Object... options) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of("benchmark", "--config", Samples.rejecting(directory),
            "-n", 60, "--repeats", 2, "--warmup", 10, "--output", directory.resolve("results.json"),
            "--output-dir", directory));
        arguments.addAll(List.of(options));
        return CommandLineRun.of(arguments.toArray());
    }

    private Map<String, Object> results() throws IOException {
        return JSON.std.mapFrom(Files.readString(directory.resolve("results.json")));
    }

    private static Map<?, ?> map(Map<?, ?> parent, String... path) {
        Map<?, ?> inner = parent;
        for (String name : path) {
            inner = (Map<?, ?>) inner.get(name);
        }
        return inner;
    }

    private static double number(Map<?, ?> parent, String name) {
        return ((Number) parent.get(name)).doubleValue();
    }

    private static void assertSpread(Map<?, ?> spread) {
        assertTrue(number(spread, "min") >= 0 && number(spread, "min") <= number(spread, "median")
            && number(spread, "median") <= number(spread, "max"), spread::toString);
    }

    private void assertOnlyTheResultsAreLeft() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(List.of("rejecting.yaml", "results.json"),
                files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void theFileSaysWhatWasMeasuredAndWhere() throws IOException {
        CommandLineRun run = benchmark("-p", 2, "--batch-size", 7, "--precision", "double", "--seed", 3,
            "--backend", "scalar", "--per-waveform-timing");
        assertEquals(0, run.exitCode(), run.err());
        assertOnlyTheResultsAreLeft();

        Map<String, Object> results = results();
        assertEquals(Map.of("approximant", "IMRPhenomD", "bins", 129, "precision", "double", "backend", "scalar",
            "accuracy", "exact", "waveforms", 60, "threads", 2, "batch_size", 7, "warm_up_waveforms", 10, "repeats", 2),
            results.get("configuration"));
        assertEquals(Runtime.getRuntime().availableProcessors(), map(results, "machine").get("cores"));
        assertTrue(results.get("date").toString().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
        assertTrue(results.containsKey("commit") && results.containsKey("version"), results::toString);
        assertTrue(((List<?>) results.get("options")).containsAll(List.of("--seed", "3")), results::toString);
        for (String step : List.of("jvm_start", "settings_and_model", "tables", "warm_up")) {
            assertTrue(number(map(results, "set_up_seconds"), step) > 0, step);
        }
        for (String kind : List.of("generation", "without_writing")) {
            Map<?, ?> rate = map(results, kind, "waveforms_per_second");
            assertSpread(rate);
            assertEquals(129 * number(rate, "min"), number(map(results, kind, "bins_per_second"), "min"),
                1e-9 * 129 * number(rate, "min"));
            assertEquals(129 * 2 * 16e-9 * number(rate, "max"),
                number(map(results, kind, "gigabytes_per_second"), "max"), 1e-9);
        }
        for (String stage : List.of("prepare", "evaluate")) {
            Map<?, ?> times = map(results, "one_waveform_seconds", stage);
            assertTrue(number(times, "median") > 0 && number(times, "median") <= number(times, "p90")
                && number(times, "p90") <= number(times, "p99") && number(times, "p99") <= number(times, "max"),
                times::toString);
        }
        assertFalse(results.containsKey("peer"));
    }

    @Test
    void theStagesTakeNoMoreThanTheWhole() throws IOException {
        assertEquals(0, benchmark("-p", 2, "--batch-size", 5).exitCode());
        List<?> runs = (List<?>) results().get("runs");
        assertEquals(2, runs.size());
        for (Object each : runs) {
            Map<?, ?> run = (Map<?, ?>) each;
            double wall = number(run, "wall_seconds");
            Map<?, ?> workers = map(run, "worker_seconds");
            double working = WORKER_STAGES.stream().mapToDouble(stage -> {
                assertTrue(number(workers, stage) > 0, stage);
                return number(workers, stage);
            }).sum();
            assertTrue(working <= 2 * wall, run::toString);
            assertEquals(2 * wall, working + number(workers, "await") + number(workers, "blocked")
                + number(workers, "waiting"), 1e-9);
            Map<?, ?> caller = map(run, "calling_thread_seconds");
            assertTrue(number(caller, "write") > 0 && number(caller, "file") > 0
                && number(caller, "write") + number(caller, "file") <= wall, run::toString);
        }
        Map<?, ?> stages = map(results(), "stages");
        for (String stage : WORKER_STAGES) {
            assertSpread(map(stages, stage, "seconds_per_waveform"));
            assertTrue(number(map(stages, stage), "share") <= 1, stage);
        }
        assertEquals(Map.of("remark", "not measured: these settings do not compress"), stages.get("compress"));
    }

    @Test
    void theTableShowsTheSame() throws IOException {
        CommandLineRun run = benchmark("-p", 1, "--per-waveform-timing");
        assertEquals(0, run.exitCode(), run.err());
        List<String> lines = run.out().lines().toList();
        assertEquals("IMRPhenomD, 129 bins, single precision, " + Samples.AUTOMATIC.name() + ", "
            + Samples.AUTOMATIC_ACCURACY + ": 60 waveforms, 1 thread, batches of 10, 2 repeats",
            lines.getFirst());
        Map<String, Object> results = results();
        Map<?, ?> rate = map(results, "generation", "waveforms_per_second");
        assertTrue(lines.contains(String.format("  %-28s %12s %12s %12s", "waveforms",
            Quantity.number(number(rate, "min")), Quantity.number(number(rate, "median")),
            Quantity.number(number(rate, "max")))), run.out());
        Map<?, ?> evaluate = map(results, "stages", "evaluate", "seconds_per_waveform");
        assertTrue(lines.stream().anyMatch(line -> line.startsWith(String.format("  %-28s %12s %12s %12s", "evaluate",
            Quantity.number(1e6 * number(evaluate, "min")), Quantity.number(1e6 * number(evaluate, "median")),
            Quantity.number(1e6 * number(evaluate, "max"))))), run.out());
        for (String row : List.of("JVM start to command", "settings and model", "tables", "warm-up, 10 waveforms",
                "bins", "GB of polarizations", "waveforms without writing", "open", "draw", "convert", "prepare",
                "check", "waiting", "write", "file")) {
            assertTrue(lines.stream().anyMatch(line -> line.matches("  " + row + " +[0-9.,e-]+.*")),
                row + " in\n" + run.out());
        }
        assertTrue(lines.stream().anyMatch(line -> line.matches(
            "  compress( +-){4} +not measured: these settings do not compress")), run.out());
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("one waveform alone, us")), run.out());
    }

    @Test
    void withoutAFileOnlyTheTableComes() throws IOException {
        CommandLineRun run = CommandLineRun.succeeding("benchmark", Samples.rejecting(directory), "-n", 5,
            "--repeats", 1, "--warmup", 0, "--output-dir", directory);
        assertTrue(run.out().contains("warm-up, 0 waveforms"), run.out());
        assertFalse(run.out().contains("one waveform alone"), run.out());
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(1, files.count(), "only the settings are there");
        }
    }
}
