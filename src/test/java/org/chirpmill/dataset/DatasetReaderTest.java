package org.chirpmill.dataset;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chirpmill.hdf5.UnusableFileException;
import org.chirpmill.rows.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatasetReaderTest {
    private static final Path FILES = Path.of("src/test/resources/dataset");

    @TempDir
    private Path directory;

    @Test
    void aDatasetThatDingoWroteIsRead() throws IOException {
        try (DatasetReader reader = DatasetReader.open(FILES.resolve("dingo.h5"))) {
            assertEquals("waveform_dataset", reader.datasetType());
            assertTrue(reader.version().startsWith("dingo="), reader.version());
            assertEquals("{'domain': {'type': 'UniformFrequencyDomain', 'f_min': 2.0, 'f_max': 4.0, 'delta_f': 0.5}, "
                + "'num_samples': 7}", reader.settings());
            assertEquals(List.of("chirp_mass", "mass_ratio"), reader.columns());
            assertEquals(7, reader.rows());
            assertEquals(9, reader.bins());
            assertEquals(Precision.SINGLE, reader.precision());
            assertEquals(Map.of(), reader.attributes());
            assertEquals(0, reader.rejectedCount());
            assertArrayEquals(new double[][] {{0.25, 1.25}, {0.375, 1.375}}, reader.parameters(2, 2));
            assertEquals(List.of(new ParameterRange("chirp_mass", 0, 0.75), new ParameterRange("mass_ratio", 1, 1.75)),
                reader.parameterRanges());
            double[][] cross = reader.polarization(Polarization.CROSS, 6, 1);
            assertEquals(1, cross.length);
            for (int bin = 0; bin < 9; bin++) {
                // dingo-gw zeroes the bins below f_min when it is given data.
                assertEquals(bin < 4 ? 0 : -7, cross[0][2 * bin], "real part of bin " + bin);
                assertEquals(bin < 4 ? 0 : 0.25 * bin, cross[0][2 * bin + 1], "imaginary part of bin " + bin);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void polarizationsAreReadInTheFilesPrecisionToo(Precision precision) throws IOException {
        SampleRun run = SampleRun.of(9000, 3, precision);
        Path target = directory.resolve("d.hdf5");
        try (DatasetWriter writer = DatasetWriter.create(target, run.header(), false)) {
            run.writeFrom(writer, 0, 1000);
            writer.finish(Map.of());
        }
        try (DatasetReader reader = DatasetReader.open(target); Arena arena = Arena.ofConfined()) {
            MemorySegment cross = arena.allocate(8000L * 3 * precision.complexBytes());
            reader.polarization(Polarization.CROSS, 1000, 8000, cross);
            for (int k = 0; k < 8000 * 6; k++) {
                double number = precision == Precision.SINGLE
                    ? cross.getAtIndex(ValueLayout.JAVA_FLOAT, k)
                    : cross.getAtIndex(ValueLayout.JAVA_DOUBLE, k);
                assertEquals(run.polarization(Polarization.CROSS, 1000 + k / 6, k % 6), number, "h_cross, number " + k);
            }
            assertThrows(IndexOutOfBoundsException.class,
                () -> reader.polarization(Polarization.PLUS, 8999, 2, cross));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasWrittenIsRead(Precision precision) throws IOException {
        SampleRun run = SampleRun.of(9000, 3, precision);
        Path target = directory.resolve("d.hdf5");
        try (DatasetWriter writer = DatasetWriter.create(target, run.header(), false)) {
            run.writeFrom(writer, 0, 1000);
            writer.finish(Map.of("wall_seconds", "3"));
        }
        try (DatasetReader reader = DatasetReader.open(target)) {
            assertEquals(precision, reader.precision());
            assertEquals(Map.of("seed", "17", "code_version", "1", "backend", "scalar", "accuracy", "exact", "rows",
                "0:9000", "hardware", "a test's CPU", "wall_seconds", "3", "remarks",
                SampleRun.EVERY_THIRD + ": 3000 rows"), reader.attributes());
            assertEquals(run.header().firstDifference(reader.header(reader.origin().orElseThrow())), Optional.empty());
            double[][] parameters = reader.parameters(0, 9000);
            double[][] plus = reader.polarization(Polarization.PLUS, 0, 9000);
            double[][] cross = reader.polarization(Polarization.CROSS, 0, 9000);
            for (int row = 0; row < 9000; row++) {
                for (int c = 0; c < 3; c++) {
                    assertEquals(run.parameter(row, c), parameters[row][c], "row " + row + " column " + c);
                }
                for (int part = 0; part < 6; part++) {
                    assertEquals(run.polarization(Polarization.PLUS, row, part), plus[row][part], "h_plus " + row);
                    assertEquals(run.polarization(Polarization.CROSS, row, part), cross[row][part], "h_cross " + row);
                }
            }
            assertEquals(new ParameterRange("chi_1", run.parameter(0, 1), run.parameter(8999, 1)),
                reader.parameterRanges().get(1));
            int rejected = Math.toIntExact(reader.rejectedCount());
            assertEquals(run.allRejections(), reader.rejections(0, rejected));
            assertEquals(run.allRejections().subList(5, 8), reader.rejections(5, 3));
            assertThrows(IndexOutOfBoundsException.class, () -> reader.parameters(8999, 2));
            assertThrows(IndexOutOfBoundsException.class, () -> reader.rejections(rejected, 1));
        }
    }

    @Test
    void whatIsNoDatasetIsRefusedInOneSentence() throws IOException {
        Path other = FILES.resolve("other_type.h5");
        Path reference = FILES.resolve("reference_samples.h5");
        Path text = Files.writeString(directory.resolve("a.txt"), "no HDF5 at all, whatever it is called");
        Path empty = Files.createFile(directory.resolve("empty.h5"));
        Path absent = directory.resolve("absent.h5");
        Map<Path, String> sentences = Map.of(
            other, other + " is no waveform dataset: its dataset_type is 'asd_dataset', not 'waveform_dataset'.",
            reference, reference + " is no waveform dataset: it lacks /parameters or /polarizations.",
            text, text + " is not a readable HDF5 file: it does not begin as those do.",
            empty, empty + " is too short to be an HDF5 file.",
            absent, absent + " does not exist.");
        for (Map.Entry<Path, String> entry : sentences.entrySet()) {
            assertEquals(entry.getValue(),
                assertThrows(UnusableFileException.class, () -> DatasetReader.open(entry.getKey())).getMessage());
        }
    }
}
