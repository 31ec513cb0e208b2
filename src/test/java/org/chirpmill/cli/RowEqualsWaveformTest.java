package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each stored row belongs to the parameters stored beside it. */
class RowEqualsWaveformTest {
    private static final int[] ROWS = {0, 1, 6, 11};

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        // settings, precision, accuracy, bins, largest difference over the peak: waveforms are made in double precision
        "configs/quick.yaml, single, exact, 2049, 0", "configs/quick.yaml, double, fast, 2049, 0",
        "configs/quick.yaml, single, fast, 2049, 1e-6",
        "configs/multibanded_d.yaml, single, exact, 432, 0", "configs/multibanded_d.yaml, double, fast, 432, 0",
    })
    void aRowIsTheWaveformOfItsParameters(
            Path settings, String precision, String accuracy, int bins, double tolerance) {
        Path set = directory.resolve("set.hdf5");
        CommandLineRun.generate(settings, set, "-n", 12, "--seed", 3, "--precision", precision,
            "--accuracy", accuracy);
        try (HdfFile dataset = new HdfFile(set)) {
            for (int row : ROWS) {
                Path one = directory.resolve("row" + row + ".h5");
                CommandLineRun.succeeding("waveform", settings, "--from", set, "--row", row, "-o", one);
                try (HdfFile waveform = new HdfFile(one)) {
                    assertSameRow(dataset, waveform, "h_plus", row, bins, tolerance);
                    assertSameRow(dataset, waveform, "h_cross", row, bins, tolerance);
                }
            }
        }
    }

    private static void assertSameRow(
            HdfFile dataset, HdfFile waveform, String name, int row, int bins, double tolerance) {
        Map<?, ?> stored = (Map<?, ?>) dataset.getDatasetByPath("polarizations/" + name).getData();
        Map<?, ?> single = (Map<?, ?>) waveform.getDatasetByPath(name).getData();
        boolean isZero = true;
        for (String part : new String[] {"r", "i"}) {
            Object storedRow = Array.get(stored.get(part), row);
            double[] waveformRow = (double[]) single.get(part);
            assertEquals(bins, Array.getLength(storedRow));
            assertEquals(bins, waveformRow.length);
            double peak = Arrays.stream(waveformRow).map(Math::abs).max().orElseThrow();
            for (int bin = 0; bin < bins; bin++) {
                double expected = storedRow instanceof float[] ? (float) waveformRow[bin] : waveformRow[bin];
                double difference = Math.abs(expected - Array.getDouble(storedRow, bin));
                assertTrue(difference <= tolerance * peak, name + ", row " + row + ", bin " + bin + ", " + part
                    + ": stored " + Array.get(storedRow, bin) + ", the waveform has " + waveformRow[bin]);
                isZero &= waveformRow[bin] == 0;
            }
        }
        assertTrue(!isZero, name + " of row " + row + " is zero everywhere");
    }
}
