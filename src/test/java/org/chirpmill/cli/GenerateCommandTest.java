package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.rows.Rejection;
import org.chirpmill.settings.SettingsTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {
    @TempDir
    private Path directory;

    private Path target() {
        return directory.resolve("set.hdf5");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void assertRefused(String sentence, CommandLineRun run) {
        assertEquals("chirpmill: " + sentence + System.lineSeparator(), run.err());
        assertEquals(2, run.exitCode());
    }

    @Test
    void aRunSaysWhatItMadeAndLeavesNothingElse() throws IOException {
        CommandLineRun run = CommandLineRun.generate(Samples.QUICK, target(), "-n", 20, "--threads", 1);
        assertTrue(run.err().matches("chirpmill: 20 IMRPhenomD waveforms of 2,049 bins to " + target()
            + ", seed 0, on " + Samples.AUTOMATIC.name() + " with 1 thread, accuracy "
            + Pattern.quote(Samples.AUTOMATIC_ACCURACY.toString()) + "\\.\\R"
            + "20 of 20 waveforms \\(100 %\\), [0-9,.]+/s\\R"
            + "chirpmill: " + target() + " is complete: 20 rows in [0-9.]+ s \\([0-9,.]+/s\\), [0-9]+ kB\\.\\R"),
            run.err());
        assertEquals("", run.out());
        assertEquals(List.of("set.hdf5"), files());
    }

    @Test
    void whyBetterBackendsAreMissingIsSaidWhereThatIsAskedFor() {
        List<String> reasons = new ArrayList<>();
        EvaluatorLookup.automatic(reason -> reasons.add("chirpmill: " + reason));
        List<String> asked =
            CommandLineRun.generate(Samples.QUICK, target(), "-n", 2, "--verbose").err().lines().toList();
        assertEquals(3 + reasons.size(), asked.size(), asked::toString);
        assertTrue(asked.containsAll(reasons), asked::toString);
        List<String> unasked =
            CommandLineRun.generate(Samples.QUICK, directory.resolve("b.h5"), "-n", 2).err().lines().toList();
        assertEquals(3, unasked.size(), unasked::toString);
    }

    @Test
    void aProfileSharesOutAllOfTheWorkersTime() throws IOException {
        CommandLineRun run = CommandLineRun.generate(Samples.QUICK, target(), "-n", 40, "--threads", 2, "--profile");
        double shares = 0;
        for (String stage : List.of("open", "draw", "convert", "prepare", "evaluate", "await", "check", "blocked",
            "waiting")) {
            Matcher line = Pattern.compile("^" + stage + " +[0-9.,e-]+ +([0-9.]+) %", Pattern.MULTILINE)
                .matcher(run.err());
            assertTrue(line.find(), stage + " in " + run.err());
            shares += Double.parseDouble(line.group(1));
        }
        // Nine figures rounded to a tenth.
        assertEquals(100, shares, 0.5, run.err());
        assertTrue(Pattern.compile("^write +[0-9.,e-]+ +[0-9.]+ %", Pattern.MULTILINE).matcher(run.err()).find());
    }

    @Test
    void dingosOptionNamesMeanTheSame() {
        Path other = directory.resolve("other.hdf5");
        CommandLineRun.generate(Samples.QUICK, target(), "-n", 11, "--threads", 1);
        CommandLineRun.succeeding("generate", "--settings_file", Samples.QUICK, "--out_file", other,
            "--num_processes", 1, "--num-samples", 11);
        StoredBytes.assertSame(target(), other, "with dingo-gw's names");
    }

    @Test
    void anExistingFileIsOnlyReplacedByForce() throws IOException {
        Files.writeString(target(), "dear to somebody");
        assertRefused(target() + " exists: replace it with --force or choose another name with --out.",
            CommandLineRun.of("generate", Samples.QUICK, "-o", target(), "-n", 4));
        assertEquals("dear to somebody", Files.readString(target()));
        CommandLineRun.generate(Samples.QUICK, target(), "-n", 4, "--force");
        assertEquals(List.of("set.hdf5"), files());
        assertEquals(4 * 8 * 8, StoredBytes.of(target()).get("/parameters").length);
    }

    @Test
    void resumingACompleteDatasetChangesNothing() throws IOException {
        CommandLineRun.generate(Samples.QUICK, target(), "-n", 6);
        byte[] before = Files.readAllBytes(target());
        CommandLineRun again = CommandLineRun.generate(Samples.QUICK, target(), "-n", 6, "--resume");
        assertEquals("chirpmill: " + target() + " is complete already." + System.lineSeparator(), again.err());
        assertArrayEquals(before, Files.readAllBytes(target()));
        assertRefused(target() + " is complete, but not what is asked for: its seed is 0, not 8; replace it with "
            + "--force or choose another name with --out.",
            CommandLineRun.of("generate", Samples.QUICK, "-o", target(), "-n", 6, "--resume", "--seed", 8));
        assertRefused(target() + " is complete, but not what is asked for: its number of rows is 6, not 7; replace it "
            + "with --force or choose another name with --out.",
            CommandLineRun.of("generate", Samples.QUICK, "-o", target(), "-n", 7, "--resume"));
        assertArrayEquals(before, Files.readAllBytes(target()));
    }

    @Test
    void resumingWhereNothingIsBegins() {
        CommandLineRun.generate(Samples.QUICK, target(), "-n", 6, "--resume");
        Path plain = directory.resolve("plain.hdf5");
        CommandLineRun.generate(Samples.QUICK, plain, "-n", 6);
        StoredBytes.assertSame(plain, target(), "begun by --resume");
    }

    @Test
    void aRunThatAnotherProcessWritesIsNotTouched() throws IOException {
        Path journal = directory.resolve("set.hdf5.part.journal");
        try (FileChannel other = FileChannel.open(journal, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            other.lock();
            for (String option : List.of("--resume", "--force", "--verbose")) {
                CommandLineRun run = CommandLineRun.of("generate", Samples.QUICK, "-o", target(), "-n", 6, option);
                String refusal = run.err().lines().filter(line -> line.contains(" locked")).findFirst().orElse("");
                assertTrue(refusal.matches("chirpmill: " + journal + " is locked, for (this|another) process is "
                    + "writing the same dataset at this moment: wait for it or choose another name with --out\\."),
                    run.err());
                assertEquals(2, run.exitCode());
            }
        }
        assertEquals(List.of("set.hdf5.part.journal"), files());
    }

    @Test
    void aDryRunPrintsThePlanAndWritesNothing() throws IOException {
        CommandLineRun plan = CommandLineRun.generate(Samples.QUICK, target(), "--dry-run", "--threads", 2, "-n", 700);
        assertEquals(List.of(), files());
        assertEquals("", plan.err());
        String[] lines = plan.out().split("\\R");
        assertEquals("model      IMRPhenomD, f_ref 20.0 Hz", lines[0]);
        assertEquals("grid       2,049 bins, 0.0 to 512.0 Hz, zero below 20.0 Hz", lines[1]);
        assertEquals("parameters chirp_mass, mass_ratio, chi_1, chi_2, theta_jn, phase, luminosity_distance, "
            + "geocent_time", lines[2]);
        assertEquals("rows       700", lines[3]);
        // 700 rows of 8 doubles and 2 x 2049 complex64.
        assertTrue(lines[4].matches("disk       23 MB \\(single precision\\), [0-9.]+ [kMGTP]B free"), lines[4]);
        assertTrue(lines[5].matches(
            "memory     1[0-9][0-9] MB, of which [0-9]+ kB in the JVM's heap, which may have [0-9.]+ [MG]B"), lines[5]);
        assertEquals("workers    2 on " + Samples.AUTOMATIC.name() + ", batches of 31 rows", lines[6]);
        assertEquals("accuracy   " + Samples.AUTOMATIC_ACCURACY, lines[7]);
        assertTrue(lines[8].matches("time       [0-9.]+ s at [0-9,.]+ waveforms/s, measured just now without writing"),
            lines[8]);
        assertEquals(9, lines.length, plan.out());
    }

    @Test
    void defaultsAreStoredAsWrittenAndAnAbsentTimeHasNoColumn() throws IOException {
        String settings = Samples.REJECTING.replace("theta_jn: Sine()", "theta_jn: default")
            .replace("geocent_time: 0.0", "");
        Path file = Files.writeString(directory.resolve("a.yaml"), settings);
        CommandLineRun.generate(file, target(), "-n", 5);
        try (HdfFile set = new HdfFile(target())) {
            SettingsTree stored =
                SettingsTree.ofPythonLiteral((String) set.getAttribute("settings").getData(), "set.hdf5");
            assertEquals("default", stored.get("intrinsic_prior.theta_jn"));
            assertFalse(stored.has("intrinsic_prior.geocent_time"));
            assertEquals(List.copyOf(((Map<?, ?>) stored.get("intrinsic_prior")).keySet()),
                List.copyOf(((Map<?, ?>) set.getDatasetByPath("parameters").getData()).keySet()));
        }
    }

    @Test
    void rejectedDrawsAreReplacedAndListed() throws IOException {
        CommandLineRun.generate(Samples.rejecting(directory), target(), "-n", 200, "--seed", 2);
        List<Rejection> rejections = StoredBytes.rejections(target());
        // Two draws of seven leave the bound: 0.4 rejections a row, with a standard deviation of 0.75.
        assertEquals(80, rejections.size(), 45);
        Rejection before = new Rejection(-1, 0, "");
        for (Rejection rejection : rejections) {
            int expected = rejection.row() == before.row() ? before.attempt() + 1 : 0;
            assertEquals(expected, rejection.attempt(), rejection + " after " + before);
            assertTrue(rejection.row() >= before.row() && rejection.row() < 200, rejection + " after " + before);
            assertTrue(rejection.reason().matches("chi_1 is 1\\.[01][0-9]*, which is not between -1\\.0 and 1\\.0\\.?"),
                rejection.reason());
            before = rejection;
        }
        try (HdfFile set = new HdfFile(target())) {
            double[] chi = (double[]) ((Map<?, ?>) set.getDatasetByPath("parameters").getData()).get("chi_1");
            assertEquals(200, chi.length);
            for (int row = 0; row < 200; row++) {
                assertTrue(chi[row] >= 0.5 && chi[row] <= 1, "row " + row + " has chi_1 = " + chi[row]);
            }
        }
    }

    @Test
    void aPriorThatNeverGivesASourceLeavesNothing() throws IOException {
        Path file = Samples.changed(
            directory, Samples.REJECTING, "Uniform(minimum=0.5, maximum=1.2)", "Uniform(1.1, 1.2)");
        CommandLineRun run = CommandLineRun.of("generate", file, "-o", target());
        assertTrue(run.err().matches("chirpmill: row 0 was given up after 1000 draws, the last because: "
            + "chi_1 is 1\\.1[0-9]*, which is not between -1\\.0 and 1\\.0 "
            + "\\(\\Q" + file + "\\E, line 12\\)\\.\\R"), run.err());
        assertEquals(2, run.exitCode());
        assertEquals(List.of("a.yaml"), files());
    }

    @Test
    void aRowThatCannotBeMadeEndsTheRunAndKeepsWhatItWasToReplace() throws IOException {
        // Three draws of a thousand are within the bound, so that one row in twenty finds none in a thousand draws.
        Path file = Samples.changed(
            directory, Samples.REJECTING, "Uniform(minimum=0.5, maximum=1.2)", "Uniform(0.998, 1.66)");
        Files.writeString(target(), "the old one");
        CommandLineRun run = CommandLineRun.of("generate", file, "-o", target(), "--force", "--seed", 1);
        assertTrue(run.err().matches("chirpmill: 150 IMRPhenomD waveforms .*\\R"
            + "chirpmill: row [1-9][0-9]* was given up after 1000 draws, the last because: "
            + "chi_1 is 1\\.[0-9]*, which is not between -1\\.0 and 1\\.0 "
            + "\\(\\Q" + file + "\\E, line 9\\)\\.\\R"), run.err());
        assertEquals(2, run.exitCode());
        assertEquals(List.of("a.yaml", "set.hdf5"), files());
        assertEquals("the old one", Files.readString(target()));
    }
}
