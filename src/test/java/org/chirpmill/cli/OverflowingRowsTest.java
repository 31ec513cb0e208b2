package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.dataset.Polarization;
import org.chirpmill.rows.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is stored is finite, not only the strain that it is made of. */
class OverflowingRowsTest {
    private static final int ROWS = 150;

    @TempDir
    private Path directory;

    /** Whitened by so small a density that half of the rows do not fit single precision. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        compression: {whitening: tiny.txt} | whitened strain in bin \\d+
        compression: {whitening: tiny.txt, svd: {file: basis.hdf5}} | coefficient \\d+
        """)
    void rowsThatOverflowAreRejectedAndReplaced(String compression, String what) throws IOException {
        double density = medianPeak() / Float.MAX_VALUE;
        Files.writeString(directory.resolve("tiny.txt"), "1 " + density + "\n100 " + density + "\n");
        Bases.ofBins(directory, 129, 32);
        Path settings = Files.writeString(directory.resolve("a.yaml"), Samples.REJECTING + compression + "\n");
        Path set = directory.resolve("single.hdf5");
        CommandLineRun.generate(settings, set, "--batch-size", 7);
        long refusedByModel = 0;
        long overflown = 0;
        try (DatasetReader reader = DatasetReader.open(set)) {
            for (Polarization which : Polarization.values()) {
                for (double[] row : reader.stored(which, 0, ROWS)) {
                    assertTrue(Arrays.stream(row).allMatch(Double::isFinite), "a stored number is not finite");
                }
            }
            for (Rejection rejection : reader.rejections(0, (int) reader.rejectedCount())) {
                boolean overflows =
                    rejection.reason().matches("IMRPhenomD gives no finite " + what + " in single precision");
                assertTrue(overflows || rejection.reason().startsWith("chi_1 is "), rejection.reason());
                overflown += overflows ? 1 : 0;
                refusedByModel += overflows ? 0 : 1;
            }
        }
        assertTrue(overflown > ROWS / 4 && refusedByModel > ROWS / 8, overflown + " overflown");
        CommandLineRun.succeeding("verify", set);

        Path precise = directory.resolve("double.hdf5");
        CommandLineRun.generate(settings, precise, "--precision", "double");
        try (DatasetReader reader = DatasetReader.open(precise)) {
            assertTrue(reader.rejections(0, (int) reader.rejectedCount()).stream()
                .noneMatch(rejection -> rejection.reason().contains("finite")), "doubles have room");
        }
    }

    private double medianPeak() throws IOException {
        Path plain = directory.resolve("plain.hdf5");
        CommandLineRun.generate(Samples.rejecting(directory), plain);
        try (DatasetReader reader = DatasetReader.open(plain)) {
            double[] peaks = Arrays.stream(reader.polarization(Polarization.PLUS, 0, ROWS))
                .mapToDouble(row -> Arrays.stream(row).map(Math::abs).max().orElseThrow()).sorted().toArray();
            return peaks[ROWS / 2];
        }
    }

    @Test
    void wherePrecisionNeverSufficesTheRunIsRefused() throws IOException {
        Files.writeString(directory.resolve("tiny.txt"), "1 1e-300\n100 1e-300\n");
        Path settings = Files.writeString(
            directory.resolve("a.yaml"), Samples.REJECTING + "compression: {whitening: tiny.txt}\n");
        CommandLineRun run = CommandLineRun.of("generate", settings, "-o", directory.resolve("set.hdf5"));
        String last = run.err().lines().toList().getLast();
        assertTrue(last.matches("chirpmill: row \\d+ was given up after 1000 draws, the last because: "
            + "(IMRPhenomD gives no finite whitened strain in bin \\d+ in single precision|chi_1 is .*) "
            + "\\(.*a.yaml, line 9\\)\\."), last);
        assertEquals(2, run.exitCode());
        assertTrue(Files.notExists(directory.resolve("set.hdf5")), "no set");
    }

    @Test
    void aDensityThatCannotBeInterpolatedIsRefused() throws IOException {
        Files.writeString(directory.resolve("steep.txt"), "1 1e-23\n30 Infinity\n100 1e-23\n");
        Path settings = Files.writeString(
            directory.resolve("a.yaml"), Samples.REJECTING + "compression: {whitening: steep.txt}\n");
        CommandLineRun run = CommandLineRun.of("generate", settings, "-o", directory.resolve("set.hdf5"));
        assertEquals(List.of("chirpmill: " + directory.resolve("steep.txt")
            + " has a density that is infinite or too steep to interpolate."), run.err().lines().toList());
        assertEquals(2, run.exitCode());
    }
}
