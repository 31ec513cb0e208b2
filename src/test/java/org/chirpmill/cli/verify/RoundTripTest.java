package org.chirpmill.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.chirpmill.cli.Bases;
import org.chirpmill.cli.CommandLineRun;
import org.chirpmill.cli.Samples;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.dataset.Polarization;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code verify DATASET} and {@code compare}: what is right passes, what was tampered with does not. */
class RoundTripTest {
    private static final String WHITENING = "whitening: aLIGO_ZERO_DET_high_P_asd.txt";

    @TempDir
    private Path directory;
    private Path set;

    @BeforeEach
    void makeABasis() throws IOException {
        set = directory.resolve("set.hdf5");
        Bases.ofBins(directory, 129, 32);
    }

    private Path made(String compression) throws IOException {
        Path settings = Files.writeString(directory.resolve("s.yaml"),
            Samples.REJECTING + (compression.isEmpty() ? "" : "compression: {" + compression + "}\n"));
        CommandLineRun.generate(settings, set, "--seed", 5, "--force");
        return set;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", WHITENING, "svd: {file: basis.hdf5}", "svd: {file: basis.hdf5}, " + WHITENING})
    void aDatasetIsWhatItsSettingsMake(String compression) throws IOException {
        CommandLineRun run = CommandLineRun.succeeding("verify", made(compression), "--samples", 40);
        assertTrue(run.out().contains("parameters: 40 of 40 rows are the draws of seed 5"), run.out());
        assertTrue(!compression.isEmpty() || run.out().contains("40 of 40 rows are the same to the last digit"),
            run.out());
        assertTrue(run.out().contains("PASSED"), run.out());
    }

    @Test
    void aBasisThatIsTooSmallFails() throws IOException {
        CommandLineRun run = CommandLineRun.of("verify", made("svd: {file: basis.hdf5, size: 10}"));
        assertEquals(1, run.exitCode(), run.out());
        assertTrue(run.out().contains("FAILED: largest mismatch"), run.out());
        assertEquals(0, CommandLineRun.of("verify", set, "--tolerance", 1).exitCode());
    }

    @Test
    void aWaveformThatWasChangedFails() throws IOException {
        spoil(made(""), Polarization.PLUS);
        CommandLineRun run = CommandLineRun.of("verify", set, "--samples", 150);
        assertEquals(1, run.exitCode());
        assertTrue(run.out().contains("(row 149), allowed"), run.out());
    }

    /** Overwrites one bin of the last row. */
    private static void spoil(Path file, Polarization which) throws IOException {
        byte[] row;
        try (DatasetReader reader = DatasetReader.open(file)) {
            double[] bins = reader.polarization(which, 149, 1)[0];
            row = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN)
                .putFloat((float) bins[80]).putFloat((float) bins[81]).array();
        }
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 0; at + row.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + row.length, row, 0, row.length)) {
                try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
                    open.seek(at);
                    open.write(new byte[row.length]);
                    return;
                }
            }
        }
        throw new AssertionError("the row's number is not in the file");
    }

    @Test
    void comparingTellsEqualFromDifferent() throws IOException {
        Path plain = Files.copy(made(""), directory.resolve("plain.hdf5"));
        made("svd: {file: basis.hdf5}, " + WHITENING);
        Path picture = directory.resolve("h.png");
        CommandLineRun run = CommandLineRun.succeeding("compare", set, plain, "--histogram", picture);
        assertTrue(run.out().contains("parameters: equal in 150 of 150 rows"), run.out());
        assertTrue(Files.size(picture) > 1000);
        Path drawing = directory.resolve("h.svg");
        CommandLineRun.succeeding("compare", set, plain, "--histogram", drawing);
        assertTrue(Files.readString(drawing).contains("mismatch"));

        Path other = directory.resolve("other.hdf5");
        CommandLineRun.generate(directory.resolve("s.yaml"), other, "--seed", 6);
        assertEquals(1, CommandLineRun.of("compare", set, other).exitCode());
        CommandLineRun.generate(directory.resolve("s.yaml"), other, "-n", 3, "--force");
        run = CommandLineRun.of("compare", set, other);
        assertEquals(1, run.exitCode(), "rows of another seed, no reason to doubt the first three of this one");
        assertTrue(run.out().startsWith("rows 0 to 2, which both have, of 0:150 and 0:3"), run.out());
        CommandLineRun.generate(directory.resolve("s.yaml"), other, "--rows", "150:153", "--force");
        run = CommandLineRun.of("compare", set, other);
        assertEquals(1, run.exitCode());
        assertEquals("FAILED: one has rows 0:150, the other 150:153", run.out().strip());
    }

    @Test
    void aHistogramThatCannotBeDrawnIsRefusedBeforeAnyDatasetIsOpened() {
        Path absent = directory.resolve("absent.hdf5");
        Object[][] commands = {{"compare", absent, absent}, {"verify", absent}, {"verify", "--reference", absent}};
        for (Object[] command : commands) {
            refusesHistogram(command, directory.resolve("h.jpeg"), " but must end in .png or .svg");
            refusesHistogram(command, directory.resolve("none/h.png"), ", which is in no folder that exists");
        }
    }

    private static void refusesHistogram(Object[] command, Path picture, String reason) {
        Object[] words = Arrays.copyOf(command, command.length + 2);
        words[command.length] = "--histogram";
        words[command.length + 1] = picture;
        CommandLineRun run = CommandLineRun.of(words);
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().startsWith("chirpmill: --histogram is " + picture + reason), run.err());
        assertEquals("", run.out());
    }

    @Test
    void verifyWantsOneThingToVerify() {
        CommandLineRun run = CommandLineRun.of("verify");
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("give either a DATASET or --reference with its FILE"), run.err());
    }
}
