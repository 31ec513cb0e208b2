package org.chirpmill.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.chirpmill.rows.Precision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiniteScanTest {
    private static final int NUMBERS = 2500;

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void findsTheFirstNumberThatIsNotFinite(double bad) {
        for (int place : new int[] {0, 1, 1023, 1024, 2047, 2499}) {
            double[] numbers = numbers();
            numbers[place] = bad;
            numbers[NUMBERS - 1] = bad;
            float[] single = single(numbers);
            assertEquals(place, new FiniteScan(Precision.DOUBLE).firstNonFinite(MemorySegment.ofArray(numbers)));
            assertEquals(place, new FiniteScan(Precision.SINGLE).firstNonFinite(MemorySegment.ofArray(single)));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, 1e-320, -1.7e308, 3e38})
    void leavesFiniteNumbersAlone(double fine) {
        double[] numbers = numbers();
        numbers[1700] = fine;
        assertEquals(-1, new FiniteScan(Precision.DOUBLE).firstNonFinite(MemorySegment.ofArray(numbers)));
        numbers[1700] = Math.clamp(fine, -3e38, 3e38);
        assertEquals(-1, new FiniteScan(Precision.SINGLE).firstNonFinite(MemorySegment.ofArray(single(numbers))));
    }

    private static double[] numbers() {
        double[] numbers = new double[NUMBERS];
        Arrays.setAll(numbers, i -> (i - 1200) * 1e-25);
        return numbers;
    }

    private static float[] single(double[] numbers) {
        float[] single = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            single[i] = (float) numbers[i];
        }
        return single;
    }
}
