package org.chirpmill.model.phenomx.precession;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.lanes.Lanes;
import org.junit.jupiter.api.Test;

/** {@link AngleTableLanes} and {@link AngleInterpolant} of a row with a table, beside {@link AngleTableKernel}. */
class AngleTableLanesTest {
    private static final int ROOM = 40;
    private static final int TABLE = Precession.ROW_SIZE;
    private static final int COUNT = 1000;
    /** Of alpha - epsilon and alpha + epsilon, over the larger of themselves and one, and of half angles. */
    private static final double TOLERANCE = 3e-14;
    private static final double KINK = -1.1;

    private final double[] row = new double[TABLE + AngleTableRow.size(ROOM)];
    private final double[] points = new double[GridTables.TABLES * COUNT + Lanes.PADDING];

    /** L swings between J and next to -J, with a kink; v^3 = 2e-3 f / m'. */
    AngleTableLanesTest() {
        AngleFunction angles = (logV, count, out) -> {
            for (int i = 0; i < count; i++) {
                double x = logV[i];
                double beta = 1.55 + 1.55 * Math.cos(5 * x);
                out[0][i] = 3 * x * x * x;
                out[1][i] = 20 * Math.exp(-x) + Math.abs(x - KINK);
                out[2][i] = Math.cos(beta / 2);
                out[3][i] = Math.sin(beta / 2);
            }
        };
        for (int mPrime = 1; mPrime <= 4; mPrime++) {
            row[PrecessionRow.VELOCITY_1 + mPrime - 1] = Math.cbrt(2e-3 / mPrime);
            row[PrecessionRow.LOG_VELOCITY_1 + mPrime - 1] = Math.log(2e-3 / mPrime) / 3;
        }
        double[] joins = {KINK};
        assertTrue(new AngleTable().write(angles, -2, 0, joins, 1, 1e-9, row, TABLE, ROOM));
        row[PrecessionRow.TABLE] = TABLE;
        for (int i = 0; i < COUNT; i++) {
            double f = 1.02 * i + 1;
            points[GridTables.FREQUENCY * COUNT + i] = f;
            points[GridTables.CUBE_ROOT * COUNT + i] = Math.cbrt(f);
            points[GridTables.LOGARITHM * COUNT + i] = Math.log(f);
        }
    }

    @Test
    void anglesAreTheScalarOnes() {
        double[][] found = new double[4][COUNT + Lanes.PADDING];
        AngleInterpolant interpolant = new AngleInterpolant();
        for (double tolerance : new double[] {0, 1e-6}) {
            interpolant.start(row, 0, 4, 1, 1, 1000, tolerance);
            for (int mPrime = 1; mPrime <= 4; mPrime++) {
                for (int from : new int[] {0, 1, 500, 997}) {
                    for (int to : new int[] {from + 1, from + 3, COUNT}) {
                        Arrays.stream(found).forEach(each -> Arrays.fill(each, Double.NaN));
                        interpolant.angles(mPrime, points, COUNT, from, to, found);
                        requireScalar(found, mPrime, from, to);
                    }
                }
            }
        }
    }

    private void requireScalar(double[][] found, int mPrime, int from, int to) {
        double[] expected = new double[EulerAngles.SIZE];
        for (int i = from; i < to; i++) {
            EulerAngles.at(row, 0, points[GridTables.CUBE_ROOT * COUNT + i], points[GridTables.LOGARITHM * COUNT + i],
                mPrime, expected, 0);
            String where = "m' = " + mPrime + ", point " + i + " of " + from + " to " + to;
            double alpha = expected[EulerAngles.ALPHA];
            double epsilon = expected[EulerAngles.EPSILON];
            double cosHalf = expected[EulerAngles.COS_HALF];
            double sinHalf = expected[EulerAngles.SIN_HALF];
            double pole = cosHalf > sinHalf ? 1 : -1;
            requireClose(alpha - pole * epsilon, found[0][i - from] - pole * found[1][i - from], where + ", phase");
            // Near the poles alpha is that of a small number.
            double small = Math.min(cosHalf, sinHalf);
            requireClose(small * alpha, small * found[0][i - from], where + ", alpha");
            requireClose(cosHalf, found[2][i - from], where + ", cos(beta / 2)");
            requireClose(sinHalf, found[3][i - from], where + ", sin(beta / 2)");
        }
    }

    private static void requireClose(double expected, double actual, String where) {
        assertEquals(expected, actual, TOLERANCE * Math.max(1, Math.abs(expected)), where);
    }

    @Test
    void theInterpolantTellsOfTheTablesJoinsAndPieces() {
        AngleInterpolant interpolant = new AngleInterpolant();
        interpolant.start(row, 0, 4, 1, 1, 1000, 1e-6);
        for (int mPrime = 1; mPrime <= 4; mPrime++) {
            double[] joins = new double[3];
            assertEquals(2, interpolant.joins(mPrime, joins, 1));
            assertEquals(Math.exp(3 * KINK) * mPrime / 2e-3, joins[1], 1e-10);
            for (double f = 1; f < 1000; f *= 1.1) {
                double scale = interpolant.scale(mPrime, f);
                assertTrue(scale > 0.02 * f && scale < 10 * f, f + " Hz: " + scale);
                assertTrue(!interpolant.isRough(mPrime, f));
            }
        }
    }
}
