package org.chirpmill.cli.options;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chirpmill.cli.CommandLineRun;
import org.chirpmill.cli.Samples;
import org.chirpmill.cli.StoredBytes;
import org.chirpmill.rows.Accuracy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.jr.ob.JSON;

/** Which accuracy a command takes, and what a dataset says of it. */
class AccuracyOptionTest {
    private static final List<String> POLARIZATIONS = List.of("/polarizations/h_plus", "/polarizations/h_cross");

    @TempDir
    private Path directory;

    private Path settings(String accuracy) throws IOException {
        String key = accuracy.isEmpty() ? "" : "\n  accuracy: " + accuracy;
        // Enough bins that polynomials serve.
        return Samples.changed(directory, Samples.REJECTING.replace("delta_f: 0.5", "delta_f: 0.125"), "f_ref: 16.0",
            "f_ref: 16.0" + key);
    }

    private Path target() {
        return directory.resolve("set.hdf5");
    }

    private static String attribute(Path dataset, String name) {
        try (HdfFile file = new HdfFile(dataset)) {
            return (String) file.getByPath("chirpmill").getAttribute(name).getData();
        }
    }

    private static String storedSettings(Path dataset) {
        try (HdfFile file = new HdfFile(dataset)) {
            return (String) file.getAttribute("settings").getData();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', fast(1e-6)", "exact, '', exact", "fast(1e-4), '', fast(2e-6)", "fast, '', fast(1e-6)",
        "1e-5, '', fast(2e-6)", "1e-7, '', fast(1e-7)", "None, '', fast(1e-6)", "exact, 1e-8, fast(1e-8)",
        "fast(1e-4), exact, exact", "'', exact, exact", "'', fast(0.01), fast(2e-6)",
    })
    void theOptionWinsOverTheSettingsAndTheSettingsOverTheDefault(String written, String option, String taken)
            throws IOException {
        Object[] options = option.isEmpty() ? new Object[] {"-n", 2, "--backend", "vector"}
            : new Object[] {"-n", 2, "--backend", "vector", "--accuracy", option};
        CommandLineRun run = CommandLineRun.generate(settings(written), target(), options);
        assertTrue(run.err().contains(", accuracy " + taken + "." + System.lineSeparator()), run.err());
        assertEquals(taken, attribute(target(), "accuracy"));
        assertEquals("vector", attribute(target(), "backend"));
        String stored = written.isEmpty() ? "'f_ref': 16.0}"
            : "'accuracy': " + (written.equals("None") && option.isEmpty() ? "None" : "'" + taken + "'");
        assertTrue(storedSettings(target()).contains(stored), storedSettings(target()));
    }

    @ParameterizedTest
    @CsvSource({"vector, 0.01, fast(2e-6)", "vector, 2e-6, ''", "vector, exact, ''", "scalar, 2e-6, exact",
        "scalar, exact, ''"})
    void aLineTellsWhereAnAccuracyIsNotKeptAsItIs(String backend, String option, String kept) throws IOException {
        CommandLineRun run = CommandLineRun.generate(
            settings(""), target(), "-n", 2, "--backend", backend, "--accuracy", option);
        String line = "chirpmill: an accuracy of " + Accuracy.of(option) + " is kept as " + kept
            + " for IMRPhenomD on the " + backend + " backend.";
        assertEquals(kept.isEmpty() ? 0 : 1, run.err().lines().filter(line::equals).count(), run.err());
        assertEquals(!kept.isEmpty(), run.err().contains("is kept as"), run.err());
    }

    @Test
    void aRunIsResumedWhereTheSameIsKept() throws IOException {
        CommandLineRun.generate(settings("fast(0.01)"), target(), "-n", 2, "--backend", "vector");
        byte[] before = Files.readAllBytes(target());
        for (String other : List.of("1e-4", "fast(2e-6)", "fast(0.01)")) {
            CommandLineRun run = CommandLineRun.of("generate", settings(other), "-o", target(), "-n", 2, "--backend",
                "vector", "--resume");
            assertEquals(0, run.exitCode(), other + ": " + run.err());
            assertTrue(run.err().contains("is complete already."), run.err());
        }
        assertArrayEquals(before, Files.readAllBytes(target()));
        CommandLineRun.generate(settings("1e-3"), target(), "-n", 2, "--backend", "vector", "--force");
        StoredBytes.assertSame(Files.write(directory.resolve("before.hdf5"), before), target(), "the same rows");
    }

    /** What rows made anew may differ by: what the dataset's own polynomials may miss and what the new ones may. */
    @ParameterizedTest
    @CsvSource({"0.01, vector, '', 4e-6", "1e-6, vector, '', 2e-6", "1e-6, scalar, '', 1e-6",
        "1e-7, vector, exact, 1e-7", "exact, vector, 0.01, 2e-6", "exact, vector, '', 1e-11"})
    void verifyingAllowsWhatWasKept(String made, String backend, String again, double allowed) throws IOException {
        CommandLineRun.generate(settings(""), target(), "-n", 20, "--precision", "double", "--backend", "vector",
            "--accuracy", made);
        Object[] command = again.isEmpty() ? new Object[] {"verify", target(), "--json", "--backend", backend}
            : new Object[] {"verify", target(), "--json", "--backend", backend, "--accuracy", again};
        Map<String, Object> verdict = JSON.std.mapFrom(CommandLineRun.succeeding(command).out());
        assertEquals(true, verdict.get("passed"));
        assertEquals(allowed, (Double) verdict.get("allowed"), 1e-20);
    }

