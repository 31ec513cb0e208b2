package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.LongStream;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.dataset.Polarization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sets whose coefficients come from a few bins. */
class SampledSetTest {
    private static final String UNIFORM =
        "domain: {type: UniformFrequencyDomain, f_min: 20.0, f_max: 256.0, delta_f: 0.25}\n";
    private static final String MULTIBANDED = "domain: {type: MultibandedFrequencyDomain, "
        + "nodes: [20.0, 128.0, 512.0], delta_f_initial: 0.25, base_domain: {type: UniformFrequencyDomain, "
        + "f_min: 20.0, f_max: 512.0, delta_f: 0.25}}\n";
    private static final String PRECESSING = """
        waveform_generator: {approximant: IMRPhenomXPHM, f_ref: 20.0}
        intrinsic_prior: {chirp_mass: "Uniform(LOW,40)", mass_ratio: "Uniform(0.5,1)", a_1: 0.5, a_2: 0.3, tilt_1: 0.5,
          tilt_2: 0.8, phi_12: 1.7, phi_jl: 0.3, theta_jn: "Sine(0,3.14)", phase: 0.4, luminosity_distance: 500,
          geocent_time: 0}
        num_samples: 60
        """;
    private static final String TRAINED = "svd: {size: 40, num_training_samples: 400}";
    private static final String ALL_BINS = "all bins were projected";

    private static final long[] ROWS = LongStream.range(0, 60).toArray();

    @TempDir
    private Path directory;

    private Path settings(String name, String domain, int lowestChirpMass, String compression) throws IOException {
        return Files.writeString(directory.resolve(name + ".yaml"), domain
            + PRECESSING.replace("LOW", String.valueOf(lowestChirpMass)) + "compression: {" + compression + "}\n");
    }

    private Path made(String name, Path settings, Object... options) throws IOException {
        Path set = directory.resolve(name + ".hdf5");
        CommandLineRun.generate(settings, set, options);
        return set;
    }

    private static double relativeError(double[] row, double[] right) {
        double wrong = 0;
        double norm = 0;
        for (int part = 0; part < row.length; part++) {
            wrong += Math.pow(row[part] - right[part], 2);
            norm += right[part] * right[part];
        }
        return Math.sqrt(wrong / norm);
    }

