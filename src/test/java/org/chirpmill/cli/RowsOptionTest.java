package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chirpmill.rows.Rejection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of a set: {@code generate --rows A:B}, and what other commands say of such a file. */
class RowsOptionTest {
    private static final int FIRST = 70;
    private static final int END = 110;
    private static final String ROWS = FIRST + ":" + END;

    @TempDir
    private Path directory;
    private Path settings;
    private Path whole;
    private Path part;

    @BeforeEach
    void writeSettings() throws IOException {
        settings = Samples.rejecting(directory);
        whole = directory.resolve("whole.hdf5");
        part = directory.resolve("part.hdf5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whitening: aLIGO_ZERO_DET_high_P_asd.txt", "svd: {file: basis.hdf5}",
        "svd: {size: 20, num_training_samples: 300, num_validation_samples: 0}"})
    void rowsOfAPartAreTheBytesOfTheWholeSetsRows(String compression) throws IOException {
        Bases.ofBins(directory, 129, 32);
        Path compressed = Files.writeString(directory.resolve("c.yaml"),
            Samples.REJECTING + (compression.isEmpty() ? "" : "compression: {" + compression + "}\n"));
        CommandLineRun.generate(compressed, whole, "--seed", 3);
        CommandLineRun.generate(compressed, part, "--seed", 3, "--rows", ROWS, "--batch-size", 9);
        Map<String, byte[]> all = StoredBytes.of(whole);
        Map<String, byte[]> some = StoredBytes.of(part);
        for (String name : List.of("/parameters", "/polarizations/h_plus", "/polarizations/h_cross")) {
            int rowBytes = all.get(name).length / 150;
            assertEquals((END - FIRST) * rowBytes, some.get(name).length, name);
            assertArrayEquals(
                Arrays.copyOfRange(all.get(name), FIRST * rowBytes, END * rowBytes), some.get(name), name);
        }
        List<Rejection> expected = StoredBytes.rejections(whole).stream()
            .filter(rejection -> rejection.row() >= FIRST && rejection.row() < END).toList();
        assertFalse(expected.isEmpty());
        assertEquals(expected, StoredBytes.rejections(part), "rejected draws, numbered as in the whole set");
    }

    @Test
    void commandsCallRowsWhatTheWholeSetCallsThem() {
        CommandLineRun.generate(settings, whole, "--seed", 3);
        CommandLineRun.generate(settings, part, "--seed", 3, "--rows", ROWS);
        String inspected = CommandLineRun.succeeding("inspect", part).out();
        assertTrue(inspected.contains("polarizations: 40 rows (70 to 109 of the set) x 129"), inspected);
        assertTrue(inspected.contains("rows: 70:110"), inspected);
        assertTrue(inspected.contains("num_samples: 40"), inspected);
        assertTrue(inspected.contains("  70: mass_1="), inspected);
        assertFalse(inspected.contains("\n  0: mass_1="), inspected);

        String verified = CommandLineRun.succeeding("verify", part, "--samples", 7).out();
        assertTrue(verified.contains("parameters: 7 of 7 rows are the draws of seed 3"), verified);

        Path ofWhole = directory.resolve("whole.csv");
        Path ofPart = directory.resolve("part.csv");
        CommandLineRun.succeeding("waveform", settings, "--from", whole, "--row", 88, "-o", ofWhole);
        CommandLineRun.succeeding("waveform", settings, "--from", part, "--row", 88, "-o", ofPart);
        assertEquals(-1, mismatch(ofWhole, ofPart));
        assertRefused("--row is 3 but must be from 70 to 109, the rows of " + part,
            "waveform", settings, "--from", part, "--row", 3, "-o", directory.resolve("no.csv"));
        assertRefused("--row is 110 but must be from 70 to 109, the rows of " + part,
            "plot", "waveform", "--dataset", part, "--row", 110, "-o", directory.resolve("no.png"));
        CommandLineRun.succeeding("plot", "waveform", "--dataset", part, "--row", 109, "-o",
            directory.resolve("w.png"));

        CommandLineRun compared = CommandLineRun.succeeding("compare", part, whole, "--tolerance", 0);
        assertTrue(compared.out().startsWith("rows 70 to 109, which both have, of 70:110 and 0:150"), compared.out());
        assertTrue(compared.out().contains("40 of 40 rows are the same to the last digit"), compared.out());
    }

    @Test
    void aFalsifiedRowIsNamedByItsNumberInTheSet() throws IOException {
        CommandLineRun.generate(settings, part, "--seed", 3, "--rows", ROWS);
        byte[] bytes = Files.readAllBytes(part);
        byte[] row = Arrays.copyOf(StoredBytes.of(part).get("/polarizations/h_plus"), 129 * 8);
        int at = indexOf(bytes, row);
        Arrays.fill(bytes, at + 129 * 8 * 5 + 300, at + 129 * 8 * 5 + 700, (byte) 0);
        Files.write(part, bytes);
        CommandLineRun run = CommandLineRun.of("verify", part, "--samples", 40);
        assertEquals(1, run.exitCode(), run.out());
        assertTrue(run.out().contains("(row 75)"), run.out());
    }

    @Test
    void aPartIsContinuedAsThatPartOnly() {
        CommandLineRun.generate(settings, part, "--seed", 3, "--rows", ROWS);
        CommandLineRun again = CommandLineRun.generate(settings, part, "--seed", 3, "--rows", ROWS, "--resume");
        assertTrue(again.err().contains("is complete already"), again.err());
        assertRefused("its rows are 70:110, not 71:111", "generate", settings, "-o", part, "--seed", 3, "--rows",
            "71:111", "--resume");
        assertRefused("its number of rows is 40, not 150", "generate", settings, "-o", part, "--seed", 3, "--resume");
    }

    @Test
    void rowsBeyondNumSamplesAndWithoutNumSamplesAreMade() throws IOException {
        CommandLineRun.generate(settings, whole, "--rows", "149:152");
        Path without = Files.writeString(directory.resolve("w.yaml"),
            Samples.REJECTING.replace("num_samples: 150\n", ""));
        CommandLineRun.generate(without, part, "--rows", "149:152");
        assertArrayEquals(StoredBytes.of(whole).get("/polarizations/h_cross"),
            StoredBytes.of(part).get("/polarizations/h_cross"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "9:5", "5:5", "-3:5", "a:b", "1:2:3"})
    void otherFormsAreRefused(String rows) {
        assertRefused("--rows is '" + rows + "' but must be A:B with whole numbers 0 <= A < B, which are rows A to "
            + "B - 1", "generate", settings, "-o", part, "--rows=" + rows);
        assertFalse(Files.exists(part));
    }

    @Test
    void rowsAndANumberOfSamplesDoNotGoTogether() {
        assertRefused("--rows and --num-samples do not go together: give one",
            "generate", settings, "-o", part, "--rows", ROWS, "-n", 3);
    }

    private static void assertRefused(String reason, Object... arguments) {
        CommandLineRun run = CommandLineRun.of(arguments);
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().contains(reason), run.err());
    }

    private static long mismatch(Path a, Path b) {
        try {
            return Files.mismatch(a, b);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int at = 0; at + part.length <= bytes.length; at++) {
            if (bytes[at] == part[0] && Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        throw new AssertionError("the row is not in the file");
    }
}
