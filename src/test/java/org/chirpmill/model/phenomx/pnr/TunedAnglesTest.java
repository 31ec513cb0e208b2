package org.chirpmill.model.phenomx.pnr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;
import org.chirpmill.model.phenomx.precession.Precession;
import org.chirpmill.physics.PhysicalConstants;
import org.junit.jupiter.api.Test;

/**
 * alpha and beta of IMRPhenomXO4a and beta in the ringdown against LALSimulation's, each within ten times of what they
 * move by there when an input moves by one unit in the last place.
 */
class TunedAnglesTest {
    /** Where LALSimulation's own do not move; its sums of 80 powers have errors like this. */
    private static final double LEAST = 2e-11;

    private final AngleReference lal = AngleReference.of("IMRPhenomXO4a");
    private final MultipleScaleSource inspiral = new MultipleScaleSource();
    private final TunedAngles angles = new TunedAngles();

    @Test
    void agreeWithinTenTimesLalsimulationsOwnNoise() {
        int compared = 0;
        for (int row = 0; row < lal.sources().length; row++) {
            PrecessingBinary binary = PrecessingBinary.of(lal.sources()[row]);
            if (SingleSpin.isFor(binary)) {
                compared++;
                double seconds = take(binary);
                angles.evaluate(AngleReference.REFERENCE_FREQUENCY * seconds);
                double reference = angles.alpha();
                for (int k = 0; k < lal.frequencies().length; k++) {
                    angles.evaluate(lal.frequencies()[k] * seconds);
                    check("alpha", row, k, lal.alpha(), angles.alpha() - reference);
                    check("beta", row, k, lal.beta(), angles.beta());
                }
            }
        }
        // The others have no spins in the plane.
        assertEquals(45, compared);
    }

    @Test
    void betaInTheRingdown() {
        int compared = 0;
        for (int row = 0; row < lal.sources().length; row++) {
            PrecessingBinary binary = PrecessingBinary.of(lal.sources()[row]);
            // LALSimulation's function does not put the heavier body first.
            if (lal.sources()[row].massOneSolar() >= lal.sources()[row].massTwoSolar() && SingleSpin.isFor(binary)) {
                compared++;
                check("beta in the ringdown", row, 0, lal.ringdownBeta(),
                    SingleSpin.atReference(binary).ringdownBeta());
            }
        }
        assertEquals(44, compared);
    }

    private double take(PrecessingBinary binary) {
        double seconds = binary.totalMassSolar() * PhysicalConstants.SOLAR_MASS_SECONDS;
        double v = CubeRoot.of(Math.PI * seconds * AngleReference.REFERENCE_FREQUENCY);
        inspiral.take(binary, v, Precession.Angles.TWO_SPIN);
        angles.take(binary, v, SingleSpin.atReference(binary), inspiral, inspiral.angles(), seconds);
        return seconds;
    }

    private void check(String name, int row, int k, AngleReference.Angle expected, double ours) {
        double difference = Math.abs(ours - expected.values()[row][k]);
        double tolerance = Math.max(LEAST, 10 * expected.noise()[row][k]);
        assertTrue(difference <= tolerance, name + " of row " + row + " at " + lal.frequencies()[k] + " Hz: " + ours
            + " and " + expected.values()[row][k] + " differ by " + difference + " > " + tolerance);
    }
}
