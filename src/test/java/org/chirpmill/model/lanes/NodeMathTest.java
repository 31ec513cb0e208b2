package org.chirpmill.model.lanes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class NodeMathTest {
    private static final int MANY = 300_000;
    private static final double[] EDGES = {0.0, -0.0, Double.MIN_VALUE, -1e-308, 1e-20, 1, -1, Math.sqrt(2) - 1,
        Math.sqrt(2) + 1, 709, 710, -708, -709, Double.NaN};

    private interface One {
        void apply(double[] x, int count, double[] out);
    }

    /** What is prepared in a JVM without the Vector API is what is prepared in one that has it. */
    private static void requireSameBits(One lanes, One fused, double[] x) {
        double[] first = NodeMath.array(x.length);
        double[] second = NodeMath.array(x.length);
        lanes.apply(Arrays.copyOf(x, x.length + NodeMath.PADDING), x.length, first);
        fused.apply(Arrays.copyOf(x, x.length + NodeMath.PADDING), x.length, second);
        for (int i = 0; i < x.length; i++) {
            assertEquals(Double.doubleToLongBits(first[i]), Double.doubleToLongBits(second[i]), "of " + x[i]);
        }
    }

    private static double[] arguments(double largestExponent) {
        SplittableRandom random = new SplittableRandom(7);
        return DoubleStream.concat(Arrays.stream(EDGES), DoubleStream.generate(() ->
            (random.nextBoolean() ? 1 : -1) * Math.pow(10, random.nextDouble(-20, largestExponent))).limit(MANY))
            .toArray();
    }

    @Test
    void withoutLanesTheBitsAreThoseOfLanes() {
        requireSameBits((x, count, out) -> LaneMath.sincos(x, 0, count, out, new double[out.length]),
            (x, count, out) -> FusedMath.sincos(x, count, out, new double[out.length]), arguments(8.9));
        requireSameBits((x, count, out) -> LaneMath.sincos(x, 0, count, new double[out.length], out),
            (x, count, out) -> FusedMath.sincos(x, count, new double[out.length], out), arguments(8.9));
        requireSameBits((x, count, out) -> LaneMath.exp(x, 0, count, out), FusedMath::exp, arguments(2.9));
        requireSameBits((x, count, out) -> LaneMath.arctangent(x, 0, count, out), FusedMath::arctangent,
            arguments(20));
    }

    @Test
    void anglesOfPointsAreThoseOfStrictMath() {
        SplittableRandom random = new SplittableRandom(11);
        int count = 10_000;
        double[] y = NodeMath.array(count);
        double[] x = NodeMath.array(count);
        double[] expected = new double[count];
        for (int i = 0; i < count; i++) {
            y[i] = i % 50 == 0 ? 0 : random.nextDouble(-1, 1);
            x[i] = i % 50 == 1 ? 0 : random.nextDouble(-1, 1) * (i % 7 == 0 ? 1e-9 : 1);
            expected[i] = StrictMath.atan2(y[i], x[i]);
        }
        NodeMath.angles(y, x, count);
        assertArrayEquals(expected, Arrays.copyOf(y, count), 1e-15);
    }
}
