package org.chirpmill.cli.benchmark;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chirpmill.cli.Bases;
import org.chirpmill.cli.CommandLineRun;
import org.chirpmill.cli.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkOfABasisTest {
    @TempDir
    private Path directory;

    @Test
    void rowsThatAreCoefficientsInABasisOfAFileAreMeasured() throws IOException {
        Bases.ofBins(directory, 129, 32);
        Path settings = Files.writeString(directory.resolve("based.yaml"),
            Samples.REJECTING + "compression: {svd: {file: basis.hdf5}}\n");
        CommandLineRun run = CommandLineRun.succeeding(
            "benchmark", settings, "-n", 20, "--warmup", 0, "--repeats", 1, "--output-dir", directory);
        assertTrue(run.out().contains("129 bins") && run.out().contains("20 waveforms"), run.out());
    }
}
