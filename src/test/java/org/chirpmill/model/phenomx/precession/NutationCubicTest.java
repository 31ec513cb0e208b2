package org.chirpmill.model.phenomx.precession;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chirpmill.model.RowLayout;
import org.junit.jupiter.api.Test;

class NutationCubicTest {
    @Test
    void findsRootsThatCollideWithoutLosingTheirDistance() {
        // (zeta - 3e-9)(zeta + 5e-9)(zeta + 4): coefficients from the roots.
        assertRoots(0.8, 0.5, 3e-9, -5e-9, -4);
        assertRoots(0.8, 0.5, 0.7, -0.2, -0.9);
        // Past the onset of the up-down instability the lower two are the pair.
        assertRoots(0.8, 0.5, 4, -1e-7, -3e-7);
        assertRoots(0.3, 2, 1e-9, -2, -3);
    }

    @Test
    void becomesAQuadraticAtEqualMasses() {
        // 2 zeta^2 - zeta - 3 = 2 (zeta - 3/2)(zeta + 1).
        double[] out = new double[4];
        NutationCubic.solve(1, 0, 2, -1, -3, out, 0);
        assertEquals(1.5, out[NutationCubic.UPPER], 1e-15);
        assertEquals(-1, out[NutationCubic.LOWER], 1e-15);
        assertEquals(2, out[NutationCubic.SPAN], 1e-15);
    }

    @Test
    void theRowsLayoutIsGapless() {
        assertEquals(Precession.ROW_SIZE, RowLayout.declaredBy(PrecessionRow.class).size());
    }

    private static void assertRoots(double q, double l, double upper, double lower, double third) {
        double a = q * l;
        double[] out = new double[4];
        NutationCubic.solve(q, l, -a * (upper + lower + third),
            a * (upper * lower + third * (upper + lower)), -a * upper * lower * third, out, 0);
        assertEquals(upper, out[NutationCubic.UPPER], 4e-15 * Math.abs(upper));
        assertEquals(lower, out[NutationCubic.LOWER], 4e-15 * Math.abs(third));
        assertEquals(l * (upper - third), out[NutationCubic.SPAN], 4e-15 * l * (upper - third));
        assertEquals(l * (lower - third), out[NutationCubic.REST], 4e-15 * l * Math.abs(third));
    }
}
