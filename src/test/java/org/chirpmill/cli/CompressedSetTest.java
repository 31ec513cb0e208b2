package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.dataset.Polarization;
import org.chirpmill.rows.Precision;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whitened and projected datasets, with a basis that loses nothing. */
class CompressedSetTest {
    private static final int BINS = 129;
    private static final int FIRST_BIN = 32;
    private static final String WHITENING = "whitening: aLIGO_ZERO_DET_high_P_asd.txt";
    private static final String BASIS = "svd: {file: basis.hdf5}";

    @TempDir
    private Path directory;
    private Path plain;

    @BeforeEach
    void makeThePlainSet() throws IOException {
        plain = directory.resolve("plain.hdf5");
        CommandLineRun.generate(Samples.rejecting(directory), plain);
        Bases.ofBins(directory, BINS, FIRST_BIN);
    }

    private Path settings(String compression) throws IOException {
        return Files.writeString(directory.resolve("compressed.yaml"),
            Samples.REJECTING + "compression: {" + compression + "}\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "single | " + BASIS + " | 97 | 1e-6",
        "single | " + BASIS + ", " + WHITENING + " | 97 | 1e-6",
        "single | " + WHITENING + " | 129 | 1e-6",
        "double | " + BASIS + ", " + WHITENING + " | 97 | 1e-13",
        "double | " + WHITENING + " | 129 | 1e-14",
    })
    void aCompressedSetReadsAsThePlainOne(String precision, String compression, int stored, double allowed)
            throws IOException {
        CommandLineRun.generate(directory.resolve("rejecting.yaml"), plain, "--precision", precision, "--force");
        Path compressed = directory.resolve("compressed.hdf5");
        CommandLineRun.generate(settings(compression), compressed, "--precision", precision);
        try (DatasetReader expected = DatasetReader.open(plain);
                DatasetReader actual = DatasetReader.open(compressed)) {
            assertEquals(BINS, actual.bins());
            assertEquals(stored, actual.storedNumbers());
            assertEquals(expected.rejections(0, 3), actual.rejections(0, 3));
            assertArrayEquals(expected.parameters(0, 150), actual.parameters(0, 150));
            for (Polarization polarization : Polarization.values()) {
                double[][] whole = expected.polarization(polarization, 0, 150);
                double[][] read = actual.polarization(polarization, 0, 150);
                assertArrayEquals(read[149], inOwnPrecision(actual, polarization, 149), allowed * 1e-18);
                for (int row = 0; row < whole.length; row++) {
                    double error = RelativeDifference.of(read[row], whole[row]);
                    assertTrue(error <= allowed, polarization + " of row " + row + ": " + error);
                }
            }
        }
    }

