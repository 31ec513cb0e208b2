package org.chirpmill.model.phenomx.precession;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Tables whose epsilon follows from the condition of minimal rotation, of angles whose epsilon is known. */
class MinimalRotationTest {
    private static final int ROOM = 60;

    private final double[] rows = new double[AngleTableRow.size(ROOM)];
    private final double[] found = new double[EulerAngles.SIZE];
    private final AngleTable table = new AngleTable();

    /** With cos(beta) = sin(alpha), epsilon is -cos(alpha): beta passes both poles' neighbourhoods. */
    @Test
    void epsilonIsTheIntegralOfTheCosineOverAlpha() {
        boolean holds = table.writeMinimallyRotating((logV, count, out) -> {
            for (int i = 0; i < count; i++) {
                double alpha = alpha(logV[i]);
                double half = StrictMath.acos(0.95 * StrictMath.sin(alpha)) / 2;
                out[0][i] = alpha;
                out[2][i] = StrictMath.cos(half);
                out[3][i] = StrictMath.sin(half);
            }
        }, -2, 0, new double[0], 0, 1e-11, rows, 0, ROOM);
        assertTrue(holds);
        table.turn(-1, alpha(-1), alpha(-1), -0.95 * StrictMath.cos(alpha(-1)));
        for (double logV = -1.99; logV < 0; logV += 0.037) {
            AngleTableKernel.at(rows, 0, logV, found, 0);
            double turns = Math.rint((found[EulerAngles.ALPHA] - alpha(logV)) / (2 * Math.PI));
            assertEquals(0, found[EulerAngles.ALPHA] - alpha(logV) - 2 * Math.PI * turns, 1e-9, "log v = " + logV);
            double epsilon = found[EulerAngles.EPSILON] + 0.95 * StrictMath.cos(alpha(logV));
            assertEquals(0, epsilon - 2 * Math.PI * Math.rint(epsilon / (2 * Math.PI)), 1e-9, "log v = " + logV);
        }
    }

    private static double alpha(double logV) {
        return StrictMath.exp(-1.2 * logV);
    }
}
