package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chirpmill.compression.SvdBasis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No command takes a basis with a NaN in it. */
class UnusableBasisTest {
    private static final Path HOSTILE = Path.of("src/test/resources/hostile");

    @TempDir
    private Path directory;
    private Path basis;
    private Path settings;

    @BeforeEach
    void copyFiles() throws IOException {
        basis = Files.copy(HOSTILE.resolve("S-13.h5"), directory.resolve("S-13.h5"));
        settings = Files.copy(HOSTILE.resolve("S-13.yaml"), directory.resolve("S-13.yaml"));
    }

    private void assertRefused(Object... command) throws IOException {
        long files = Files.list(directory).count();
        CommandLineRun run = CommandLineRun.of(command);
        assertEquals(List.of("chirpmill: " + basis + " holds no usable SVD basis: vector 3 of its V is NaN in bin 50."),
            run.err().lines().toList());
        assertEquals("", run.out());
        assertEquals(2, run.exitCode());
        assertEquals(files, Files.list(directory).count(), "nothing is written");
    }

    @Test
    void everyCommandThatReadsItRefusesIt() throws IOException {
        assertRefused("generate", settings, "-o", directory.resolve("set.hdf5"));
        assertRefused("generate", settings, "-o", directory.resolve("set.hdf5"), "--dry-run");
        assertRefused("svd", "validate", basis, settings);
        assertRefused("svd", "export", basis, "-o", directory.resolve("other.hdf5"));
        assertRefused("plot", "spectrum", basis, "-o", directory.resolve("s.png"));
    }

    /** As many vectors as a training can give, most of which stand for nothing in so few waveforms. */
    @Test
    void aBasisTrainedOnOneWaveformIsABasis() throws IOException {
        Path one = Files.writeString(directory.resolve("one.yaml"), Samples.REJECTING
            .replaceAll("(mass_[12]|chi_1|chi_2|theta_jn|phase|luminosity_distance): .*", "$1: 0.8")
            .replaceAll("mass_([12]): 0.8", "mass_$1: 30"));
        Path trained = directory.resolve("trained.hdf5");
        CommandLineRun.succeeding("svd", "train", one, "--num-training", 50, "--size", 0, "-o", trained);
        SvdBasis read = SvdBasis.read(trained);
        assertEquals(97, read.size());
        assertTrue(read.singularValues()[0] > 1e6 * read.singularValues()[2], "one waveform");
    }
}