    private static double[] inOwnPrecision(DatasetReader reader, Polarization which, long row) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            boolean isSingle = reader.precision() == Precision.SINGLE;
            MemorySegment target = arena.allocate((long) BINS * reader.precision().complexBytes(), Double.BYTES);
            reader.polarization(which, row, 1, target);
            return IntStream.range(0, 2 * BINS).mapToDouble(part -> isSingle
                ? target.getAtIndex(ValueLayout.JAVA_FLOAT, part)
                : target.getAtIndex(ValueLayout.JAVA_DOUBLE, part)).toArray();
        }
    }

    @Test
    void aSetThatFindsNoRoomIsRefusedBeforeItsBasisIsTrained() {
        CommandLineRun run = CommandLineRun.of("generate", "configs/quick_svd.yaml", "-n", 1_000_000_000_000L,
            "-o", directory.resolve("vast.hdf5"));
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().contains(" are free in ") && !run.err().contains("to train on"), run.err());
    }

    @Test
    void theFileHasTheLayoutOfDingo() throws IOException {
        Path compressed = directory.resolve("compressed.hdf5");
        CommandLineRun.generate(settings(BASIS + ", " + WHITENING), compressed);
        try (HdfFile file = new HdfFile(compressed)) {
            assertArrayEquals(new int[] {BINS, 97}, file.getDatasetByPath("/svd/V").getDimensions());
            assertEquals(16, file.getDatasetByPath("/svd/V").getDataType().getSize());
            assertArrayEquals(new int[] {97}, file.getDatasetByPath("/svd/s").getDimensions());
            assertArrayEquals(new int[] {150, 97},
                file.getDatasetByPath("/polarizations/h_plus").getDimensions());
            assertEquals(8, file.getDatasetByPath("/polarizations/h_cross").getDataType().getSize());
            assertTrue(file.getAttribute("settings").getData().toString().endsWith(
                "'compression': {'svd': {'file': 'basis.hdf5'}, 'whitening': 'aLIGO_ZERO_DET_high_P_asd.txt'}}"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {BASIS, WHITENING, BASIS + ", " + WHITENING})
    void noByteDependsOnThreadsOrBatches(String compression) throws IOException {
        Path settings = settings(compression);
        Path reference = directory.resolve("reference.hdf5");
        CommandLineRun.generate(settings, reference, "--threads", 1, "--batch-size", 150);
        Map<String, byte[]> expected = StoredBytes.of(reference);
        for (int batch : new int[] {1, 7, 100}) {
            Path divided = directory.resolve("divided" + batch + ".hdf5");
            CommandLineRun.generate(settings, divided, "--threads", 2, "--batch-size", batch);
            StoredBytes.assertSame(expected, StoredBytes.of(divided), "batches of " + batch);
        }
    }

    @Test
    void nothingButTheDatasetIsLeftAndRepeatingWithResumeChangesNothing() throws IOException {
        Path settings = settings(BASIS);
        Path compressed = directory.resolve("compressed.hdf5");
        CommandLineRun.generate(settings, compressed, "--resume");
        byte[] bytes = Files.readAllBytes(compressed);
        assertTrue(CommandLineRun.generate(settings, compressed, "--resume").err().contains("is complete already"));
        assertArrayEquals(bytes, Files.readAllBytes(compressed));
        try (Stream<Path> files = Files.list(directory)) {
            assertFalse(files.anyMatch(file -> file.toString().contains(".part")));
        }
    }

    @Test
    void aBasisIsTrainedFirstWhereNoneIsGivenAndServesItsRows() throws IOException {
        Path settings = settings("svd: {size: 0, num_training_samples: 100, num_validation_samples: 10}");
        Path compressed = directory.resolve("compressed.hdf5");
        CommandLineRun run = CommandLineRun.generate(settings, compressed);
        assertTrue(run.err().contains("kept as 97 coefficients,"), run.err());
        assertTrue(run.err().contains("100 of 100 waveforms to train on "), run.err());
        try (DatasetReader reader = DatasetReader.open(compressed)) {
            assertEquals(97, reader.storedNumbers());
            assertEquals(20, reader.basis().orElseThrow().mismatches().orElseThrow().values().length);
        }
        CommandLineRun.succeeding("verify", compressed);
        run = CommandLineRun.generate(settings, compressed, "--resume");
        assertTrue(run.err().contains("is complete already") && !run.err().contains("to train on"), run.err());
    }

    @Test
    void thePlanTellsOfTheTraining() throws IOException {
        CommandLineRun run = CommandLineRun.generate(
            settings("svd: {size: 20, num_training_samples: 100}, " + WHITENING),
            directory.resolve("planned.hdf5"), "--dry-run");
        assertTrue(run.out().contains("compressed whitened, projected on 20 vectors"), run.out());
        assertTrue(run.out().contains("for evaluating 100 waveforms"), run.out());
        assertFalse(Files.exists(directory.resolve("planned.hdf5")));
    }

    @Test
    void goingOnWithAnotherBasisIsRefused() throws IOException {
        Path settings = settings(BASIS);
        Path compressed = directory.resolve("compressed.hdf5");
        CommandLineRun.generate(settings, compressed);
        Bases.ofBins(directory, BINS, FIRST_BIN - 1);
        CommandLineRun run = CommandLineRun.of("generate", settings, "-o", compressed, "--resume");
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("is complete, but not what is asked for: its number of frequency bins is 97, "
            + "not 98"), run.err());
    }
}
