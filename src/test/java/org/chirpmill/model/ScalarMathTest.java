package org.chirpmill.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/**
 * Every function against StrictMath, in units of the last place of what StrictMath gives, at as many arguments of each
 * kind as {@code -Dchirpmill.arguments} says.
 */
class ScalarMathTest {
    private static final int MANY = Integer.getInteger("chirpmill.arguments", 400_000);
    private static final double[] SIGNS_AND_ZEROS = {0.0, -0.0, Double.MIN_VALUE, -Double.MIN_VALUE, 1e-308, -1e-308,
        1e-200, 1e-20, -1e-20, 1e-9, -1e-9, 0.5, -0.5, 1, -1, Math.nextUp(1.0), Math.nextDown(1.0)};

    private static void requireOneUlp(String name, DoubleUnaryOperator ours, DoubleUnaryOperator strict, double... x) {
        for (double argument : x) {
            double right = strict.applyAsDouble(argument);
            double result = ours.applyAsDouble(argument);
            assertTrue(Math.abs(result - right) <= Math.ulp(right),
                () -> name + " of " + argument + ": " + result + ", StrictMath has " + right + ", allowed is 1 ulp");
        }
    }

    private static double[] many(DoubleSupplier one) {
        return DoubleStream.generate(one).limit(MANY).toArray();
    }

    private static double signed(SplittableRandom random, double magnitude) {
        return random.nextBoolean() ? magnitude : -magnitude;
    }

    /** Multiples of pi / 2 and their neighbours, where sine or cosine nearly vanish. */
    private static double[] quarterTurns() {
        return DoubleStream.iterate(1, n -> n < 6e8, n -> Math.rint(n * 1.03 + 1))
            .flatMap(n -> DoubleStream.of(n * Math.PI / 2, -n * Math.PI / 2))
            .flatMap(x -> DoubleStream.of(x, Math.nextUp(x), Math.nextDown(x), x + 1e-7 * x)).toArray();
    }

    @Test
    void sineAndCosineAreWithinOneUlpOfStrictMath() {
        SplittableRandom random = new SplittableRandom(1);
        for (double[] x : new double[][] {SIGNS_AND_ZEROS, quarterTurns(), many(() -> random.nextDouble(-10, 10)),
            many(() -> signed(random, Math.pow(10, random.nextDouble(-20, 9))))}) {
            requireOneUlp("sine", ScalarMath::sin, StrictMath::sin, x);
            requireOneUlp("cosine", ScalarMath::cos, StrictMath::cos, x);
        }
    }

    /** No model has such phases, but what comes of one that has must not be a wave larger than its amplitude. */
    @Test
    void hugeAnglesStillGiveUnitVectors() {
        SplittableRandom random = new SplittableRandom(2);
        for (double x : many(() -> signed(random, Math.pow(10, random.nextDouble(9, 14))))) {
            double sine = ScalarMath.sin(x);
            double cosine = ScalarMath.cos(x);
            assertEquals(1, sine * sine + cosine * cosine, 1e-12, () -> "sine and cosine of " + x + " squared");
        }
    }

    @Test
    void exponentialsAreWithinOneUlpOfStrictMathAndHeldWhereTheyLeaveNormalNumbers() {
        SplittableRandom random = new SplittableRandom(3);
        for (double[] x : new double[][] {SIGNS_AND_ZEROS, {-708, 709, -707.99999, 708.99999},
            many(() -> random.nextDouble(-708, 709)),
            many(() -> signed(random, Math.pow(10, random.nextDouble(-20, 1))))}) {
            requireOneUlp("exponential", ScalarMath::exp, StrictMath::exp, x);
        }
        requireOneUlp("exponential", ScalarMath::exp, x -> StrictMath.exp(-708), -709, -1e5, Double.NEGATIVE_INFINITY);
        requireOneUlp("exponential", ScalarMath::exp, x -> StrictMath.exp(709), 710, 1e300, Double.POSITIVE_INFINITY);
    }

    @Test
    void logarithmsAreWithinOneUlpOfStrictMath() {
        SplittableRandom random = new SplittableRandom(4);
        double[] edges = DoubleStream.iterate(Double.MIN_NORMAL, power -> power <= 0x1p1023, power -> 2 * power)
            .flatMap(power -> DoubleStream.of(power, power * Math.sqrt(2), power / Math.sqrt(2)))
            .flatMap(edge -> DoubleStream.of(edge, Math.nextUp(edge), Math.nextDown(edge)))
            .filter(edge -> edge >= Double.MIN_NORMAL && edge <= Double.MAX_VALUE).toArray();
        for (double[] x : new double[][] {edges, {Double.MAX_VALUE, 1, Math.nextUp(1.0), Math.nextDown(1.0)},
            many(() -> Math.pow(10, random.nextDouble(-307, 308))), many(() -> random.nextDouble(0.4, 2.5))}) {
            requireOneUlp("logarithm", ScalarMath::log, StrictMath::log, x);
        }
        assertEquals(0, ScalarMath.log(1));
    }

    /** A row whose phase is lost must be noticed. */
    @Test
    void whatIsNotANumberStaysSo() {
        for (double lost : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertTrue(Double.isNaN(ScalarMath.sin(lost)), () -> "sine of " + lost);
            assertTrue(Double.isNaN(ScalarMath.cos(lost)), () -> "cosine of " + lost);
        }
        assertTrue(Double.isNaN(ScalarMath.exp(Double.NaN)), "exponential");
        assertTrue(Double.isNaN(ScalarMath.log(Double.NaN)), "logarithm");
        assertFalse(Arrays.stream(SIGNS_AND_ZEROS).map(ScalarMath::sin).anyMatch(Double::isNaN), "sines of numbers");
    }
}
