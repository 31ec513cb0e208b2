package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.dataset.Polarization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Light binaries whose phases are thousands of radians, stored without them. */
class HeterodynedSetTest {
    private static final int ROWS = 40;
    private static final String WHITENING = "whitening: aLIGO_ZERO_DET_high_P_asd.txt";
    private static final String ORDER_0 = "phase_heterodyning: {order: 0}";
    private static final String ORDER_2 = "phase_heterodyning: {order: 2}";
    private static final String UNIFORM = "{type: UniformFrequencyDomain, f_min: 20.0, f_max: 64.0, delta_f: 0.25}";
    private static final String MULTIBANDED = "{type: MultibandedFrequencyDomain, nodes: [20.0, 24.0, 30.0, 38.0], "
        + "delta_f_initial: 0.0625, base_domain: {type: UniformFrequencyDomain, f_min: 20.0, f_max: 64.0, "
        + "delta_f: 0.0625}}";

    @TempDir
    private Path directory;

    private Path settings(String domain, String compression) throws IOException {
        return Files.writeString(directory.resolve("settings.yaml"), "domain: " + domain + """

            waveform_generator: {approximant: IMRPhenomXAS, f_ref: 20.0}
            intrinsic_prior:
              chirp_mass: Uniform(minimum=1.0, maximum=2.0)
              mass_ratio: Uniform(minimum=0.5, maximum=1.0)
              chi_1: Uniform(minimum=-0.05, maximum=0.05)
              chi_2: Uniform(minimum=-0.05, maximum=0.05)
              theta_jn: Sine()
              phase: default
              luminosity_distance: 100.0
              geocent_time: 0.0
            num_samples: 40
            seed: 3
            """ + (compression.isEmpty() ? "" : "compression: {" + compression + "}\n"));
    }