    @Test
    void accuraciesGiveDifferentRowsOfTheSameSources() throws IOException {
        Map<String, byte[]> exact = rows("exact");
        Map<String, byte[]> fast = rows("fast(1e-3)");
        assertArrayEquals(exact.get("/parameters"), fast.get("/parameters"));
        for (String path : POLARIZATIONS) {
            assertTrue(!Arrays.equals(exact.get(path), fast.get(path)), path);
        }
    }

    private Map<String, byte[]> rows(String accuracy) throws IOException {
        CommandLineRun.generate(settings(""), target(), "-n", 3, "--backend", "vector", "--accuracy", accuracy,
            "--precision", "double", "--force");
        return StoredBytes.of(target());
    }

    @ParameterizedTest
    @CsvSource({"fast(1e-15), 4", "fast(1e-6), 0"})
    void rowsForWhichPolynomialsDoNotServeAreCounted(String accuracy, int count) throws IOException {
        Path fine = Samples.changed(directory, Samples.REJECTING, "delta_f: 0.5", "delta_f: 0.0625");
        CommandLineRun run = CommandLineRun.generate(
            fine, target(), "-n", 4, "--backend", "vector", "--accuracy", accuracy);
        String remark = "chirpmill: on " + count + " of 4 rows polynomials reach " + accuracy
            + " at less than half of the bins, and the others were evaluated one by one.";
        assertEquals(count > 0, run.err().lines().anyMatch(remark::equals), run.err());
        assertEquals(count > 0, run.err().contains("polynomials"), run.err());
    }

    @Test
    void theScalarBackendRecordsThatItIsExact() throws IOException {
        CommandLineRun.generate(settings("fast"), target(), "-n", 2, "--backend", "scalar");
        assertEquals("exact", attribute(target(), "accuracy"));
    }

    @Test
    void aDatasetIsNotContinuedWithAnotherAccuracyOrBackend() throws IOException {
        Path settings = settings("");
        CommandLineRun.generate(settings, target(), "-n", 2, "--backend", "vector");
        byte[] before = Files.readAllBytes(target());
        for (String[] other : new String[][] {
            {"--backend", "vector", "--accuracy", "exact", "its accuracy is fast(1e-6), not exact"},
            {"--backend", "scalar", "--accuracy", "exact", "its backend is vector, not scalar"}}) {
            CommandLineRun run = CommandLineRun.of("generate", settings, "-o", target(), "-n", 2, "--resume", other[0],
                other[1], other[2], other[3]);
            assertEquals(2, run.exitCode());
            assertEquals("chirpmill: " + target() + " is complete, but not what is asked for: " + other[4]
                + "; replace it with --force or choose another name with --out." + System.lineSeparator(), run.err());
        }
        assertArrayEquals(before, Files.readAllBytes(target()));
    }

    @Test
    void aWaveformIsExactUnlessToldOrOfADataset() throws IOException {
        Path settings = settings("");
        CommandLineRun.generate(settings, target(), "-n", 2, "--backend", "vector", "--accuracy", "1e-3");
        byte[] exact = waveform(settings, "--accuracy", "exact");
        byte[] fast = waveform(settings, "--accuracy", "fast(1e-3)");
        assertTrue(!Arrays.equals(exact, fast), "the tolerance shows");
        assertArrayEquals(fast, waveform(settings), "a row is made as its dataset was");
        assertArrayEquals(fast, waveform(settings("exact")), "whatever the settings say now");

        Files.delete(target());
        CommandLineRun.generate(settings(""), target(), "-n", 2, "--backend", "vector", "--accuracy", "exact");
        assertArrayEquals(exact, waveform(settings("fast(1e-3)")));

        assertArrayEquals(single("fast"), single("1e-6"));
        assertArrayEquals(single("exact"), single(""), "without a dataset");
        assertTrue(!Arrays.equals(single("exact"), single("1e-3")), "the option shows");
    }

    private byte[] waveform(Path settings, String... options) throws IOException {
        Path out = directory.resolve("w.csv");
        Object[] words = {"waveform", settings, "--from", target(), "--row", 1, "-o", out, "--force", "--backend",
            "vector"};
        Object[] all = Arrays.copyOf(words, words.length + options.length);
        System.arraycopy(options, 0, all, words.length, options.length);
        CommandLineRun.succeeding(all);
        return Files.readAllBytes(out);
    }

    private byte[] single(String accuracy) throws IOException {
        Path out = directory.resolve("w.csv");
        Object[] words = {"waveform", Samples.WAVEFORM, "-o", out, "--force", "--backend", "vector"};
        Object[] all = accuracy.isEmpty() ? words : Arrays.copyOf(words, words.length + 2);
        if (!accuracy.isEmpty()) {
            all[words.length] = "--accuracy";
            all[words.length + 1] = accuracy;
        }
        CommandLineRun.succeeding(all);
        return Files.readAllBytes(out);
    }
}
