package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import java.lang.reflect.Array;
import java.nio.file.Path;
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
        "configs/quick.yaml, single, 2049", "configs/quick.yaml, double, 2049",
        "configs/multibanded_d.yaml, single, 432", "configs/multibanded_d.yaml, double, 432",
    })
    void aRowIsTheWaveformOfItsParameters(Path settings, String precision, int bins) {
        Path set = directory.resolve("set.hdf5");
        CommandLineRun.generate(settings, set, "-n", 12, "--seed", 3, "--precision", precision);
        try (HdfFile dataset = new HdfFile(set)) {
            for (int row : ROWS) {
                Path one = directory.resolve("row" + row + ".h5");
                CommandLineRun.succeeding("waveform", settings, "--from", set, "--row", row, "-o", one);
                try (HdfFile waveform = new HdfFile(one)) {
                    assertSameRow(dataset, waveform, "h_plus", row, bins);
                    assertSameRow(dataset, waveform, "h_cross", row, bins);
                }
            }
        }
    }

    private static void assertSameRow(HdfFile dataset, HdfFile waveform, String name, int row, int bins) {
        Map<?, ?> stored = (Map<?, ?>) dataset.getDatasetByPath("polarizations/" + name).getData();
        Map<?, ?> single = (Map<?, ?>) waveform.getDatasetByPath(name).getData();
        boolean isZero = true;
        for (String part : new String[] {"r", "i"}) {
            Object storedRow = Array.get(stored.get(part), row);
            double[] waveformRow = (double[]) single.get(part);
            assertEquals(bins, Array.getLength(storedRow));
            assertEquals(bins, waveformRow.length);
            for (int bin = 0; bin < bins; bin++) {
                Object expected = storedRow instanceof float[] ? (Object) (float) waveformRow[bin] : waveformRow[bin];
                assertEquals(expected, Array.get(storedRow, bin), name + ", row " + row + ", bin " + bin + ", " + part);
                isZero &= waveformRow[bin] == 0;
            }
        }
        assertTrue(!isZero, name + " of row " + row + " is zero everywhere");
    }
}
