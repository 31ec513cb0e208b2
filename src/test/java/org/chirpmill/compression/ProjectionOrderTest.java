package org.chirpmill.compression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.chirpmill.compression.product.LaneProducts;
import org.chirpmill.compression.product.Tiles;
import org.chirpmill.rows.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each number of a coefficient, bit by bit, whatever the batch and however it is computed. */
class ProjectionOrderTest {
    private static final int BLOCK = 256;
    private static final int[] BATCHES = {1, 7, 45};

    @ParameterizedTest
    @CsvSource({
        // precision, bins, first bin that vectors reach, vectors, rows
        "SINGLE, 1, 0, 1, 2",
        "SINGLE, 300, 44, 3, 9",
        "SINGLE, 700, 20, 17, 46",
        "SINGLE, 1099, 3, 200, 8",
        "DOUBLE, 300, 44, 3, 9",
        "DOUBLE, 700, 20, 17, 46",
        "DOUBLE, 601, 3, 200, 4",
    })
    void everyCoefficientIsSummedInTheOrderThatIsStated(
            Precision precision, int bins, int firstBin, int vectors, int rows) {
        double[] matrix = noise(2 * bins * vectors, 1e21, new Random(1));
        Arrays.fill(matrix, 0, 2 * firstBin * vectors, 0);
        double[][] lanes = lanes(2 * rows, bins, precision);
        double[][] stated = new double[lanes.length][];
        for (Tiles tiles : Tiles.values()) {
            if (tiles == Tiles.VECTOR && Tiles.ofThisJvm() != Tiles.VECTOR) {
                continue;
            }
            Projection projection = new Projection(matrix, vectors, precision, tiles);
            assertEquals(firstBin, projection.firstBin());
            for (int batch : BATCHES) {
                double[][] actual = ProjectedLanes.of(projection, lanes, batch);
                for (int lane = 0; lane < lanes.length; lane++) {
                    if (stated[lane] == null) {
                        stated[lane] = stated(lanes[lane], matrix, projection);
                    }
                    int number = lane;
                    assertArrayEquals(stated[lane], actual[lane],
                        () -> tiles + ", lane " + number + " in batches of " + batch);
                }
            }
        }
    }

    @Test
    void aBlockIsPartOfTheOrder() {
        assertEquals(BLOCK, LaneProducts.BLOCK);
    }

    @ParameterizedTest
    @CsvSource({"SINGLE", "DOUBLE"})
    void vectorsOfZerosGiveCoefficientsOfZeros(Precision precision) {
        double[][] lanes = lanes(6, 500, precision);
        for (double[] kept : ProjectedLanes.of(new Projection(new double[2 * 500 * 3], 3, precision, Optional.empty()),
                lanes, 2)) {
            assertArrayEquals(new double[6], kept);
        }
    }

    /** A coefficient: within a block fused multiply-adds bin by bin, four sums; blocks added up in double. */
    private static double[] stated(double[] lane, double[] matrix, Projection projection) {
        int size = projection.columns();
        boolean isSingle = projection.precision() == Precision.SINGLE;
        double[] sums = new double[2 * size];
        for (int column = 0; column < size; column++) {
            for (int first = projection.firstBin(); first < projection.endBin(); first += BLOCK) {
                double[] four = new double[4];
                for (int bin = first; bin < Math.min(first + BLOCK, projection.endBin()); bin++) {
                    double real = matrix[2 * (bin * size + column)] / projection.scale();
                    double imaginary = matrix[2 * (bin * size + column) + 1] / projection.scale();
                    four[0] = fused(lane[2 * bin], real, four[0], isSingle);
                    four[1] = fused(lane[2 * bin + 1], imaginary, four[1], isSingle);
                    four[2] = fused(lane[2 * bin], imaginary, four[2], isSingle);
                    four[3] = fused(lane[2 * bin + 1], real, four[3], isSingle);
                }
                sums[2 * column] += isSingle ? (float) four[0] - (float) four[1] : four[0] - four[1];
                sums[2 * column + 1] += isSingle ? (float) four[2] + (float) four[3] : four[2] + four[3];
            }
            sums[2 * column] = rounded(sums[2 * column] * projection.scale(), isSingle);
            sums[2 * column + 1] = rounded(sums[2 * column + 1] * projection.scale(), isSingle);
        }
        return sums;
    }

    private static double fused(double a, double b, double c, boolean isSingle) {
        return isSingle ? Math.fma((float) a, (float) b, (float) c) : Math.fma(a, b, c);
    }

    private static double rounded(double value, boolean isSingle) {
        return isSingle ? (float) value : value;
    }

    /** Lanes of which some end early and some are silent. */
    private static double[][] lanes(int count, int bins, Precision precision) {
        Random random = new Random(2);
        double[][] lanes = new double[count][];
        for (int lane = 0; lane < count; lane++) {
            lanes[lane] = noise(2 * bins, 1e-22, random);
            int end = lane % 5 == 0 ? 0 : bins * (1 + lane % 7) / 7;
            for (int part = 0; part < 2 * bins; part++) {
                lanes[lane][part] =
                    part < 2 * end ? rounded(lanes[lane][part], precision == Precision.SINGLE) : 0;
            }
        }
        return lanes;
    }

    private static double[] noise(int parts, double size, Random random) {
        return random.doubles(parts, -size, size).toArray();
    }
}
