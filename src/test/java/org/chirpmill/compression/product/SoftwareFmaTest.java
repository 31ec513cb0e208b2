package org.chirpmill.compression.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside the JDK's, which takes the CPU's own or decimals. */
class SoftwareFmaTest {
    private static final int TRIES = 300_000;

    private static final double[] SPECIAL = {0, -0.0, 1, -1, 3, 0x1p-149, -0x1p-126, 0x1.fffffep-127,
        Float.MAX_VALUE, Double.MIN_VALUE, -Double.MIN_NORMAL, 0x1.fffffffffffffp-1, Double.MAX_VALUE,
        Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN};

    @ParameterizedTest
    @ValueSource(ints = {2, 30, 60, 140})
    void singlesAreThoseOfTheJdk(int exponents) {
        Random random = new Random(exponents);
        for (int k = 0; k < TRIES; k++) {
            float a = (float) number(random, exponents, 24);
            float b = (float) number(random, exponents, 24);
            float c = k % 4 == 0 ? near(-a * b, random) : (float) number(random, 2 * exponents, 24);
            assertSame(a, b, c);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 60, 400, 1000})
    void doublesAreThoseOfTheJdk(int exponents) {
        Random random = new Random(exponents);
        for (int k = 0; k < TRIES; k++) {
            double a = number(random, exponents, 53);
            double b = number(random, exponents, 53);
            double c = k % 4 == 0 ? near(-a * b, random) : number(random, 2 * exponents, 53);
            assertSame(a, b, c);
        }
    }

    @Test
    void numbersAtTheEndsAreThoseOfTheJdk() {
        for (double a : SPECIAL) {
            for (double b : SPECIAL) {
                for (double c : SPECIAL) {
                    assertSame(a, b, c);
                    assertSame((float) a, (float) b, (float) c);
                }
            }
        }
    }

    /** A number of few or many digits between 2^-exponents and 2^exponents. */
    private static double number(Random random, int exponents, int digits) {
        long significand = random.nextLong() >> 63 - random.nextInt(digits) - 1;
        return Math.scalb((double) significand, random.nextInt(-exponents, exponents + 1) - digits);
    }

    private static float near(float number, Random random) {
        return Float.intBitsToFloat(Float.floatToRawIntBits(number) + random.nextInt(-2, 3));
    }

    private static double near(double number, Random random) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(number) + random.nextInt(-2, 3));
    }

    private static void assertSame(float a, float b, float c) {
        assertEquals(Math.fma(a, b, c), SoftwareFma.fma(a, b, c), () -> a + " * " + b + " + " + c);
    }

    private static void assertSame(double a, double b, double c) {
        assertEquals(Math.fma(a, b, c), SoftwareFma.fma(a, b, c), () -> a + " * " + b + " + " + c);
    }
}
