package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.chirpmill.compression.BlockRestorer;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.dataset.Polarization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of coefficients read many at once, against the same rows one by one. */
class RestoredBlocksTest {
    private static final String UNIFORM = "type: UniformFrequencyDomain, f_min: 16.0, f_max: 64.0, delta_f: 0.5";
    private static final String MULTIBANDED = "type: MultibandedFrequencyDomain, nodes: [16.0, 24.0, 40.0, 64.0], "
        + "delta_f_initial: 0.25, base_delta_f: 0.125";
    private static final String WHITENING = "whitening: aLIGO_ZERO_DET_high_P_asd.txt, ";
    private static final String SETTINGS = """
        domain: {%s}
        waveform_generator: {approximant: IMRPhenomD, f_ref: 16.0}
        intrinsic_prior:
          chirp_mass: Uniform(minimum=20.0, maximum=40.0)
          mass_ratio: Uniform(minimum=0.25, maximum=1.0)
          chi_1: Uniform(minimum=-0.8, maximum=0.8)
          chi_2: 0.1
          theta_jn: Sine()
          phase: Uniform(0, 2*np.pi)
          luminosity_distance: 500.0
          geocent_time: 0.0
        num_samples: %d
        compression: {%s svd: {size: 40, num_training_samples: 100, num_validation_samples: 0}}
        """;

    @TempDir
    private Path directory;

    /** Two whole blocks and a part of one. */
    private static int rows(int bins) {
        return 2 * BlockRestorer.rowsAtOnce(bins) + 23;
    }

    private Path dataset(String domain, int bins, String whitening, String precision) throws IOException {
        Path settings = Files.writeString(directory.resolve("blocks.yaml"),
            String.format(SETTINGS, domain, rows(bins), whitening));
        Path dataset = directory.resolve("blocks.hdf5");
        CommandLineRun.generate(settings, dataset, "--precision", precision, "--seed", 5);
        return dataset;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        UNIFORM + " | 129 | " + WHITENING + " | single",
        UNIFORM + " | 129 | '' | double",
        MULTIBANDED + " | 88 | " + WHITENING + " | double",
        MULTIBANDED + " | 88 | '' | single",
    })
    void blocksOfRowsAreTheRows(String domain, int bins, String whitening, String precision) throws IOException {
        try (DatasetReader reader = DatasetReader.open(dataset(domain, bins, whitening, precision));
                Arena arena = Arena.ofConfined()) {
            assertEquals(bins, reader.bins());
            assertEquals(!whitening.isEmpty(), reader.compression().whitening().isPresent());
            int count = rows(bins);
            boolean isSingle = precision.equals("single");
            MemorySegment memory = arena.allocate((long) count * bins * reader.precision().complexBytes(), 8);
            for (Polarization which : Polarization.values()) {
                double[][] blocks = reader.polarization(which, 0, count);
                reader.polarization(which, 0, count, memory);
                for (int row = 0; row < count; row++) {
                    double[] alone = reader.polarization(which, row, 1)[0];
                    String name = which + " of row " + row;
                    assertTrue(RelativeDifference.of(alone, new double[alone.length]) > 0, name + " is silent");
                    assertClose(alone, blocks[row], 1e-15, name);
                    double[] stored = new double[2 * bins];
                    for (int part = 0; part < stored.length; part++) {
                        long at = (long) row * stored.length + part;
                        stored[part] = isSingle ? memory.getAtIndex(ValueLayout.JAVA_FLOAT, at)
                            : memory.getAtIndex(ValueLayout.JAVA_DOUBLE, at);
                    }
                    assertClose(alone, stored, isSingle ? 6e-8 : 1e-15, name + " in the file's precision");
                }
            }
        }
    }

    private static void assertClose(double[] expected, double[] actual, double allowed, String name) {
        double error = RelativeDifference.of(actual, expected);
        assertTrue(error <= allowed, name + ": " + error + " of its norm, allowed " + allowed);
    }

    @Test
    void rowsComeInTheOrderThatIsAsked() throws IOException {
        try (DatasetReader reader = DatasetReader.open(dataset(MULTIBANDED, 88, WHITENING, "double"));
                Arena arena = Arena.ofConfined()) {
            long[] asked = {700, 3, 4, 5, 0, 700, 1046};
            double[][] read = reader.polarization(Polarization.CROSS, asked);
            double[][] whitened = reader.unprojected(Polarization.CROSS, asked);
            MemorySegment memory = arena.allocate((long) asked.length * 88 * 16, 8);
            reader.polarization(Polarization.CROSS, asked, memory);
            for (int k = 0; k < asked.length; k++) {
                String name = "row " + asked[k] + " at place " + k;
                double[] alone = reader.polarization(Polarization.CROSS, asked[k], 1)[0];
                assertClose(alone, read[k], 1e-15, name);
                assertArrayEquals(
                    read[k], memory.asSlice(k * 88L * 16, 88 * 16).toArray(ValueLayout.JAVA_DOUBLE), name);
                reader.compression().whitening().orElseThrow().whiten(alone);
                assertClose(alone, whitened[k], 1e-15, name + ", whitened");
            }
            assertThrows(IndexOutOfBoundsException.class,
                () -> reader.polarization(Polarization.PLUS, LongStream.of(0, rows(88)).toArray()));
            assertEquals(0, reader.polarization(Polarization.PLUS, new long[0]).length);
        }
    }
}
