package org.chirpmill.model.phenomx.precession;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.chirpmill.model.lanes.Lanes;
import org.chirpmill.reference.ReferenceGroup;
import org.chirpmill.reference.ReferenceWaveforms;
import org.junit.jupiter.api.Test;

/** {@link EulerAngleLanes} and {@link TwistLanes} beside their scalar twins, on every row of the reference sets. */
class EulerAngleLanesTest {
    /** Of an angle, rad, over the larger of itself and one radian. */
    private static final double ANGLE_TOLERANCE = 1e-12;
    /** Of half sines and cosines, and of polarizations over the mode's amplitude. */
    private static final double TOLERANCE = 1e-12;

    /** All points are computed, every third is compared: vectors of eight have each of their lanes looked at. */
    private static final int STEP = 3;

    private final EulerAngleLanes lanes = new EulerAngleLanes();
    private final TwistLanes twist = new TwistLanes();
    private final double[] frequencies = ReferenceWaveforms.of("IMRPhenomXPHM").frequencies();
    private final int count = frequencies.length;
    private final double[] roots = Lanes.array(count);
    private final double[] logs = Lanes.array(count);
    private final double[][] angles = new double[4][count + Lanes.PADDING];

    EulerAngleLanesTest() {
        for (int i = 0; i < roots.length; i++) {
            double f = frequencies[Math.min(i, count - 1)];
            roots[i] = Math.cbrt(f);
            logs[i] = Math.log(f);
        }
    }

    private interface RowCheck {
        void check(PreparedRow prepared, String where);
    }

    private static void onEveryRow(RowCheck check) {
        for (ReferenceGroup group : ReferenceWaveforms.of("IMRPhenomXPHM").groups()) {
            for (int row = 0; row < group.rows(); row++) {
                for (Precession.Angles wanted : Precession.Angles.values()) {
                    check.check(PreparedRow.of(group.source(row), wanted),
                        group.name() + " row " + row + ", " + wanted);
                }
            }
        }
    }

    private void anglesOf(double[] row, int mPrime) {
        lanes.angles(row, 0, row[PrecessionRow.VELOCITY_1 + mPrime - 1], row[PrecessionRow.LOG_VELOCITY_1 + mPrime - 1],
            roots, 0, logs, 0, count, angles, 0);
    }

    @Test
    void anglesAreThoseOfTheScalarKernelOnEveryRoad() {
        Set<String> paths = new TreeSet<>();
        onEveryRow((prepared, where) -> {
            double[] row = prepared.row();
            paths.add((row[PrecessionRow.CLOSED_FORM] > 0 ? "closed form" : "series")
                + (row[PrecessionRow.NUTATES] > 0 ? ", nutating" : ", not nutating"));
            for (int mPrime = 1; mPrime <= 4; mPrime++) {
                anglesOf(row, mPrime);
                for (int bin = 0; bin < count; bin += STEP) {
                    double[] expected = prepared.anglesAt(frequencies[bin], mPrime);
                    String at = where + ", m' = " + mPrime + ", " + frequencies[bin] + " Hz";
                    requireClose(expected[EulerAngles.ALPHA], angles[0][bin], ANGLE_TOLERANCE, at + ", alpha");
                    requireClose(expected[EulerAngles.EPSILON], angles[1][bin], ANGLE_TOLERANCE, at + ", epsilon");
                    requireClose(expected[EulerAngles.COS_HALF], angles[2][bin], TOLERANCE, at + ", cos(beta / 2)");
                    requireClose(expected[EulerAngles.SIN_HALF], angles[3][bin], TOLERANCE, at + ", sin(beta / 2)");
                }
            }
        });
        assertEquals(Set.of("closed form, not nutating", "closed form, nutating", "series, not nutating",
            "series, nutating"), paths);
    }

    @Test
    void twistedModesAreThoseOfTheScalarKernel() {
        double[][] out = new double[5][count + Lanes.PADDING];
        int[][] modes = {{2, 2}, {2, 1}, {3, 3}, {3, 2}, {4, 4}};
        onEveryRow((prepared, where) -> {
            for (int[] mode : modes) {
                anglesOf(prepared.row(), mode[1]);
                for (int bin = 0; bin < count; bin++) {
                    out[0][bin] = 0.3 * bin;
                    out[1][bin] = 1 + 0.001 * bin;
                    out[2][bin] = mode[1] == 2 ? 0.4 : 0;
                }
                twist.turnTo(angles, count);
                twist.twist(prepared.row(), 0, mode[0], mode[1], out);
                for (int bin = 0; bin < count; bin += STEP) {
                    double amplitude = 1 + 0.001 * bin;
                    double other = mode[1] == 2 ? 0.4 : 0;
                    double cosine = Math.cos(0.3 * bin);
                    double sine = Math.sin(0.3 * bin);
                    double[] expected = new double[4];
                    ModeTwist.add(prepared.row(), 0, mode[0], mode[1], amplitude * cosine - other * sine,
                        amplitude * sine + other * cosine, scalarAngles(bin), 0, expected, 0);
                    String at = where + ", (" + mode[0] + ", " + mode[1] + "), " + frequencies[bin] + " Hz";
                    for (int part = 0; part < 4; part += 2) {
                        double turnCosine = Math.cos(out[0][bin]);
                        double turnSine = Math.sin(out[0][bin]);
                        double real = out[1 + part][bin] * turnCosine - out[2 + part][bin] * turnSine;
                        double imaginary = out[1 + part][bin] * turnSine + out[2 + part][bin] * turnCosine;
                        assertEquals(expected[part], real, TOLERANCE, at + ", real part " + part);
                        assertEquals(expected[part + 1], imaginary, TOLERANCE, at + ", imaginary part " + part);
                    }
                }
            }
        });
    }

    /** The lanes' own angles, as the scalar kernel takes them. */
    private double[] scalarAngles(int bin) {
        double[] scalar = new double[EulerAngles.SIZE];
        scalar[EulerAngles.ALPHA] = angles[0][bin];
        scalar[EulerAngles.EPSILON] = angles[1][bin];
        scalar[EulerAngles.COS_HALF] = angles[2][bin];
        scalar[EulerAngles.SIN_HALF] = angles[3][bin];
        return scalar;
    }

    private static void requireClose(double expected, double actual, double tolerance, String where) {
        double error = Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
        assertTrue(error <= tolerance, () -> String.format(Locale.ROOT, "%s: %s, scalar %s, differ by %.1e of %.1e",
            where, actual, expected, error, tolerance));
    }
}
