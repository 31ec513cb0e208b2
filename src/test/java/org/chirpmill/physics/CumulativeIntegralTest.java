package org.chirpmill.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CumulativeIntegralTest {
    @Test
    void theExponentialIntegratesToItself() {
        CumulativeIntegral integral = CumulativeIntegral.of(StrictMath::exp, 1e-14, -2, 9);
        for (double x = -2; x <= 9; x += 0.0625) {
            double expected = StrictMath.exp(x) - StrictMath.exp(-2);
            assertEquals(expected, integral.at(x), 1e-14 * StrictMath.exp(9), "integral at " + x);
            assertEquals(StrictMath.exp(x), integral.density(x), 1e-13 * StrictMath.exp(x), "density at " + x);
            assertEquals(x, integral.inverse(expected), 1e-13 * StrictMath.exp(9 - x), "inverse at " + x);
        }
    }

    @Test
    void aLogarithmicSingularityAtABreakpointIsMet() {
        CumulativeIntegral integral =
            CumulativeIntegral.of(x -> -StrictMath.log(StrictMath.abs(x)), 1e-12, -1, 0, 1);
        assertEquals(2, integral.total(), 1e-13);
        for (double x : new double[] {1e-9, 1e-4, 0.1, 0.5, 0.9}) {
            assertEquals(1 + x * (1 - StrictMath.log(x)), integral.at(x), 1e-12, "integral at " + x);
            assertEquals(1 - x * (1 - StrictMath.log(x)), integral.at(-x), 1e-12, "integral at " + -x);
        }
    }

    @Test
    void aKinkBetweenBreakpointsIsFoundByHalving() {
        CumulativeIntegral integral = CumulativeIntegral.of(x -> StrictMath.abs(x - 0.3), 1e-12, 0, 1);
        assertEquals(0.5 * (0.09 + 0.49), integral.total(), 1e-13);
        assertEquals(0.045, integral.at(0.3), 1e-13);
    }

    @Test
    void beyondTheEndsNothingIsAdded() {
        CumulativeIntegral integral = CumulativeIntegral.of(x -> 2, 1e-14, 1, 3);
        assertEquals(0, integral.at(0.5));
        assertEquals(4, integral.at(7), 1e-14);
        assertEquals(0, integral.density(0.99));
        assertEquals(0, integral.density(3.01));
        assertEquals(1, integral.inverse(-1));
        assertEquals(3, integral.inverse(5));
    }
}
