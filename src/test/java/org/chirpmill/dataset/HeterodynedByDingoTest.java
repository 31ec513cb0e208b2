package org.chirpmill.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The set is dingo-gw's own, by {@code src/test/reference-scripts/heterodyned_set.py}. */
class HeterodynedByDingoTest {
    private static final Path SET = Path.of("src/test/resources/dataset/heterodyned_by_dingo_gw.h5");

    @ParameterizedTest
    @ValueSource(strings = {"h_plus", "h_cross"})
    void itsRowsAreReadAsDingoReadsThem(String name) throws IOException {
        Polarization which = name.equals("h_plus") ? Polarization.PLUS : Polarization.CROSS;
        try (DatasetReader reader = DatasetReader.open(SET); HdfFile file = new HdfFile(SET)) {
            assertEquals(3, reader.compression().steps().size());
            Map<?, ?> theirs = (Map<?, ?>) file.getDatasetByPath("decompressed/" + name).getData();
            double[][] together = reader.polarization(which, LongStream.range(0, reader.rows()).toArray());
            for (int row = 0; row < reader.rows(); row++) {
                double[] real = (double[]) Array.get(theirs.get("r"), row);
                double[] imaginary = (double[]) Array.get(theirs.get("i"), row);
                double[] expected = new double[2 * real.length];
                for (int bin = 0; bin < real.length; bin++) {
                    expected[2 * bin] = real[bin];
                    expected[2 * bin + 1] = imaginary[bin];
                }
                double peak = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
                assertArrayEquals(expected, together[row], 2e-11 * peak, "row " + row);
                assertArrayEquals(expected, reader.polarization(which, row, 1)[0], 2e-11 * peak, "row " + row);
            }
        }
    }
}
