package org.chirpmill.model.phenomx.precession;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The two-spin solution against 80 digits (src/test/reference-scripts/phenomx_msa_high_precision.py), which evaluate
 * the formulas as printed: ordinary rows, and those where they lose digits in double precision.
 */
class MsaHighPrecisionTest {
    /** Of the larger of 1 rad and the angle: five units in the last place of an angle, and of numbers beside it. */
    private static final double ROUNDING = 1e-14;

    @Test
    void ourAnglesAreNearerToTheTruthThanLalsimulations() throws IOException {
        List<StageValues> rows = StageValues.listOf("phenomx_msa_high_precision.json");
        assertTrue(rows.size() >= 30);
        for (StageValues row : rows) {
            PreparedRow ours = PreparedRow.of(row.source());
            assertEquals(Precession.Angles.TWO_SPIN, ours.precession().angles(), row.name());
            double alphaOrigin = Math.PI - azimuthOfN(ours, row);
            double epsilonOrigin = azimuthOfJ(ours, row) - Math.PI;
            double[] ourError = new double[3];
            double[] lalError = new double[3];
            double largest = 1;
            for (StageValues at : row.list("angles")) {
                double[] angles = ours.anglesAt(at.number("f"), (int) at.number("m_prime"));
                double[] exact = {at.number("phi"), at.number("zeta"), at.number("cos_beta")};
                double[] lal = {at.number("lal_phi"), at.number("lal_zeta"), at.number("lal_cos_beta")};
                double[] our = {angles[EulerAngles.ALPHA] - alphaOrigin, angles[EulerAngles.EPSILON] - epsilonOrigin,
                    angles[EulerAngles.COS_BETA]};
                for (int angle = 0; angle < 3; angle++) {
                    ourError[angle] = Math.max(ourError[angle], Math.abs(our[angle] - exact[angle]));
                    lalError[angle] = Math.max(lalError[angle], Math.abs(lal[angle] - exact[angle]));
                }
                largest = Math.max(largest, Math.max(Math.abs(exact[0]), Math.abs(exact[1])));
            }
            String[] names = {"alpha", "epsilon", "cos beta"};
            for (int angle = 0; angle < 3; angle++) {
                double rounding = ROUNDING * (angle == 2 ? 1 : largest);
                assertTrue(ourError[angle] <= Math.max(lalError[angle], rounding), row.name() + ", " + names[angle]
                    + ": our error " + ourError[angle] + ", LALSimulation's " + lalError[angle]);
                assertTrue(ourError[angle] <= 1e-12 * Math.max(1, largest / 10), row.name() + ", " + names[angle]
                    + ": our error " + ourError[angle]);
            }
        }
    }

    @Test
    void rootsAveragesAndPhasesAreRightToRounding() throws IOException {
        for (StageValues row : StageValues.listOf("phenomx_msa_high_precision.json")) {
            PreparedRow ours = PreparedRow.of(row.source());
            StageValues exact = row.object("exact");
            SpinNutation nutation = ours.nutation();
            check(row, "S+^2 - S-^2", exact.number("spread"), 2 * nutation.halfSpread(), 2e-13);
            check(row, "average S^2", exact.number("average_squared"), nutation.normSquared(), 1e-14);
            double scale = Math.sqrt(exact.number("average_squared"));
            assertEquals(exact.number("average_along"), nutation.along(), 1e-14 * scale, row.name());
            if (!nutation.frozen() && nutation.gap() > 0) {
                check(row, "S+^2 - S3^2", exact.number("average_squared") + exact.number("spread") / 2
                    - exact.number("s3_squared"), nutation.span(), 1e-13);
                NutationPhase phase = ours.phase();
                double linear = exact.number("psi2") * phase.cubic();
                double psi = Math.abs(linear / ours.velocity()) + 1;
                check(row, "psi1", exact.number("psi1"), phase.square() / phase.cubic(), 1e-10);
                check(row, "psi2", linear, phase.linear(), 1e-10);
                assertEquals(exact.number("psi0"), phase.constant(), 1e-13 * psi + 1e-12, row.name() + ", psi0");
            }
        }
    }

    private static void check(StageValues row, String what, double exact, double ours, double relative) {
        assertTrue(Math.abs(ours - exact) <= relative * Math.abs(exact),
            row.name() + ", " + what + ": ours " + ours + ", exact " + exact);
    }

    private static double azimuthOfJ(PreparedRow row, StageValues stage) {
        return frame(row, stage).azimuthOfJ();
    }

    private static double azimuthOfN(PreparedRow row, StageValues stage) {
        return frame(row, stage).azimuthOfN();
    }

    private static TotalMomentumFrame frame(PreparedRow row, StageValues stage) {
        PrecessingBinary binary = row.precession().binary();
        return TotalMomentumFrame.of(binary, OrbitalMomentum.atReference(binary).at(row.velocity(), binary.eta()),
            stage.source().iota(), stage.source().phase());
    }
}
