package org.chirpmill.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CubeRootTest {
    private static final int MANY = Integer.getInteger("chirpmill.arguments", 400_000);
    private static final BigDecimal ULPS = new BigDecimal("0.501");

    private static void requireClose(double x) {
        double root = CubeRoot.of(x);
        BigDecimal allowed = new BigDecimal(Math.ulp(root)).multiply(ULPS);
        BigDecimal below = new BigDecimal(root).subtract(allowed);
        BigDecimal above = new BigDecimal(root).add(allowed);
        BigDecimal exact = new BigDecimal(x);
        assertTrue(below.pow(3).compareTo(exact) <= 0 && above.pow(3).compareTo(exact) >= 0,
            () -> "cube root of " + x + ": " + root + ", allowed is " + ULPS + " ulp, StrictMath has "
                + StrictMath.cbrt(x));
    }

    private static DoubleStream many(DoubleSupplier one) {
        return DoubleStream.generate(one).limit(MANY / 4);
    }

    @Test
    void cubeRootsAreWithinHalfAnUlpAndALittle() {
        SplittableRandom random = new SplittableRandom(1);
        many(() -> random.nextDouble(1e-6, 2)).forEach(CubeRootTest::requireClose);
        many(() -> Math.pow(10, random.nextDouble(-290, 308))).forEach(CubeRootTest::requireClose);
        DoubleStream.iterate(0x1p-960, power -> power <= 0x1p1023, power -> 2 * power)
            .flatMap(power -> DoubleStream.of(power, Math.nextUp(power), power * (1 + Math.ulp(0.5))))
            .forEach(CubeRootTest::requireClose);
        requireClose(Double.MAX_VALUE);
    }

    @Test
    void cubesOfWholeNumbersHaveExactRoots() {
        IntStream.rangeClosed(0, 10_000).forEach(n -> assertEquals(n, CubeRoot.of((double) n * n * n)));
    }

    @Test
    void whatIsNotANumberStaysSo() {
        assertTrue(Double.isNaN(CubeRoot.of(Double.NaN)));
        assertTrue(Double.isNaN(CubeRoot.of(-8)), "no number is better than a wrong one");
    }
}
