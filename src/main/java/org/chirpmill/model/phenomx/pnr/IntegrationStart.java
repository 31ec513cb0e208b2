package org.chirpmill.model.phenomx.pnr;

import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.phenomx.precession.InspiralAngles;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;

/**
 * From which frequency on LALSimulation integrates the precession of IMRPhenomXPNR: below the lowest one at which a
 * mode may have its angles, by two steps of the grid on which it tabulates them. It shows where binaries are so heavy
 * that the tuned angles would begin below.
 */
final class IntegrationStart {
    /** What the steps may err, LALSimulation's PhenomXPNRInterpTolerance. */
    private static final double TOLERANCE = 0.01;
    private static final double LEAST_STEP = 0.01;
    /** Where the lowest frequency may lie between inspiral and ringdown. */
    private static final double LOWER_SHARE = 0.65;
    private static final double CAUTION = 1.5;
    /** Where beta comes next to 0, the steps are a quarter as wide; the masses are in solar masses there by mistake. */
    private static final double SMALL_BETA = 0.01;
    private static final double SMALL_RATIO = 0.55;

    private IntegrationStart() {}

    /**
     * The frequency, Hz.
     *
     * @param grid the frequencies
     * @param lowest the lowest of them that is evaluated, Hz
     * @param highestM the highest m of the modes
     * @param map where tuned angles begin, as by the spins at the reference frequency
     * @param ahead how far the ringdown of the mode of highest l and m lies above that of (2, 2), M f
     * @param binary the binary
     * @param angles its two-spin angles
     * @param momentum its orbital angular momentum with spins of constant norm
     * @param massSeconds its total mass, s
     */
    static double of(FrequencyGrid grid, double lowest, int highestM, AngleMap map, double ahead,
            PrecessingBinary binary, InspiralAngles angles, OrbitalMomentumAt momentum, double massSeconds) {
        double flow = grid.isUniform() ? Math.floor(lowest / grid.deltaF()) * grid.deltaF() : lowest;
        double ofInspiral = flow * 2 / highestM;
        if (map.inspiralEnd() * LOWER_SHARE * highestM / 2 < flow * massSeconds) {
            flow = ofInspiral / CAUTION;
        } else {
            double ofRingdown = flow - ahead / massSeconds;
            flow = ofRingdown > 0 ? Math.min(ofRingdown, ofInspiral) : ofInspiral;
        }
        double step = step(flow, binary, angles, momentum, massSeconds);
        flow = flow - 2 * step < 0 ? flow / 2 : flow - 2 * step;
        return Math.floor(flow / step) * step;
    }

    /** The orbital angular momentum at v = (pi M f)^(1/3), M^2. */
    @FunctionalInterface
    interface OrbitalMomentumAt {
        double at(double v);
    }

    /** The grid's step, Hz. */
    private static double step(double flow, PrecessingBinary binary, InspiralAngles angles,
            OrbitalMomentumAt momentum, double massSeconds) {
        double mf = flow * massSeconds;
        double delta = binary.delta();
        double fifth = mf * mf * mf * mf * mf;
        double ofAlpha = 4 * Math.sqrt(0.4)
            * Math.sqrt(Math.sqrt(3 * Math.PI * fifth * TOLERANCE * (1 + delta) / (7 + 13 * delta))) / massSeconds;
        double step = ofAlpha;
        if (MultipleScaleSource.showsTwoSpins(binary)) {
            double v = StrictMath.cbrt(Math.PI * mf);
            double period = 1 / angles.nutationRate(v);
            double one = binary.massOne() * binary.massOne() * StrictMath.hypot(binary.chiOneX(), binary.chiOneY());
            double two = binary.massTwo() * binary.massTwo() * StrictMath.hypot(binary.chiTwoX(), binary.chiTwoY());
            double along = binary.totalMassSolar() * binary.totalMassSolar() * momentum.at(v)
                + binary.alignedSpin();
            double least = StrictMath.atan2(Math.abs(one - two), along);
            if (least < SMALL_BETA && least / StrictMath.atan2(one + two, along) < SMALL_RATIO) {
                period /= 4;
            }
            step = period / 4 / massSeconds < ofAlpha ? period / 4 / massSeconds : ofAlpha;
        }
        return Math.max(step, LEAST_STEP);
    }
}
