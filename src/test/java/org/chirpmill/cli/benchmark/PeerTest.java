package org.chirpmill.cli.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chirpmill.cli.CommandLineRun;
import org.chirpmill.cli.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.jr.ob.JSON;

/** Peers without their libraries: what stands for Python here is a shell script that says what the test wants. */
@DisabledOnOs(OS.WINDOWS)
class PeerTest {
    private static final String RESULT = """
        {"peer": "lalsimulation 0.0", "rows": 6, "bins": 129, "waveforms_per_second": 100.0, "slowest_repeat": 90.0, \
        "fastest_repeat": 110.0, "median_difference_of_peak": 1e-8, "worst_difference_of_peak": 2e-8, \
        "median_relative_l2": 3e-8, "worst_relative_l2": WORST}""";

    @TempDir
    private Path directory;

    private Path python(String installed, String measured) throws IOException {
        Path script = Files.writeString(directory.resolve("python"), "#!/bin/sh\n"
            + "if [ $# = 1 ]; then " + installed + "; fi\n"
            + "echo \"$@\" >>" + directory.resolve("calls") + "\n"
            + "[ -s \"$2\" ] || exit 9\n" + measured + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    private CommandLineRun benchmark(Path settings, Path python) throws IOException {
        return benchmark(settings, python, "lalsimulation");
    }

    private CommandLineRun benchmark(Path settings, Path python, String peer) throws IOException {
        Path scratch = Files.createDirectories(directory.resolve("scratch"));
        CommandLineRun run = CommandLineRun.of("benchmark", settings, "-n", 8, "-p", 1, "--repeats", 2,
            "--warmup", 0, "--peer", peer, "--python", python, "--peer-rows", 6,
            "--output-dir", scratch, "--output", directory.resolve("r.json"));
        try (Stream<Path> left = Files.list(scratch)) {
            assertEquals(List.of(), left.toList());
        }
        return run;
    }

    @Test
    void ratiosAreOurRateOverThePeers() throws IOException {
        Path python = python("exit 0", "echo greetings; echo '" + RESULT.replace("WORST", "4e-8") + "'; echo bye");
        CommandLineRun run = benchmark(Samples.rejecting(directory), python);
        assertEquals(0, run.exitCode(), run.err());
        Map<?, ?> peer = (Map<?, ?>) JSON.std.mapFrom(Files.readString(directory.resolve("r.json"))).get("peer");
        assertEquals(true, peer.get("agrees"));
        List<?> rates = (List<?>) peer.get("rates");
        assertEquals(1, rates.size(), "IMRPhenomD has no multibanding");
        Map<?, ?> rate = (Map<?, ?>) rates.getFirst();
        double ours = (Double) ((Map<?, ?>) rate.get("our_waveforms_per_second")).get("median");
        double generation = (Double) ((Map<?, ?>) peer.get("our_generation_per_second")).get("median");
        assertEquals(ours / 100, (Double) rate.get("waveform_ratio"), 1e-12 * ours);
        assertEquals(generation / 100, (Double) rate.get("generation_ratio"), 1e-12 * generation);
        assertTrue(generation <= ours, "generation has more to do");
        assertTrue(run.out().contains(String.format("    ratio of waveforms %.2f, of the whole generation %.2f",
            ours / 100, generation / 100)), run.out());
        assertTrue(run.out().contains("difference over 6 rows, median and worst: 1.0e-08 and 2.0e-08 of the peak, "
            + "3.0e-08 and 4.0e-08 in relative L2: they agree (worst L2 allowed: 1e-03)"), run.out());
        String call = Files.readString(directory.resolve("calls"));
        assertTrue(call.matches("\\S+/bench/peers/lalsimulation_rate.py \\S+\\.hdf5 --rows 6 --repeats 2\\R"), call);
    }

    @Test
    void higherModesAreMeasuredExactlyAndWithMultibanding() throws IOException {
        Path python = python("exit 0", "echo '" + RESULT.replace("WORST", "2e-3") + "'");
        Path settings = Files.writeString(directory.resolve("xhm.yaml"),
            Samples.REJECTING.replace("IMRPhenomD", "IMRPhenomXHM"));
        CommandLineRun run = benchmark(settings, python);
        assertEquals(1, run.exitCode(), "2e-3 is too much without multibanding");
        assertTrue(run.out().contains("THEY DISAGREE (worst L2 allowed: 1e-03)"), run.out());
        assertTrue(run.out().contains("they agree (worst L2 allowed: 3e-02)"), run.out());
        List<String> calls = Files.readAllLines(directory.resolve("calls"));
        assertEquals(2, calls.size());
        assertTrue(calls.get(1).endsWith(" --multibanding"), calls.get(1));
    }

    @Test
    void whatIsMissingIsSaidBeforeAnythingIsMeasured() throws IOException {
        Path python = python("echo \"No module named 'lal': pip install lalsuite bilby h5py\" >&2; exit 1", "exit 0");
        CommandLineRun run = benchmark(Samples.rejecting(directory), python);
        assertEquals(2, run.exitCode());
        assertEquals("chirpmill: --peer lalsimulation cannot run with --python " + python + " (No module named 'lal': "
            + "pip install lalsuite bilby h5py): name a Python into which that went." + System.lineSeparator(),
            run.err());
        assertEquals("", run.out());
    }

    @Test
    void aPeerThatFailsIsNamed() throws IOException {
        Path python = python("exit 0", "echo Traceback; echo 'MemoryError: no more' >&2; exit 3");
        CommandLineRun run = benchmark(Samples.rejecting(directory), python);
        assertEquals(1, run.exitCode());
        assertTrue(run.err().lines().toList().getLast().matches(
            "chirpmill: \\S+/bench/peers/lalsimulation_rate.py failed: MemoryError: no more\\."), run.err());
    }

    @Test
    void aPeerThatPrintsSomethingElseIsQuotedInOneSentence() throws IOException {
        for (String said : List.of("{\"peer\":", "{}", "{\"peer\": 3}")) {
            CommandLineRun run = benchmark(Samples.rejecting(directory), python("exit 0", "echo '" + said + "'"));
            assertEquals(1, run.exitCode());
            assertEquals("chirpmill: the peer's script printed no result but: " + said + ".",
                run.err().lines().toList().getLast());
        }
    }

    @Test
    void rippleIsAskedOnceSinceItHasNoMultibanding() throws IOException {
        Path python = python("exit 0",
            "echo '" + RESULT.replace("lalsimulation 0.0", "ripple 0.0 on cpu").replace("WORST", "4e-8") + "'");
        Path settings = Files.writeString(directory.resolve("xhm.yaml"),
            Samples.REJECTING.replace("IMRPhenomD", "IMRPhenomXHM"));
        CommandLineRun run = benchmark(settings, python, "ripple");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.out().contains("  ripple 0.0 on cpu "), run.out());
        String calls = Files.readString(directory.resolve("calls"));
        assertTrue(calls.matches("\\S+/bench/peers/ripple_rate.py \\S+\\.hdf5 --rows 6 --repeats 2\\R"), calls);
    }

    @Test
    void whatRippleLacksIsTheReasonGiven() throws IOException {
        Path python = python("exit 0", "echo 'ripple 0.0 has no IMRPhenomD' >&2; exit 1");
        CommandLineRun run = benchmark(Samples.rejecting(directory), python, "ripple");
        assertEquals(1, run.exitCode());
        assertTrue(run.err().lines().toList().getLast().matches(
            "chirpmill: \\S+/bench/peers/ripple_rate.py failed: ripple 0.0 has no IMRPhenomD\\."), run.err());
    }

    @Test
    void rippleIsInstalledByItsPackagesName() throws IOException {
        Path python = python("echo \"No module named 'jax': pip install ripplegw h5py\" >&2; exit 1", "exit 0");
        CommandLineRun run = benchmark(Samples.rejecting(directory), python, "ripple");
        assertEquals(2, run.exitCode());
        assertEquals("chirpmill: --peer ripple cannot run with --python " + python + " (No module named 'jax': "
            + "pip install ripplegw h5py): name a Python into which that went." + System.lineSeparator(), run.err());
    }

    @Test
    void multibandedGridsAreNotRipples() throws IOException {
        CommandLineRun run = benchmark(Samples.MULTIBANDED, python("exit 0", "exit 0"), "ripple");
        assertEquals(2, run.exitCode());
        assertEquals("chirpmill: --peer ripple evaluates uniform grids only, and this configuration's is "
            + "multibanded: use --peer lalsimulation or dingo-gw." + System.lineSeparator(), run.err());
    }
}