    private Path set(String name, String domain, String compression, Object... options) throws IOException {
        Path set = directory.resolve(name + ".hdf5");
        CommandLineRun.generate(settings(domain, compression), set, options);
        return set;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "single | " + ORDER_0 + " | 2e-7",
        "double | " + ORDER_0 + " | 1e-14",
        "double | " + ORDER_2 + " | 1e-14",
        "single | " + WHITENING + ", " + ORDER_0 + " | 3e-7",
        "double | " + WHITENING + ", " + ORDER_2 + " | 1e-14",
        "double | " + ORDER_2 + ", svd: {size: 0, num_training_samples: 100} | 1e-12",
        "single | " + WHITENING + ", " + ORDER_0 + ", svd: {size: 0, num_training_samples: 100} | 1e-6",
    })
    void aHeterodynedSetReadsAsThePlainOne(String precision, String compression, double allowed) throws IOException {
        for (String domain : new String[] {UNIFORM, MULTIBANDED}) {
            Path plain = set("plain", domain, "", "--precision", precision, "--force");
            Path heterodyned = set("heterodyned", domain, compression, "--precision", precision, "--force");
            try (DatasetReader expected = DatasetReader.open(plain);
                    DatasetReader actual = DatasetReader.open(heterodyned)) {
                assertArrayEquals(expected.parameters(0, ROWS), actual.parameters(0, ROWS));
                for (Polarization polarization : Polarization.values()) {
                    double[][] whole = expected.polarization(polarization, 0, ROWS);
                    double[][] read = actual.polarization(polarization, 0, ROWS);
                    for (int row = 0; row < ROWS; row++) {
                        double error = RelativeDifference.of(read[row], whole[row]);
                        assertTrue(error <= allowed, domain + ", " + polarization + " of row " + row + ": " + error);
                    }
                }
                assertFalse(actual.compression().fingerprints().get("phase_heterodyning").isEmpty());
            }
            CommandLineRun verified = CommandLineRun.succeeding("verify", heterodyned);
            assertTrue(verified.out().contains("heterodyned"), verified.out());
            CommandLineRun.succeeding("compare", heterodyned, plain, "--tolerance", allowed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ORDER_0, ORDER_2 + ", " + WHITENING,
        ORDER_2 + ", svd: {size: 20, num_training_samples: 30}"})
    void noByteDependsOnThreadsOrBatches(String compression) throws IOException {
        Path reference = set("reference", UNIFORM, compression, "--threads", 1, "--batch-size", ROWS);
        Map<String, byte[]> expected = StoredBytes.of(reference);
        for (int batch : new int[] {1, 7}) {
            StoredBytes.assertSame(expected, StoredBytes.of(
                set("divided" + batch, UNIFORM, compression, "--threads", 2, "--batch-size", batch)),
                "batches of " + batch);
        }
    }

    /** What is left of the phase turns slowly, so that few vectors span it. */
    @Test
    void aBasisIsOfHeterodynedRowsAndAFileOfItServes() throws IOException {
        Path settings = settings(UNIFORM, WHITENING + ", " + ORDER_2);
        Path basis = directory.resolve("basis.hdf5");
        CommandLineRun.succeeding("svd", "train", settings, "--size", 40, "--num-training", 200, "--num-validation",
            20, "-o", basis);
        Path plain = set("plain", UNIFORM, "");
        Path projected = set("projected", UNIFORM, WHITENING + ", " + ORDER_2 + ", svd: {file: basis.hdf5}");
        CommandLineRun.succeeding("compare", projected, plain, "--tolerance", 0.05);
        Path turning = set("turning", UNIFORM, WHITENING + ", svd: {size: 40, num_training_samples: 200}");
        assertEquals(1, CommandLineRun.of("compare", turning, plain, "--tolerance", 1e-1).exitCode());
    }

    /** Its rows were made by LALSimulation, its basis of 12 vectors by dingo-gw. */
    @Test
    void aSetThatDingoHeterodynedIsVerified() {
        CommandLineRun run = CommandLineRun.succeeding("verify",
            "src/test/resources/dataset/heterodyned_by_dingo_gw.h5", "--tolerance", 1e-6);
        assertTrue(run.out().contains("kept as 12 coefficients, whitened, heterodyned"), run.out());
    }

    @Test
    void aRowIsDrawnWithItsPhase() throws IOException {
        Path heterodyned = drawn(ORDER_2);
        Path whole = drawn("");
        assertEquals(Files.readString(whole), Files.readString(heterodyned));
    }

    private Path drawn(String compression) throws IOException {
        Path set = set("set", UNIFORM, compression, "--precision", "double", "--force");
        Path picture = directory.resolve("row" + compression.length() + ".svg");
        CommandLineRun.succeeding("plot", "waveform", "--dataset", set, "--row", 7, "-o", picture);
        return picture;
    }

    @Test
    void settingsAreStoredAsTheyAreWrittenAndThePlanSaysWhatIsDone() throws IOException {
        Path set = set("set", UNIFORM, WHITENING + ", " + ORDER_2);
        try (DatasetReader reader = DatasetReader.open(set)) {
            assertTrue(reader.settings().contains(
                "'compression': {'whitening': 'aLIGO_ZERO_DET_high_P_asd.txt', 'phase_heterodyning': {'order': 2}}"),
                reader.settings());
        }
        CommandLineRun plan = CommandLineRun.generate(settings(UNIFORM, ORDER_0 + ", " + WHITENING),
            directory.resolve("planned.hdf5"), "--dry-run");
        assertTrue(plan.out().contains("compressed whitened, heterodyned to order 0"), plan.out());
        byte[] bytes = Files.readAllBytes(set);
        CommandLineRun again = CommandLineRun.generate(settings(UNIFORM, WHITENING + ", " + ORDER_2), set, "--resume");
        assertTrue(again.err().contains("is complete already"), again.err());
        assertArrayEquals(bytes, Files.readAllBytes(set));
    }
}
