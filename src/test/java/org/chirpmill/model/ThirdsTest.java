package org.chirpmill.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

class ThirdsTest {
    private static final MathContext DIGITS = new MathContext(60);

    @Test
    void powersOfThirdsAreAccurateToAnUlp() {
        double[] bases = {1.2e-5, 3.7e-4, 0.3, Math.PI, 20, 127.125, 1024, 2048};
        for (double x : bases) {
            for (int k = -14; k <= 14; k++) {
                double ours = Thirds.power(x, k);
                // (ours / exact)^3 = ours^3 / x^k, whose distance from 1 is three relative errors.
                BigDecimal cube = new BigDecimal(ours).pow(3, DIGITS);
                BigDecimal exact = new BigDecimal(x).pow(k, DIGITS);
                double error = cube.divide(exact, DIGITS).subtract(BigDecimal.ONE).doubleValue() / 3;
                assertTrue(Math.abs(error) < 2.3e-16, x + "^(" + k + "/3) is wrong by " + error);
            }
        }
    }
}
