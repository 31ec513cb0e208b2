package org.chirpmill.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalTest {
    private static final int BINS = 40;
    private static final int FIRST_BIN = 5;

    /** Single precision keeps 24 digits of numbers down to 2^-126, double 53 of those down to 2^-1022. */
    @ParameterizedTest
    @CsvSource({
        "SINGLE, 0, NONE", "SINGLE, 1e-45, FAINT", "SINGLE, 1e-38, FAINT", "SINGLE, 1.97e-31, FAINT",
        "SINGLE, 1.98e-31, WHOLE", "SINGLE, -1e-24, WHOLE", "SINGLE, -1e-40, FAINT",
        "DOUBLE, 0, NONE", "DOUBLE, 1e-45, WHOLE", "DOUBLE, 1e-290, WHOLE", "DOUBLE, 1e-300, FAINT",
        "DOUBLE, 5e-324, FAINT"})
    void theGreatestNumberDecidesWhereverItIs(Precision precision, double greatest, Signal expected) {
        for (boolean isPlus : new boolean[] {true, false}) {
            for (int part : new int[] {2 * FIRST_BIN, 2 * FIRST_BIN + 1, 37, 2 * BINS - 1}) {
                assertEquals(expected, ofBatch(precision, greatest, isPlus, part), precision + " part " + part);
                double[] strong = new double[2 * BINS];
                strong[part] = precision == Precision.SINGLE ? (float) greatest : greatest;
                double[] none = new double[2 * BINS];
                assertEquals(expected, Signal.of(isPlus ? strong : none, isPlus ? none : strong, precision));
            }
        }
    }

    /** Of the middle one of three rows whose neighbours are as loud as can be. */
    private static Signal ofBatch(Precision precision, double number, boolean isPlus, int part) {
        try (Arena arena = Arena.ofConfined()) {
            Batch batch = new Batch(arena, 3, BINS, 1, precision);
            batch.startAt(0, 3);
            for (int row = 0; row < 3; row += 2) {
                for (int k = 0; k < 2 * BINS; k++) {
                    put(batch, isPlus, 2 * BINS * row + k, 1);
                }
            }
            put(batch, isPlus, 2 * BINS + part, number);
            assertEquals(Signal.WHOLE, Signal.of(batch, 0, FIRST_BIN));
            assertEquals(Signal.WHOLE, Signal.of(batch, 2, FIRST_BIN));
            return Signal.of(batch, 1, FIRST_BIN);
        }
    }

    private static void put(Batch batch, boolean isPlus, int index, double number) {
        MemorySegment memory = isPlus ? batch.plus() : batch.cross();
        if (batch.precision() == Precision.SINGLE) {
            memory.setAtIndex(ValueLayout.JAVA_FLOAT, index, (float) number);
        } else {
            memory.setAtIndex(ValueLayout.JAVA_DOUBLE, index, number);
        }
    }
}
