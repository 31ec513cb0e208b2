package org.chirpmill.model.lanes;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
class LaneMathTest {
    private static final int MANY = Integer.getInteger("chirpmill.arguments", 400_000);
    private static final double[] SIGNS_AND_ZEROS = {0.0, -0.0, Double.MIN_VALUE, -Double.MIN_VALUE, 1e-308, -1e-308,
        1e-200, 1e-20, -1e-20, 1e-9, -1e-9, 0.5, -0.5, 1, -1, Math.nextUp(1.0), Math.nextDown(1.0)};

    /** One of the functions, on an array in place. */
    private interface Lane {
        void apply(double[] x, int from, int to, double[] out);
    }

    private static final Lane SINE = (x, from, to, out) ->
        LaneMath.sincos(x, from, to, out, new double[out.length]);
    private static final Lane COSINE = (x, from, to, out) ->
        LaneMath.sincos(x, from, to, new double[out.length], out);

    private static double[] results(Lane lane, double[] x) {
        double[] padded = Arrays.copyOf(x, x.length + Lanes.PADDING);
        double[] out = Lanes.array(x.length);
        lane.apply(padded, 0, x.length, out);
        return Arrays.copyOf(out, x.length);
    }

    private static void requireUlps(double most, Lane lane, DoubleUnaryOperator expected, double[] x) {
        double[] results = results(lane, x);
        double largest = 0;
        double at = 0;
        for (int i = 0; i < x.length; i++) {
            double right = expected.applyAsDouble(x[i]);
            double error = Math.abs(results[i] - right) / Math.ulp(right);
            if (!(error <= largest)) {
                largest = error;
                at = x[i];
            }
        }
        String where = "at " + at + ": " + largest + " ulp, allowed " + most;
        assertTrue(largest <= most, where);
        // What is stated is what is so: no figure may be left behind by a better function.
        assertTrue(largest > most - 1, where);
    }

    private static double[] arguments(SplittableRandom random, DoubleSupplier one, double... edges) {
        return DoubleStream.concat(Arrays.stream(edges), DoubleStream.generate(one).limit(MANY)).toArray();
    }

    private static double signed(SplittableRandom random, double magnitude) {
        return random.nextBoolean() ? magnitude : -magnitude;
    }

    /** Multiples of pi / 2 and their neighbours, where sine or cosine nearly vanish. */
    private static double[] quarterTurns() {
        return DoubleStream.iterate(1, n -> n < 6e8, n -> Math.rint(n * 1.37 + 1))
            .flatMap(n -> DoubleStream.of(n * Math.PI / 2, -n * Math.PI / 2))
            .flatMap(x -> DoubleStream.of(x, Math.nextUp(x), Math.nextDown(x), x + 1e-7 * x)).toArray();
    }

    @Test
    void sineAndCosineAreWithinOneUlpOfStrictMath() {
        SplittableRandom random = new SplittableRandom(1);
        for (double[] x : new double[][] {
            arguments(random, () -> random.nextDouble(-10, 10), SIGNS_AND_ZEROS),
            arguments(random, () -> signed(random, Math.pow(10, random.nextDouble(-20, 9))), quarterTurns())}) {
            requireUlps(1, SINE, StrictMath::sin, x);
            requireUlps(1, COSINE, StrictMath::cos, x);
        }
    }

    @Test
    void exponentialsAreWithinOneUlpOfStrictMathAndHeldWhereTheyLeaveNormalNumbers() {
        SplittableRandom random = new SplittableRandom(2);
        requireUlps(1, LaneMath::exp, StrictMath::exp,
            arguments(random, () -> random.nextDouble(-708, 709), -708, 709, -707.99999, 708.99999));
        requireUlps(1, LaneMath::exp, StrictMath::exp,
            arguments(random, () -> signed(random, Math.pow(10, random.nextDouble(-20, 1))), SIGNS_AND_ZEROS));
        double[] held = results(LaneMath::exp, new double[] {-709, -1e5, Double.NEGATIVE_INFINITY, 710, 1e300,
            Double.POSITIVE_INFINITY});
        for (int i = 0; i < held.length; i++) {
            double expected = StrictMath.exp(i < 3 ? -708 : 709);
            assertEquals(expected, held[i], Math.ulp(expected), "number " + i);
        }
    }

    @Test
    void logarithmsAreWithinOneUlpOfStrictMath() {
        SplittableRandom random = new SplittableRandom(3);
        requireUlps(1, LaneMath::log, StrictMath::log,
            arguments(random, () -> Math.pow(10, random.nextDouble(-307, 308)), Double.MIN_NORMAL, Double.MAX_VALUE, 1,
                Math.nextUp(1.0), Math.nextDown(1.0), Math.sqrt(0.5), Math.sqrt(2), Math.nextDown(Math.sqrt(2))));
        requireUlps(1, LaneMath::log, StrictMath::log, arguments(random, () -> random.nextDouble(0.4, 2.5)));
        assertEquals(0, results(LaneMath::log, new double[] {1})[0]);
    }

    @Test
    void arctangentsAreWithinTwoUlpOfStrictMath() {
        SplittableRandom random = new SplittableRandom(4);
        double[] edges = DoubleStream.of(Math.sqrt(2) - 1, 1, Math.sqrt(2) + 1)
            .flatMap(edge -> DoubleStream.of(edge, Math.nextUp(edge), Math.nextDown(edge)))
            .flatMap(edge -> DoubleStream.of(edge, -edge)).toArray();
        requireUlps(2, LaneMath::arctangent, StrictMath::atan,
            arguments(random, () -> signed(random, Math.pow(10, random.nextDouble(-20, 20))), edges));
        requireUlps(2, LaneMath::arctangent, StrictMath::atan,
            arguments(random, () -> random.nextDouble(-4, 4), edges));
        requireUlps(1, LaneMath::arctangent, StrictMath::atan, SIGNS_AND_ZEROS);
        assertEquals(Math.PI / 2, results(LaneMath::arctangent, new double[] {Double.POSITIVE_INFINITY})[0]);
        assertEquals(-Math.PI / 2, results(LaneMath::arctangent, new double[] {-1e300})[0]);
    }

    @Test
    void whatIsNotANumberStaysSo() {
        for (Lane lane : new Lane[] {SINE, COSINE, LaneMath::exp, LaneMath::arctangent}) {
            double[] results = results(lane, new double[] {1, Double.NaN, 2});
            assertTrue(Double.isNaN(results[1]) && !Double.isNaN(results[0]) && !Double.isNaN(results[2]),
                Arrays.toString(results));
        }
    }

    /** A number's result does not depend on where it lies, on how many there are, or on what lies beside it. */
    @Test
    void partialVectorsGiveTheSameBits() {
        SplittableRandom random = new SplittableRandom(5);
        double[] x = random.doubles(40, 0.01, 30).toArray();
        for (Lane lane : new Lane[] {SINE, COSINE, LaneMath::exp, LaneMath::log, LaneMath::arctangent}) {
            double[] whole = results(lane, x);
            for (int length = 1; length <= x.length; length++) {
                int from = length % 7;
                double[] shifted = Lanes.array(from + length);
                System.arraycopy(x, 0, shifted, from, length);
                lane.apply(shifted, from, from + length, shifted);
                for (int i = 0; i < length; i++) {
                    assertEquals(whole[i], shifted[from + i], "number " + i + " of " + length + " at " + from);
                }
            }
        }
    }
}
