package org.chirpmill.model.phenomx.pnr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chirpmill.model.phenomx.precession.AngleTableKernel;
import org.chirpmill.model.phenomx.precession.AngleTableRow;
import org.chirpmill.model.phenomx.precession.EulerAngles;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;
import org.chirpmill.model.phenomx.precession.Precession;
import org.chirpmill.model.phenomx.precession.PrecessionRow;
import org.junit.jupiter.api.Test;

/**
 * The tables of tuned angles against LALSimulation's angles before it interpolates them, 5 to 1200 Hz: beta; alpha
 * where it shows, that is, times sin(beta); and alpha +- gamma, which shows everywhere. Each within ten times of what
 * they move by there when an input moves by one unit in the last place, or the step of its sum for gamma.
 */
class TunedPrecessionTest {
    private static final double LEAST = 1e-9;
    /** Up to five times the tolerance a table takes errors for noise, which narrower pieces would have too. */
    private static final double NOISE = 5e-10;
    private static final int ROOM = 96;
    private static final int TABLE = Precession.ROW_SIZE;

    private final AngleReference lal = AngleReference.of("IMRPhenomXO4a");
    private final TunedPrecession precession = new TunedPrecession();
    private final double[] rows = new double[TABLE + AngleTableRow.size(ROOM)];
    private final double[] found = new double[EulerAngles.SIZE];

    @Test
    void theTableHasTheAnglesThatLalsimulationInterpolates() {
        int compared = 0;
        int missing = 0;
        for (int row = 0; row < lal.sources().length; row++) {
            PrecessingBinary binary = PrecessingBinary.of(lal.sources()[row]);
            if (SingleSpin.isFor(binary)) {
                compared++;
                precession.take(lal.sources()[row], binary, AngleReference.REFERENCE_FREQUENCY);
                assertTrue(precession.write(5, 1200, rows, 0, TABLE, ROOM), "row " + row + " has no table");
                missing += rows[TABLE + AngleTableRow.MISSED] > NOISE ? 1 : 0;
                for (int k = 0; k < lal.frequencies().length; k++) {
                    compare(row, k);
                }
            }
        }
        assertEquals(45, compared);
        assertTrue(missing <= 3, missing + " tables miss more than " + NOISE);
    }

    private void compare(int row, int k) {
        AngleTableKernel.at(rows, TABLE,
            rows[PrecessionRow.LOG_VELOCITY_2] + StrictMath.log(lal.frequencies()[k]) / 3, found, 0);
        double beta = 2 * StrictMath.atan2(found[EulerAngles.SIN_HALF], found[EulerAngles.COS_HALF]);
        double alpha = found[EulerAngles.ALPHA] - precession.frame().alpha() - lal.alpha().values()[row][k];
        double gamma = precession.frame().epsilon() - found[EulerAngles.EPSILON] - lal.gamma().values()[row][k];
        double alphaNoise = lal.alpha().noise()[row][k];
        double weight = StrictMath.sin(beta);
        check("beta", row, k, beta - lal.beta().values()[row][k], lal.beta().noise()[row][k]);
        check("alpha times sin(beta)", row, k, weight * withoutTurns(alpha), weight * alphaNoise);
        // Next to -J the modes take alpha - gamma.
        double pole = StrictMath.cos(beta) >= 0 ? 1 : -1;
        check("alpha +- gamma", row, k, withoutTurns(alpha + pole * gamma), alphaNoise + lal.gamma().noise()[row][k]);
    }

    /** The table's angles may lie whole turns apart from those that were tabulated. */
    private static double withoutTurns(double angle) {
        return angle - 2 * Math.PI * Math.rint(angle / (2 * Math.PI));
    }

    private void check(String name, int row, int k, double difference, double noise) {
        // Where beta bends next to 0 or pi within less than a least piece, a table misses more than it was to.
        double tolerance = Math.max(LEAST, Math.max(10 * noise, rows[TABLE + AngleTableRow.MISSED]));
        assertTrue(Math.abs(difference) <= tolerance, name + " of row " + row + " at " + lal.frequencies()[k]
            + " Hz is off by " + difference + ", beyond " + tolerance);
    }
}
