package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.rows.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parameters that are no finite numbers never stand in a set, be they those of a source or of a detection. */
class UnusableParametersInSetsTest {
    private static final Path SOMETIMES_INFINITE = Path.of("src/test/resources/hostile/S-21.yaml");

    @TempDir
    private Path directory;

    @Test
    void anInfiniteDrawIsRejectedAndReplaced() throws IOException {
        Path set = directory.resolve("set.hdf5");
        CommandLineRun.generate(SOMETIMES_INFINITE, set);
        try (DatasetReader reader = DatasetReader.open(set)) {
            assertEquals(40, reader.rows());
            int time = reader.columns().indexOf("geocent_time");
            double[][] rows = reader.parameters(0, 40);
            assertTrue(IntStream.range(0, 40).allMatch(row -> Double.isFinite(rows[row][time])), "geocent_time");
            List<Rejection> rejections = reader.rejections(0, (int) reader.rejectedCount());
            assertTrue(!rejections.isEmpty(), "seven draws of a hundred are infinite");
            for (Rejection rejection : rejections) {
                assertTrue(rejection.reason().matches(
                    "geocent_time is -?Infinity, which is no finite number\\.?"), rejection.reason());
            }
        }
        CommandLineRun.succeeding("verify", set);
    }

    @Test
    void aDistributionThatIsAlwaysInfiniteIsRefused() throws IOException {
        Path settings = Files.writeString(directory.resolve("a.yaml"), Files.readString(SOMETIMES_INFINITE)
            .replace("Gaussian(mu=0, sigma=1e308)", "TruncatedGaussian(1.79e308, 1e308, 1.7976931348623157e308, inf)"));
        CommandLineRun run = CommandLineRun.of("generate", settings, "-o", directory.resolve("set.hdf5"));
        assertEquals("chirpmill: row 0 was given up after 1000 draws, the last because: geocent_time is Infinity, "
            + "which is no finite number (" + settings + ", line 13).", run.err().lines().toList().getLast());
        assertEquals(2, run.exitCode());
        assertTrue(Files.notExists(directory.resolve("set.hdf5")), "nothing is written");
    }

    @Test
    void aSingleWaveformHasFiniteParametersToo() {
        CommandLineRun run = CommandLineRun.of("waveform", Samples.WAVEFORM, "-p", "geocent_time=Infinity", "-o",
            directory.resolve("w.h5"));
        assertEquals("chirpmill: there is no such waveform: geocent_time is Infinity, which is no finite number."
            + System.lineSeparator(), run.err());
        assertEquals(2, run.exitCode());
    }
}
