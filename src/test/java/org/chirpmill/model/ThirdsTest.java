package org.chirpmill.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

class ThirdsTest {
    private static final MathContext DIGITS = new MathContext(60);

    private static final double[] BASES = {1.2e-5, 3.7e-4, 0.3, Math.PI, 20, 127.125, 1024, 2048};

    /** (power / exact)^3 = power^3 / x^k, whose distance from 1 is three relative errors. */
    private static void requireClose(double power, double x, int k, double allowed) {
        BigDecimal cube = new BigDecimal(power).pow(3, DIGITS);
        BigDecimal exact = new BigDecimal(x).pow(k, DIGITS);
        double error = cube.divide(exact, DIGITS).subtract(BigDecimal.ONE).doubleValue() / 3;
        assertTrue(Math.abs(error) < allowed,
            () -> x + "^(" + k + "/3) is wrong by " + error + ", allowed is " + allowed);
    }

    @Test
    void powersOfThirdsAreAccurateToAnUlp() {
        for (double x : BASES) {
            for (int k = -14; k <= 14; k++) {
                requireClose(Thirds.power(x, k), x, k, 2.3e-16);
            }
        }
    }

    @Test
    void theLeadingPowerOfAPhaseIsAccurateToHalfAnUlpAndALittle() {
        for (double x : BASES) {
            for (double near = x; near < 1.1 * x; near *= 1.0013) {
                requireClose(Thirds.minusFive(near, CubeRoot.of(near)), near, -5, 1.12e-16);
            }
        }
    }
}
