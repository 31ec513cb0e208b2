package org.chirpmill.engine.scalar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernel that TornadoVM compiles, run as plain Java beside sums written down plainly. */
class ScalarProjectionTest {
    private static final int ROWS = 2 * ProjectionKernel.ROWS;
    private static final double SCALE = 0.25;

    @ParameterizedTest
    @CsvSource({"1, 0, 1, 1", "50, 0, 50, 7", "333, 20, 301, 130", "40, 40, 0, 3", "40, 0, 39, 60"})
    void coefficientsAreTheProduct(int bins, int offset, int counted, int size) {
        Random random = new Random(bins);
        double[] strain = random.doubles(2L * ROWS * bins, -1, 1).toArray();
        double[] matrix = random.doubles(2L * counted * size, -1, 1).toArray();
        double[] found = projected(strain, bins, offset, counted, matrix, size);
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < size; column++) {
                double real = 0;
                double imaginary = 0;
                for (int k = 0; k < counted; k++) {
                    int h = 2 * (row * bins + offset + k);
                    int m = 2 * (k * size + column);
                    real += strain[h] * matrix[m] - strain[h + 1] * matrix[m + 1];
                    imaginary += strain[h] * matrix[m + 1] + strain[h + 1] * matrix[m];
                }
                String what = "row " + row + ", vector " + column;
                assertEquals(SCALE * real, found[2 * (row * size + column)], 1e-13, what);
                assertEquals(SCALE * imaginary, found[2 * (row * size + column) + 1], 1e-13, what);
            }
        }
    }

    /** 0 and 19 lie before the bins that vectors reach, 20 and 29 are the first and last of these, 30 and 39 behind. */
    @ParameterizedTest
    @ValueSource(ints = {0, 19, 20, 29, 30, 39})
    void whatIsNotFiniteInAnyBinReachesTheCoefficientsOfItsRowAlone(int bin) {
        for (double spoiled : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            for (int part = 0; part < 2; part++) {
                double[] strain = new double[2 * ROWS * 40];
                Arrays.fill(strain, 1e-23);
                strain[2 * (3 * 40 + bin) + part] = spoiled;
                double[] matrix = new double[2 * 10 * 7];
                double[] found = projected(strain, 40, 20, 10, matrix, 7);
                for (int row = 0; row < ROWS; row++) {
                    boolean isFinite = Arrays.stream(found, 14 * row, 14 * (row + 1)).allMatch(Double::isFinite);
                    assertEquals(row != 3, isFinite, "row " + row + " with " + spoiled + " in bin " + bin);
                }
            }
        }
    }

    @Test
    void binsBeyondTheVectorsChangeNothingWhereTheyAreFinite() {
        double[] strain = new Random(1).doubles(2L * ROWS * 40, -1e300, 1e300).toArray();
        double[] found = projected(strain, 40, 20, 0, new double[0], 7);
        assertTrue(Arrays.stream(found).allMatch(coefficient -> coefficient == 0));
    }

    private static double[] projected(
            double[] strain, int bins, int offset, int counted, double[] matrix, int size) {
        double[] coefficients = new double[2 * ROWS * size];
        // Coefficients that are left out must not pass.
        Arrays.fill(coefficients, 1e9);
        for (int row = 0; row < ROWS; row += ProjectionKernel.ROWS) {
            for (int column = 0; column < size; column++) {
                ProjectionKernel.coefficients(
                    strain, row, bins, offset, counted, matrix, size, column, SCALE, coefficients);
            }
        }
        return coefficients;
    }
}
