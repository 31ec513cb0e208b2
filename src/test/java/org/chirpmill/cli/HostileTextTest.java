package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chirpmill.settings.SettingsException;
import org.chirpmill.settings.SettingsTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.jr.ob.JSON;

/** Settings, names and texts that were made to do harm. */
class HostileTextTest {
    private static final Path HOSTILE = Path.of("src/test/resources/hostile");
    private static final String FORGED = "x\u001b]0;t\u0007\u001b[2J\nchirpmill: all is well\u202e";

    @TempDir
    private Path folder;

    /** Says one sentence with the file's name, at once, and nothing that a terminal obeys. */
    private static void assertRefused(String name, CommandLineRun run) {
        assertEquals(2, run.exitCode(), run.err());
        assertEquals("", run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("chirpmill: ") && run.err().contains(name), run.err());
        assertTrue(run.err().length() < 5000, () -> run.err().length() + " characters");
        assertHarmless(run);
    }

    private static void assertHarmless(CommandLineRun run) {
        String said = run.out() + run.err();
        assertFalse(said.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n'
            || Character.getType(c) == Character.FORMAT), said);
        assertFalse(said.lines().anyMatch(line -> line.contains("all is well") && line.startsWith("chirpmill: all")),
            said);
        assertFalse(said.contains("should not have happened"), said);
    }

    private static String settings() {
        return Samples.REJECTING;
    }

    private CommandLineRun generate(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("hostile.yaml"), text);
        return assertTimeout(Duration.ofSeconds(5),
            () -> CommandLineRun.of("generate", file, "-o", folder.resolve("set.hdf5")));
    }

    static List<String> numbers() {
        return List.of("9".repeat(1_000_000), "-" + "9".repeat(1_000_000), "0x" + "f".repeat(1_000_000),
            "0b" + "1".repeat(1_000_000), "0" + "7".repeat(1_000_000), "9".repeat(1_000_000) + ".0",
            "1" + ":59".repeat(1_500), "1" + ":59".repeat(300_000), "1" + ":59".repeat(300_000) + ".5",
            "1" + ":0".repeat(300_000), "1_".repeat(500_000) + "1", "1." + "0".repeat(1_000_000) + "e+400",
            "'" + "9".repeat(1_000_000) + "'", "'" + "9".repeat(1_000_000) + "x'",
            "'1e" + "9".repeat(1_000_000) + "'");
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void numbersOfMillionsOfDigitsAreRefusedAtOnce(String number) throws IOException {
        for (String changed : List.of(settings().replace("num_samples: 150", "num_samples: " + number),
                settings().replace("f_max: 64.0", "f_max: " + number))) {
            assertRefused("hostile.yaml", generate(changed));
        }
    }

    static List<String> trees() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [1, 1]\n");
        IntStream.range(1, 40).forEach(i ->
            laughs.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1)));
        StringBuilder merges = new StringBuilder("m0: &m0 {k: 1}\n");
        IntStream.range(1, 40).forEach(i ->
            merges.append("m%d: &m%d {<<: [*m%d, *m%d]}\n".formatted(i, i, i - 1, i - 1)));
        return List.of(
            "? " + "k".repeat(1_000_000) + "\n: [" + "1,".repeat(90_000) + "]\n",
            "k".repeat(1_000) + ": 1\n", laughs.toString(), merges.toString(), "a: &a [*a]\n", "a: &a {b: *a}\n",
            "a: &a {<<: *a}\n", "a: &a " + "x".repeat(100_000) + "\nb: [" + "*a,".repeat(9_000) + "]\n",
            "a: " + "[".repeat(1_000_000) + "\n", "a: " + "{b: ".repeat(200_000) + "\n",
            "a: " + "- ".repeat(500_000) + "1\n", "a: [" + "1,".repeat(500_000) + "]\n",
            "a: !" + "t".repeat(500_000) + " 1\n", "a: *" + "t".repeat(500_000) + "\n",
            "a: \"" + "\\".repeat(999_999) + "\n",
            "a: '" + "'".repeat(999_998) + "\n", "%YAML 9.9\n---\na: 1\n", "a: \u0007\n", "? [a]\n: 1\n",
            "a: |\n" + " x\n".repeat(300_000) + "\tb\n", "#".repeat(3_500_000) + "\n");
    }

    @ParameterizedTest
    @MethodSource("trees")
    void treesThatNobodyWritesAreRefusedAtOnce(String head) throws IOException {
        assertRefused("hostile.yaml", generate(head + settings()));
    }

    static List<String> priors() {
        return List.of("(".repeat(500_000), "-".repeat(500_000) + "1", "2" + "**2".repeat(300_000),
            "Uniform(".repeat(100_000), "x".repeat(1_000_000), "Uniform(" + "x".repeat(1_000_000) + "=1)",
            "9".repeat(1_000_000) + "x", "'" + "y".repeat(1_000_000) + "'", "[" + "1,".repeat(500_000) + "]",
            "1e" + "9".repeat(1_000_000), "1" + "+1".repeat(500_000) + "+", "x" + ".x".repeat(500_000),
            "Sine(name='" + "z".repeat(100_000) + "', boundary='" + "z".repeat(500_000) + "')", FORGED,
            "Uniform(0, 1, name='" + FORGED + "', unit=1)", "\ud800", "__import__('os').system('true')");
    }

    @ParameterizedTest
    @MethodSource("priors")
    void priorsThatNobodyWritesAreRefusedAtOnce(String prior) throws IOException {
        String quoted = JSON.std.asString(prior).replace("\ud800", "\\ud800");
        assertRefused("hostile.yaml", generate(settings().replace("phase: Uniform(0, 2*np.pi)", "phase: " + quoted)));
    }

    @Test
    void whatOnceEndedInAStackOverflowIsRefused() {
        assertRefused("S-15.yaml", CommandLineRun.of("generate", HOSTILE.resolve("S-15.yaml"), "-o", "x.hdf5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"generate F -o x.hdf5", "waveform F", "plot waveform F", "plot grid F", "plot scaling F",
        "domain suggest F", "svd train F -o x.h5", "domain suggest configs/quick.yaml --asd F", "benchmark F",
        "generate ASD -o x.hdf5", "generate BASIS -o x.hdf5"})
    void whatIsNoOrdinaryFileIsRefusedBeforeItIsRead(String command) throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assumeTrue(Path.of("/usr/bin/mkfifo").toFile().canExecute(), "mkfifo makes a pipe");
        assertEquals(0, new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor());
        for (Path odd : List.of(pipe, Path.of("/dev/zero"), Path.of("/dev/tty"), folder)) {
            Path curve = Files.writeString(folder.resolve("asd.yaml"),
                settings() + "compression: {whitening: " + odd + "}\n");
            Path basis = Files.writeString(folder.resolve("basis.yaml"),
                settings() + "compression: {svd: {file: " + odd + "}}\n");
            Object[] words = List.of(command.replace("F", odd.toString()).replace("ASD", curve.toString())
                .replace("BASIS", basis.toString()).split(" ")).toArray();
            CommandLineRun run = assertTimeout(Duration.ofSeconds(5), () -> CommandLineRun.of(words));
            assertRefused(odd.toString(), run);
        }
    }

    @Test
    void textsLargerThanAnySuchTextAreRefused() throws IOException {
        Path large = folder.resolve("large.yaml");
        Files.write(large, new byte[(1 << 20) + 1]);
        assertRefused(large + " is larger than the 1 MiB", CommandLineRun.of("generate", large, "-o", "x.hdf5"));
        Path curve = folder.resolve("curve.txt");
        Files.write(curve, new byte[(64 << 20) + 1]);
        assertRefused(curve + " is larger than the 64 MiB",
            CommandLineRun.of("domain", "suggest", Samples.QUICK, "--asd", curve));
    }

    @Test
    void aRefusalOfACurveNamesTheLineAndNotItsText() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "10 1e-23\nroot:hunter2\n");
        CommandLineRun run = CommandLineRun.of("domain", "suggest", Samples.QUICK, "--asd", secret);
        assertRefused("line 2 of " + secret, run);
        assertFalse(run.err().contains("hunter2"), run.err());
    }

    /** A copy of a set whose stored settings name another curve, of as many characters as /etc/passwd. */
    private Path setThatNames(String curve) throws IOException {
        assertEquals("/etc/passwd".length(), curve.length());
        String bytes = Files.readString(HOSTILE.resolve("S-19.h5"), StandardCharsets.ISO_8859_1);
        Path inner = Files.createDirectories(folder.resolve("inner"));
        return Files.writeString(inner.resolve("set.h5"), bytes.replace("/etc/passwd", curve),
            StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../asd-x.tx", "sub/dir/x.t", "../../../..", "a\\\\b-asd.tx", "C:asd-x.txt"})
    void settingsThatADatasetHoldsNameNoFileElsewhere(String curve) throws IOException {
        Path set = setThatNames(curve);
        for (String name : List.of("asd-x.tx", "inner/sub/dir/x.t")) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), "root:hunter2\n");
        }
        for (List<Object> command : List.<List<Object>>of(List.of("verify", set), List.of("compare", set, set),
                List.of("plot", "waveform", "--dataset", set, "-o", folder.resolve("p.png")),
                List.of("plot", "strain", "--dataset", set, "-o", folder.resolve("p.png")))) {
            CommandLineRun run = CommandLineRun.of(command.toArray());
            assertRefused("set.h5", run);
            assertTrue(run.err().contains("but no such file is in ") || run.err().contains("which names no file"),
                run.err());
            assertFalse(run.err().contains("root:"), run.err());
        }
        assertEquals(0, CommandLineRun.of("inspect", set).exitCode());
    }

    @Test
    void settingsThatADatasetHoldsMayNameAFileBesideIt() throws IOException {
        Path set = setThatNames("asd-ofs.txt");
        CommandLineRun missing = CommandLineRun.of("verify", set);
        assertRefused("compression.whitening is 'asd-ofs.txt' but no such file is in ", missing);
        Files.writeString(set.resolveSibling("asd-ofs.txt"), "0 1e-23\n1000 1e-23\n");
        CommandLineRun found = CommandLineRun.of("verify", set);
        // It was not whitened at all, so that it is not what it says.
        assertEquals(1, found.exitCode(), found.err());
        assertTrue(found.out().contains("FAILED: largest relative L2"), found.out());
    }

    @Test
    void aDatasetThatNamesACurveElsewhereIsReadWithTheOneBesideIt() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("curves/of mine"));
        Path curve = Files.writeString(elsewhere.resolve("asd.txt"), "0 1e-23\n1000 1e-23\n");
        Path settings = Files.writeString(folder.resolve("a.yaml"), settings() + "compression: {whitening: '" + curve
            + "'}\n");
        Path set = folder.resolve("set.hdf5");
        CommandLineRun.generate(settings, set);
        assertTrue(CommandLineRun.succeeding("inspect", set).out().contains("whitening: " + curve + "\n"));
        assertRefused("compression.whitening is 'asd.txt' but no such file is in ", CommandLineRun.of("verify", set));
        Files.copy(curve, folder.resolve("asd.txt"));
        CommandLineRun.succeeding("verify", set);
    }

    @Test
    void whatAFileHoldsIsShownWithoutItsEffectOnATerminal() throws IOException {
        CommandLineRun inspected = CommandLineRun.succeeding("inspect", HOSTILE.resolve("S-20.h5"));
        assertHarmless(inspected);
        assertTrue(inspected.out().contains("  a: \\u001b]0;pwned\\u0007\\u001b[2J\n  b: \\n\\n forged line\n"),
            inspected.out());
        assertRefused("S-20.yaml", CommandLineRun.of("generate", HOSTILE.resolve("S-20.yaml"), "-o", "x.hdf5"));
    }

    @Test
    void namesOfFilesAndKeysForgeNoLine() throws IOException {
        Path odd = folder.resolve(FORGED + ".hdf5");
        Files.copy(Path.of("src/test/resources/dataset/dingo.h5"), odd);
        for (List<Object> command : List.<List<Object>>of(List.of("inspect", odd), List.of("verify", odd),
                List.of("compare", odd, odd), List.of("plot", "corner", odd, "-o", folder.resolve(FORGED + ".png")),
                List.of("plot", "spectrum", odd), List.of("svd", "export", odd, "-o", folder.resolve("b.hdf5")),
                List.of("svd", "validate", odd, odd), List.of("waveform", odd), List.of("generate", odd, "-o", odd),
                List.of("benchmark", odd), List.of("domain", "suggest", odd), List.of("verify", "--reference", odd),
                List.of("waveform", Samples.WAVEFORM, "--from", odd, "--row", "99"))) {
            CommandLineRun run = CommandLineRun.of(command.toArray());
            assertHarmless(run);
            assertFalse((run.out() + run.err()).isEmpty(), command.toString());
        }
        Path settings = Files.writeString(folder.resolve("a.yaml"),
            settings() + JSON.std.asString(FORGED) + ": 1\ncompression: {whitening: " + JSON.std.asString(FORGED)
                + "}\n");
        assertHarmless(CommandLineRun.of("generate", settings, "-o", folder.resolve("x.hdf5")));
    }

    @Test
    void jsonStaysJson() throws IOException {
        Path settings = Samples.rejecting(folder);
        Path odd = folder.resolve("a\u001b\n\u202e\u007f\u009b.hdf5");
        CommandLineRun.generate(settings, odd);
        CommandLineRun run = CommandLineRun.succeeding("verify", odd, "--json", "--samples", "2");
        assertHarmless(run);
        Map<String, Object> verdict = JSON.std.mapFrom(run.out());
        assertTrue(verdict.toString().contains(odd.toString()), verdict.toString());
        assertTrue(run.out().lines().count() > 3, run.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        [                | 200000
        {'a':            | 200000
        (                | 200000
        '\\              | 100001
        1                | 5000000
        1_               | 2500000
        0_               | 2500000
        [1,              | 1000000
        ` `              | 5000000
        'x'              | 9000000
        __import__('os') | 1
        """)
    void storedSettingsThatNobodyStoresAreRefusedAtOnce(String part, int times) {
        assertTimeout(Duration.ofSeconds(5), () -> {
            try {
                SettingsTree.ofPythonLiteral(part.repeat(times), "set.hdf5");
                throw new AssertionError("taken");
            } catch (SettingsException refusal) {
                assertTrue(refusal.getMessage().startsWith("The settings in set.hdf5 are "), refusal.getMessage());
                assertTrue(refusal.getMessage().length() < 300, refusal.getMessage());
            }
        });
    }
}
