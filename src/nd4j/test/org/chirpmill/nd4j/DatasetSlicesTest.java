package org.chirpmill.nd4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.dataset.DatasetException;
import org.chirpmill.dataset.DatasetHeader;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.dataset.DatasetWriter;
import org.chirpmill.dataset.Origin;
import org.chirpmill.dataset.Polarization;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;
import org.chirpmill.rows.RowRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class DatasetSlicesTest {
    private static final int ROWS = 23;
    private static final int SLICE = 5;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void slicesInOrderAreTheFileAndTheBatchesItWasMadeFrom(Precision precision) throws IOException {
        Path file = dataset(precision);
        try (DatasetReader reader = DatasetReader.open(file); DatasetSlices slices = DatasetSlices.open(file, SLICE);
                Arena arena = Arena.ofConfined();
                LearnerBatch batch = BatchArrays.of(SampleBatch.of(arena, precision, 0, ROWS))) {
            assertEquals(ROWS, slices.rows());
            assertEquals(List.of("mass_1", "chi_1", "luminosity_distance"), slices.columns());
            int row = 0;
            for (Iterator<LearnerBatch> all = slices.inOrder(); all.hasNext();) {
                try (LearnerBatch slice = all.next()) {
                    assertEquals(Math.min(SLICE, ROWS - row), slice.rows());
                    assertEquals(batch.plus().dataType(), slice.plus().dataType());
                    for (int place = 0; place < slice.rows(); place++) {
                        assertRow(reader, row, slice, place);
                        assertRow(reader, row, batch, row);
                        row++;
                    }
                }
            }
            assertEquals(ROWS, row);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aShuffleHoldsEveryRowOnceAndWholeInAnOrderOfTheSeedAlone(Precision precision) throws IOException {
        Path file = dataset(precision);
        try (DatasetReader reader = DatasetReader.open(file); DatasetSlices slices = DatasetSlices.open(file, SLICE)) {
            List<Integer> order = new ArrayList<>();
            for (Iterator<LearnerBatch> all = slices.shuffled(7); all.hasNext();) {
                try (LearnerBatch slice = all.next()) {
                    for (int place = 0; place < slice.rows(); place++) {
                        int row = (int) slice.parameters().getDouble(place, 0);
                        assertRow(reader, row, slice, place);
                        order.add(row);
                    }
                }
            }
            List<Integer> inOrder = IntStream.range(0, ROWS).boxed().toList();
            assertEquals(inOrder, order.stream().sorted().toList());
            assertNotEquals(inOrder, order);
            assertEquals(order, firstColumn(slices.shuffled(7)));
            assertNotEquals(order, firstColumn(slices.shuffled(8)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void slicesOfCoefficientsAreTheFrequencySeriesTheyStandFor(Precision precision) throws IOException {
        double[] v = new double[2 * 19 * SampleBatch.BINS];
        // The first vectors of a Fourier transform.
        Arrays.setAll(v, part -> Math.sin(Math.PI / 2 * (1 + part % 2)
            + 2 * Math.PI / 19 * (part / 2 / SampleBatch.BINS) * (part / 2 % SampleBatch.BINS)) / Math.sqrt(19));
        Path file = dataset(precision, Optional.of(
            new SvdBasis(19, v, new double[SampleBatch.BINS], Optional.empty())));
        double rounding = precision == Precision.SINGLE ? 2e-7 : 1e-15;
        try (DatasetReader reader = DatasetReader.open(file); DatasetSlices slices = DatasetSlices.open(file, SLICE)) {
            for (Iterator<LearnerBatch> all : List.of(slices.inOrder(), slices.shuffled(7))) {
                int rows = 0;
                while (all.hasNext()) {
                    try (LearnerBatch slice = all.next()) {
                        for (int place = 0; place < slice.rows(); place++) {
                            int row = (int) slice.parameters().getDouble(place, 0);
                            double[] expected = reader.polarization(Polarization.CROSS, row, 1)[0];
                            double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
                            for (int k = 0; k < expected.length; k++) {
                                assertEquals(expected[k], slice.cross().slice(place).getDouble(k), rounding * largest,
                                    "row " + row + ", number " + k);
                            }
                            rows++;
                        }
                    }
                }
                assertEquals(ROWS, rows);
            }
        }
    }

    @Test
    void afterTheLastSliceThereIsNone() throws IOException {
        try (DatasetSlices slices = DatasetSlices.open(dataset(Precision.SINGLE), ROWS)) {
            Iterator<LearnerBatch> all = slices.inOrder();
            all.next().close();
            assertFalse(all.hasNext());
            assertThrows(NoSuchElementException.class, all::next);
        }
    }

    @Test
    void whatIsNoDatasetAndSlicesWithoutRowsAreRefused() {
        assertThrows(DatasetException.class, () -> DatasetSlices.open(directory.resolve("none.hdf5"), SLICE));
        assertThrows(IllegalArgumentException.class, () -> DatasetSlices.open(dataset(Precision.SINGLE), 0));
    }

    private static void assertRow(DatasetReader reader, int row, LearnerBatch slice, int place) throws IOException {
        String name = "row " + row + " at place " + place;
        assertNumbers(reader.parameters(row, 1)[0], slice.parameters().slice(place), name + ", parameters");
        assertNumbers(reader.polarization(Polarization.PLUS, row, 1)[0], slice.plus().slice(place), name + ", h_plus");
        assertNumbers(reader.polarization(Polarization.CROSS, row, 1)[0], slice.cross().slice(place),
            name + ", h_cross");
    }

    private static void assertNumbers(double[] expected, INDArray row, String name) {
        assertEquals(expected.length, row.length(), name);
        for (int k = 0; k < expected.length; k++) {
            assertEquals(expected[k], row.getDouble(k), name + ", number " + k);
        }
    }

    private static List<Integer> firstColumn(Iterator<LearnerBatch> slices) {
        List<Integer> rows = new ArrayList<>();
        slices.forEachRemaining(slice -> {
            for (int place = 0; place < slice.rows(); place++) {
                rows.add((int) slice.parameters().getDouble(place, 0));
            }
            slice.close();
        });
        return rows;
    }

    private Path dataset(Precision precision) throws IOException {
        return dataset(precision, Optional.empty());
    }

    private Path dataset(Precision precision, Optional<SvdBasis> basis) throws IOException {
        Path file = directory.resolve(precision + ".hdf5");
        DatasetHeader header = new DatasetHeader(List.of("mass_1", "chi_1", "luminosity_distance"),
            SampleBatch.BINS, precision, "{}", "chirpmill=test",
            new Origin(17, "1", "scalar", Accuracy.EXACT, RowRange.first(ROWS), Map.of()), Map.of());
        try (Arena arena = Arena.ofConfined();
                DatasetWriter writer = DatasetWriter.create(file, header, basis, false)) {
            writer.accept(SampleBatch.of(arena, precision, 0, 11));
            writer.accept(SampleBatch.of(arena, precision, 11, ROWS - 11));
            writer.finish(Map.of());
        }
        return file;
    }
}
