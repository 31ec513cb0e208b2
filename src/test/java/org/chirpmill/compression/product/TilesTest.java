package org.chirpmill.compression.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.EnumSet;
import java.util.Random;
import org.chirpmill.rows.Precision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways to compute a product, number by number, beside the one that is stated plainly. */
class TilesTest {
    @ParameterizedTest
    @CsvSource({
        // precision, bins, columns, lanes
        "SINGLE, 1, 1, 1",
        "SINGLE, 7, 3, 2",
        "SINGLE, 256, 16, 3",
        "SINGLE, 257, 17, 4",
        "SINGLE, 1000, 200, 14",
        "SINGLE, 700, 37, 90",
        "DOUBLE, 1, 1, 1",
        "DOUBLE, 255, 3, 2",
        "DOUBLE, 257, 17, 4",
        "DOUBLE, 700, 200, 14",
    })
    void everyWayGivesTheSameNumbers(Precision precision, int bins, int columns, int lanes) {
        double[] elements = noise(2 * bins * columns, 1, Precision.DOUBLE);
        double[] rows = noise(2 * bins * lanes, 2, precision);
        double[] stated = products(Tiles.PLAIN, precision, elements, columns, rows, bins, lanes);
        for (Tiles tiles : EnumSet.of(Tiles.ofThisJvm(), Tiles.UNFUSED)) {
            double[] actual = products(tiles, precision, elements, columns, rows, bins, lanes);
            for (int part = 0; part < stated.length; part++) {
                int number = part / 2;
                assertEquals(stated[part], actual[part], tiles + ", lane " + number / columns + ", column "
                    + number % columns + (part % 2 == 0 ? ", real part" : ", imaginary part"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"SINGLE", "DOUBLE"})
    void aDeviceIsGivenTheMatrixAsItWas(Precision precision) {
        int bins = 300;
        int columns = 21;
        double[] elements = noise(2 * (bins + 5) * columns, 3, precision);
        MemorySegment given =
            PanelMatrix.of(elements, 5, bins, columns, 3, precision, Tiles.ofThisJvm()).interleaved();
        assertEquals((long) bins * columns * precision.complexBytes(), given.byteSize());
        for (int part = 0; part < 2 * bins * columns; part++) {
            double expected = 8 * elements[2 * 5 * columns + part];
            assertEquals(expected, get(given, part, precision), "part " + part);
        }
    }

    /** Products of all lanes, block by block. */
    private static double[] products(
            Tiles tiles, Precision precision, double[] elements, int columns, double[] rows, int bins, int lanes) {
        PanelMatrix<?> matrix = PanelMatrix.of(elements, 0, bins, columns, 0, precision, tiles);
        LaneProducts<?> products = matrix.open(lanes);
        double[] parts = new double[2 * columns * lanes];
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment from = arena.allocate((long) rows.length * precision.bytes(), 64);
            MemorySegment to = arena.allocate((long) parts.length * precision.bytes(), 64);
            for (int part = 0; part < rows.length; part++) {
                set(from, part, rows[part], precision);
            }
            products.begin(lanes);
            for (int bin = 0; bin < bins; bin += LaneProducts.BLOCK) {
                for (int lane = 0; lane < lanes; lane++) {
                    long offset = ((long) lane * bins + bin) * precision.complexBytes();
                    products.put(lane, from, offset, matrix.blockBins(bin));
                }
                products.multiply(lanes, bin);
                for (int lane = 0; lane < lanes; lane++) {
                    products.add(lane, lane);
                }
            }
            for (int lane = 0; lane < lanes; lane++) {
                products.write(lane, 1, to, (long) lane * columns * precision.complexBytes());
            }
            for (int part = 0; part < parts.length; part++) {
                parts[part] = get(to, part, precision);
            }
        }
        return parts;
    }

    /** Numbers of very different sizes, some of them zero. */
    private static double[] noise(int count, int seed, Precision precision) {
        Random random = new Random(seed);
        double[] noise = new double[count];
        for (int k = 0; k < count; k++) {
            double number = k % 11 == 0 ? 0 : random.nextGaussian() * Math.pow(10, random.nextInt(-9, 1));
            noise[k] = precision == Precision.SINGLE ? (float) number : number;
        }
        return noise;
    }

    private static void set(MemorySegment segment, int part, double value, Precision precision) {
        if (precision == Precision.SINGLE) {
            segment.setAtIndex(ValueLayout.JAVA_FLOAT, part, (float) value);
        } else {
            segment.setAtIndex(ValueLayout.JAVA_DOUBLE, part, value);
        }
    }

    private static double get(MemorySegment segment, int part, Precision precision) {
        return precision == Precision.SINGLE ? segment.getAtIndex(ValueLayout.JAVA_FLOAT, part)
            : segment.getAtIndex(ValueLayout.JAVA_DOUBLE, part);
    }
}
