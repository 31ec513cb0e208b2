package org.chirpmill.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ArctangentTest {
    @Test
    void staysWithinTwoUlpOfStrictMath() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1_000_000; i++) {
            double x = (random.nextBoolean() ? 1 : -1) * Math.pow(10, random.nextDouble(-12, 12));
            requireClose(x);
        }
    }

    @Test
    void staysWithinTwoUlpWhereTheIdentitiesChange() {
        for (double edge : new double[] {0.66, 1, 2.41421356237309504880}) {
            double x = Math.nextDown(Math.nextDown(edge));
            for (int i = 0; i < 5; i++) {
                requireClose(x);
                requireClose(-x);
                x = Math.nextUp(x);
            }
        }
    }

    @Test
    void theExtremesAreExact() {
        assertEquals(0, Arctangent.of(0));
        assertEquals(Math.PI / 2, Arctangent.of(Double.POSITIVE_INFINITY));
        assertEquals(-Math.PI / 2, Arctangent.of(Double.NEGATIVE_INFINITY));
        assertTrue(Double.isNaN(Arctangent.of(Double.NaN)));
    }

    private static void requireClose(double x) {
        double expected = StrictMath.atan(x);
        double error = Math.abs(Arctangent.of(x) - expected);
        assertTrue(error <= 2 * Math.ulp(expected),
            "atan(" + x + ") is wrong by " + error / Math.ulp(expected) + " ulp");
    }
}
