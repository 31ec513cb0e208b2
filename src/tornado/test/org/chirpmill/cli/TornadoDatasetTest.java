package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.dataset.Polarization;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.engine.WaveformDifference;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Datasets made on TornadoVM's first device are those that the scalar backend makes. */
class TornadoDatasetTest {
    /** max|dh| over the peak in double precision; single rounds to 6e-8. */
    private static final Map<String, Double> TOLERANCES = Map.of("double", 1e-11, "single", 2e-7);

    @TempDir
    private Path directory;

    @BeforeEach
    void requireDevice() {
        Optional<String> obstacle = tornado().obstacle();
        assumeTrue(obstacle.isEmpty(), () -> obstacle.get());
    }

    private static EvaluatorProvider tornado() {
        return EvaluatorLookup.all().stream().filter(backend -> backend.name().equals("tornado")).findFirst()
            .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "configs/quick.yaml, 1000, double",
        "configs/quick.yaml, 1000, single",
        "configs/production_xphm.yaml, 48, double",
    })
    void twoWorkersOnADeviceMakeTheRowsOfTheScalarBackend(Path settings, int rows, String precision)
            throws IOException {
        Path device = directory.resolve("device.hdf5");
        Path scalar = directory.resolve("scalar.hdf5");
        String name = tornado().devices().getFirst().split(" ")[0];
        CommandLineRun.generate(settings, device, "-n", rows, "--precision", precision, "--backend", "tornado",
            "--device", name, "--threads", 2, "--batch-size", 7);
        CommandLineRun.generate(settings, scalar, "-n", rows, "--precision", precision, "--backend", "scalar");
        try (DatasetReader ours = DatasetReader.open(device); DatasetReader theirs = DatasetReader.open(scalar)) {
            double largest = 0;
            for (int row = 0; row < rows; row++) {
                assertArrayEquals(theirs.parameters(row, 1)[0], ours.parameters(row, 1)[0], "parameters of row " + row);
                WaveformDifference difference = WaveformDifference.between(
                    ours.polarization(Polarization.PLUS, row, 1)[0], ours.polarization(Polarization.CROSS, row, 1)[0],
                    theirs.polarization(Polarization.PLUS, row, 1)[0],
                    theirs.polarization(Polarization.CROSS, row, 1)[0]);
                String found = String.format(Locale.ROOT, "row %d: %.1e of the peak", row, difference.peak());
                assertTrue(difference.peak() <= TOLERANCES.get(precision), found);
                largest = Math.max(largest, difference.peak());
            }
            if (Boolean.getBoolean("chirpmill.quantiles")) {
                System.out.printf(Locale.ROOT, "%s, %d rows, %s: %.1e of the peak at most%n", settings, rows, precision,
                    largest);
            }
        }
    }

    /** Batches of 7 fill no whole block of the projection; 50 vectors no group of threads. */
    @ParameterizedTest
    @CsvSource({
        "configs/quick.yaml, 1000, single, 1e-6",
        "configs/quick.yaml, 1000, double, 1e-11",
        "configs/production_xphm.yaml, 48, single, 1e-6",
    })
    void coefficientsMadeOnTheDeviceAreThoseOfTheCpuInDoublePrecision(
            Path settings, int rows, String precision, double tolerance) throws IOException {
        Path compressed = StoredCoefficients.settings(directory, settings, 50);
        Path device = directory.resolve("device.hdf5");
        Path scalar = directory.resolve("scalar.hdf5");
        CommandLineRun.generate(compressed, device, "-n", rows, "--precision", precision, "--backend", "tornado",
            "--threads", 2, "--batch-size", 7);
        CommandLineRun.generate(compressed, scalar, "-n", rows, "--precision", "double", "--backend", "scalar");
        double largest = StoredCoefficients.assertClose(scalar, device, tolerance);
        if (Boolean.getBoolean("chirpmill.quantiles")) {
            System.out.printf(Locale.ROOT, "%s on 50 vectors, %d rows, %s: %.1e of a row's norm at most%n", settings,
                rows, precision, largest);
        }
    }

    @Test
    void aDeviceThatIsNotThereIsRefusedWithTheNamesOfTheOthers() throws IOException {
        Path target = directory.resolve("none.hdf5");
        CommandLineRun run = CommandLineRun.of("generate", Samples.QUICK, "-o", target, "--backend", "tornado",
            "--device", "77:0");
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().contains("no device '77:0'") && run.err().contains(tornado().devices().getFirst()),
            run.err());
        assertTrue(Files.notExists(target), "nothing is written");
    }
}
