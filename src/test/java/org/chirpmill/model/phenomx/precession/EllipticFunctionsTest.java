package org.chirpmill.model.phenomx.precession;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.hipparchus.special.elliptic.carlson.CarlsonEllipticIntegral;
import org.hipparchus.special.elliptic.jacobi.JacobiEllipticBuilder;
import org.junit.jupiter.api.Test;

class EllipticFunctionsTest {
    @Test
    void sineAgreesWithHipparchusForEveryParameter() {
        for (double m : new double[] {0, 1e-12, 1e-5, 0.01, 0.2, 0.5, 0.9, 0.999, 1 - 1e-9}) {
            for (double u : new double[] {-7.3, -1.2, -1e-7, 0, 0.3, 1.57, 4.4, 31}) {
                double expected = JacobiEllipticBuilder.build(m).valuesN(u).sn();
                assertEquals(expected, JacobiSine.of(u, m, 1 - m), 2e-14 + 1e-15 * Math.abs(u) / Math.sqrt(1 - m),
                    "sn(" + u + " | " + m + ")");
            }
        }
    }

    @Test
    void sineTakesItsLimits() {
        assertEquals(Math.sin(2.2), JacobiSine.of(2.2, 0, 1), 1e-16);
        assertEquals(Math.tanh(1.4), JacobiSine.of(1.4, 1, 1e-18), 1e-11);
    }

    @Test
    void carlsonsIntegralAgreesWithHipparchus() {
        double[][] arguments = {{0, 0.5, 1}, {0.3, 0.3, 0.3}, {1e-12, 0.9, 1}, {0.99, 1e-9, 1}, {5, 1e3, 1}};
        for (double[] a : arguments) {
            double expected = CarlsonEllipticIntegral.rF(a[0], a[1], a[2]);
            assertEquals(expected, CarlsonF.of(a[0], a[1], a[2]), 2e-15 * expected, a[0] + ", " + a[1] + ", " + a[2]);
        }
    }

    @Test
    void theSineUndoesTheIntegral() {
        for (double m : new double[] {1e-6, 0.3, 0.95}) {
            for (double sine : new double[] {1e-8, 0.1, 0.8, 0.999}) {
                double u = sine * CarlsonF.of(1 - sine * sine, 1 - m * sine * sine, 1);
                assertEquals(sine, JacobiSine.of(u, m, 1 - m), 3e-16, "m = " + m);
            }
        }
    }
}