    /** What is promised: a row is no more than a hundredth farther from its waveform than with all bins projected. */
    private static void assertHardlyWorse(Path sampled, Path whole, Path plain) throws IOException {
        try (DatasetReader some = DatasetReader.open(sampled); DatasetReader all = DatasetReader.open(whole);
                DatasetReader waveforms = DatasetReader.open(plain)) {
            assertArrayEquals(waveforms.parameters(0, 60), some.parameters(0, 60));
            for (Polarization polarization : Polarization.values()) {
                double[][] right = waveforms.unprojected(polarization, ROWS);
                double[][] expected = all.unprojected(polarization, ROWS);
                double[][] actual = some.unprojected(polarization, ROWS);
                for (int row = 0; row < 60; row++) {
                    double error = relativeError(actual[row], right[row]);
                    double unavoidable = relativeError(expected[row], right[row]);
                    assertTrue(error < 1.01 * unavoidable + 3e-6,
                        polarization + " of row " + row + ": " + error + " in place of " + unavoidable);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", whitening: aLIGO_ZERO_DET_high_P_asd.txt", ", phase_heterodyning: {order: 2}",
        ", whitening: aLIGO_ZERO_DET_high_P_asd.txt, phase_heterodyning: {order: 0}"})
    void aTrainedSetIsTheWholeProjectionsOnEveryDomain(String others) throws IOException {
        for (String domain : new String[] {UNIFORM, MULTIBANDED}) {
            Path settings = settings("a", domain, 25, TRAINED + others);
            Path sampled = made("sampled", settings, "--force");
            Path whole = made("whole", settings, "--sampling", "off", "--force");
            Path plain = made("plain", settings("plain", domain, 25, others.substring(Math.min(2, others.length()))),
                "--force");
            assertHardlyWorse(sampled, whole, plain);
            CommandLineRun verified = CommandLineRun.of("verify", sampled, "--samples", 20);
            assertEquals(0, verified.exitCode(), verified.err());
        }
    }

    @Test
    void noByteDependsOnThreadsOrBatchesOrOnWhatIsMadeAgain() throws IOException {
        made("trained", settings("a", UNIFORM, 25, TRAINED));
        assertEquals(0, CommandLineRun.of("svd", "export", directory.resolve("trained.hdf5"), "-o",
            directory.resolve("b.hdf5")).exitCode());
        // Wider than what the basis was trained on: some rows are served and some are not.
        Path wider = settings("wider", UNIFORM, 12, "svd: {file: b.hdf5}");
        Path one = directory.resolve("one.hdf5");
        String said = CommandLineRun.generate(wider, one, "--threads", 1, "--batch-size", 60).err();
        assertTrue(said.contains(ALL_BINS), said);
        Map<String, byte[]> expected = StoredBytes.of(one);
        for (int batch : new int[] {1, 7}) {
            Path divided = made("divided" + batch, wider, "--threads", 2, "--batch-size", batch);
            StoredBytes.assertSame(expected, StoredBytes.of(divided), "batches of " + batch);
        }
        Path whole = made("whole", wider, "--sampling", "off");
        assertHardlyWorse(one, whole, made("plain", settings("plain", UNIFORM, 12, "")));
        int same = 0;
        try (DatasetReader some = DatasetReader.open(one); DatasetReader all = DatasetReader.open(whole)) {
            double[][] sampled = some.polarization(Polarization.PLUS, 0, 60);
            double[][] projected = all.polarization(Polarization.PLUS, 0, 60);
            for (int row = 0; row < 60; row++) {
                same += relativeError(sampled[row], projected[row]) == 0 ? 1 : 0;
            }
        }
        assertTrue(said.contains("on " + same + " of 60 rows"), same + ": " + said);
    }

    @Test
    void aRunGoesOnWithItsOwnBinsAndWithNoOthers() throws IOException {
        Path settings = settings("a", UNIFORM, 25, TRAINED);
        Path set = made("set", settings);
        byte[] bytes = Files.readAllBytes(set);
        assertTrue(CommandLineRun.generate(settings, set, "--resume").err().contains("is complete already"));
        assertArrayEquals(bytes, Files.readAllBytes(set));
        for (String other : new String[] {"off", "0.02"}) {
            CommandLineRun refused =
                CommandLineRun.of("generate", settings, "-o", set, "--resume", "--sampling", other);
            assertEquals(2, refused.exitCode(), refused.err());
            assertTrue(refused.err().contains("sampl"), refused.err());
        }
    }

    @Test
    void wordsAndBasesThatDoNotServeAreRefused() throws IOException {
        Bases.ofBins(directory, 1025, 80);
        Path settings = settings("a", UNIFORM, 25, "svd: {file: basis.hdf5, sampling: 0.01}");
        CommandLineRun without = CommandLineRun.of("generate", settings, "-o", directory.resolve("a.hdf5"));
        assertEquals(2, without.exitCode());
        assertTrue(without.err().contains("compression.svd.file is 'basis.hdf5', a basis without sampled bins"),
            without.err());
        // Where nobody asks, they are done without.
        Files.writeString(settings, Files.readString(settings).replace(", sampling: 0.01", ""));
        for (String[] asked : new String[][] {{}, {"--sampling", "off"}}) {
            String said = CommandLineRun.generate(settings, directory.resolve("b" + asked.length + ".hdf5"),
                (Object[]) asked).err();
            assertFalse(said.contains("svd sample"), "sampling 945 vectors would save nothing: " + said);
        }
        CommandLineRun unknown = CommandLineRun.of("generate", settings, "--sampling", "2");
        assertEquals(2, unknown.exitCode());
        assertTrue(unknown.err().contains("--sampling is '2' but must be off, or the part by which errors may grow"),
            unknown.err());
    }

    @Test
    void aSmallBasisWithoutSampledBinsIsUsedInFullAndSaysWhatWouldBeFaster() throws IOException {
        made("trained", settings("a", UNIFORM, 25, TRAINED), "--sampling", "off");
        CommandLineRun.succeeding("svd", "export", directory.resolve("trained.hdf5"), "-o",
            directory.resolve("b.hdf5"));
        Path settings = settings("b", UNIFORM, 25, "svd: {file: b.hdf5}");
        Path set = directory.resolve("b_set.hdf5");
        String faster = "compression.svd.file is 'b.hdf5', a basis without sampled bins: with those that 'chirpmill "
            + "svd sample' gives it, rows are made faster.";
        assertTrue(CommandLineRun.generate(settings, set).err().contains(faster));
        assertFalse(CommandLineRun.generate(settings, set, "--force", "--sampling", "off").err().contains(faster));
        try (DatasetReader some = DatasetReader.open(set);
                DatasetReader all = DatasetReader.open(directory.resolve("trained.hdf5"))) {
            assertArrayEquals(all.polarization(Polarization.PLUS, 0, 60), some.polarization(Polarization.PLUS, 0, 60));
        }
    }

    @Test
    void modelsThatCountBinsAreSampledOnBandsNeitherUnaskedNorAsked() throws IOException {
        Path settings = settings("a", MULTIBANDED, 25, "svd: {size: 10, num_training_samples: 40}");
        Files.writeString(settings, Files.readString(settings).replace("IMRPhenomXPHM", "IMRPhenomXO4a"));
        CommandLineRun.generate(settings, directory.resolve("unasked.hdf5"), "-n", 5);
        assertTrue(SvdBasis.read(directory.resolve("unasked.hdf5")).sampling().isEmpty());
        Files.writeString(settings, Files.readString(settings).replace("samples: 40", "samples: 40, sampling: 0.01"));
        CommandLineRun refused = CommandLineRun.of("generate", settings, "-o", directory.resolve("a.hdf5"));
        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains("IMRPhenomXO4a averages over neighbouring bins"), refused.err());
    }
}
