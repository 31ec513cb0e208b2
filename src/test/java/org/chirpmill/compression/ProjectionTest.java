package org.chirpmill.compression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.chirpmill.rows.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Coefficients of chirps in an arbitrary basis, against sums in double precision written down plainly. */
class ProjectionTest {
    private static final int BINS = 3001;
    private static final int FIRST_BIN = 160;
    private static final int SIZE = 37;
    private static final int ROWS = 23;

    @ParameterizedTest
    @CsvSource({
        // precision, what the matrix is multiplied by (1e23 whitens), what strains are, error allowed of the norm
        "SINGLE, 1, 1e-22, 5e-7",
        "SINGLE, 1e23, 1e-22, 5e-7",
        "SINGLE, 1, 1e-27, 5e-7",
        "SINGLE, 1e23, 1e-18, 5e-7",
        "DOUBLE, 1, 1e-22, 1e-14",
        "DOUBLE, 1e23, 1e-22, 1e-14",
    })
    void coefficientsAreThoseOfDoublePrecision(Precision precision, double whitening, double strain, double allowed) {
        double[] matrix = matrix(whitening);
        double[][] rows = rows(precision, strain);
        double[][] kept = projected(matrix, rows, precision, ROWS);
        for (int lane = 0; lane < rows.length; lane++) {
            double[] expected = plainly(rows[lane], matrix);
            double[] actual = kept[lane];
            double[] error = new double[expected.length];
            Arrays.setAll(error, part -> actual[part] - expected[part]);
            double norm = norm(rows[lane]) * whitening;
            assertTrue(norm(error) <= allowed * norm, "lane " + lane + ": " + norm(error) / norm);
        }
    }

    @ParameterizedTest
    @CsvSource({"SINGLE", "DOUBLE"})
    void aRowsCoefficientsDependOnNoOtherRow(Precision precision) {
        double[] matrix = matrix(1);
        double[][] rows = rows(precision, 1e-22);
        double[][] together = projected(matrix, rows, precision, ROWS);
        for (int batch : new int[] {1, 2, 7, 16}) {
            double[][] apart = projected(matrix, rows, precision, batch);
            for (int lane = 0; lane < rows.length; lane++) {
                assertArrayEquals(together[lane], apart[lane], "lane " + lane + " in batches of " + batch);
            }
        }
    }

    @Test
    void aWaveformOfZerosHasNoCoefficients() {
        double[][] rows = new double[2 * ROWS][2 * BINS];
        for (double[] kept : projected(matrix(1), rows, Precision.SINGLE, 1)) {
            assertArrayEquals(new double[2 * SIZE], kept);
        }
    }

    @Test
    void aProjectionTakesItsOwnPrecisionOnly() {
        Projection projection = new Projection(matrix(1), SIZE, Precision.SINGLE, Optional.empty());
        assertEquals(SIZE, projection.columns());
        assertThrows(IllegalArgumentException.class, () -> projection.open(1, Precision.DOUBLE));
    }

    /** Unit vectors with phases of their own, zero below the first bin. */
    private static double[] matrix(double factor) {
        Random random = new Random(1);
        double[] matrix = new double[2 * BINS * SIZE];
        for (int part = 2 * FIRST_BIN * SIZE; part < matrix.length; part++) {
            matrix[part] = factor * random.nextGaussian() / Math.sqrt(2 * (BINS - FIRST_BIN));
        }
        return matrix;
    }

    /** Chirps that end at different bins, h_plus of all rows before h_cross, rounded as the precision does it. */
    private static double[][] rows(Precision precision, double strain) {
        double[][] rows = new double[2 * ROWS][2 * BINS];
        for (int lane = 0; lane < rows.length; lane++) {
            int end = lane % 5 == 0 ? BINS : FIRST_BIN + 120 * (1 + lane % ROWS);
            for (int bin = FIRST_BIN; bin < Math.min(end, BINS); bin++) {
                double amplitude = strain * Math.pow(bin / (double) FIRST_BIN, -7.0 / 6);
                double phase = (300 + lane) * Math.pow(bin / (double) FIRST_BIN, -5.0 / 3) + lane;
                rows[lane][2 * bin] = rounded(amplitude * Math.cos(phase), precision);
                rows[lane][2 * bin + 1] = rounded(amplitude * Math.sin(phase), precision);
            }
        }
        return rows;
    }

    private static double rounded(double value, Precision precision) {
        return precision == Precision.SINGLE ? (float) value : value;
    }

    private static double[][] projected(double[] matrix, double[][] rows, Precision precision, int batchSize) {
        return ProjectedLanes.of(new Projection(matrix, SIZE, precision, Optional.empty()), rows, batchSize);
    }

    private static double[] plainly(double[] row, double[] matrix) {
        double[] sums = new double[2 * SIZE];
        for (int bin = 0; bin < BINS; bin++) {
            for (int column = 0; column < SIZE; column++) {
                int at = 2 * (bin * SIZE + column);
                sums[2 * column] += row[2 * bin] * matrix[at] - row[2 * bin + 1] * matrix[at + 1];
                sums[2 * column + 1] += row[2 * bin] * matrix[at + 1] + row[2 * bin + 1] * matrix[at];
            }
        }
        return sums;
    }

    private static double norm(double[] parts) {
        return Math.sqrt(Arrays.stream(parts).map(part -> part * part).sum());
    }
}
