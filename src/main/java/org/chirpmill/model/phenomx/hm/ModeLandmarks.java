package org.chirpmill.model.phenomx.hm;

import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.phenomx.AlignedBinary;
import org.chirpmill.model.phenomx.Landmarks;

/**
 * The frequencies between which a mode's pieces lie, all as M f.
 *
 * @param mode which mode
 * @param meco the minimum-energy circular orbit, seen in this mode; also where its inspiral phase ends
 * @param mecoRoot its cube root
 * @param ringdown the mode's quasi-normal frequency
 * @param damping its damping
 * @param amplitudeJoin1 where the inspiral amplitude ends
 * @param amplitudeJoin2 where the ringdown amplitude begins
 * @param phaseEnd the last node of the intermediate phase of the mixed mode, and of the others where it ends
 * @param phaseJoin2 where the ringdown phase begins
 */
record ModeLandmarks(
    HigherMode mode,
    double meco,
    double mecoRoot,
    double ringdown,
    double damping,
    double amplitudeJoin1,
    double amplitudeJoin2,
    double phaseEnd,
    double phaseJoin2) {

    /** Below this mass ratio the amplitude's inspiral ends at the minimum-energy circular orbit. */
    private static final double COMPARABLE = 20;
    /** Centre and width in eta of the passage to the other extreme. */
    private static final double PASSAGE_ETA = 0.0192234;
    private static final double PASSAGE_WIDTH = 0.004;
    /** Below this eta and for negative spins the mixed ringdown's phase begins later. */
    private static final double EXTREME_ETA = 0.01;

    static ModeLandmarks of(HigherMode mode, Quadrupole quadrupole) {
        AlignedBinary binary = quadrupole.binary();
        Landmarks landmarks = quadrupole.landmarks();
        ModeRinging ringing = new ModeRinging(quadrupole.remnant(), 0);
        double ringdown = ringing.ringdown(mode);
        double damping = ringing.damping(mode);
        double meco = 0.5 * mode.m() * landmarks.meco();
        double join2 = mode.isMixed() ? landmarks.ringdown() - 0.5 * landmarks.damping() : ringdown - damping;
        return new ModeLandmarks(
            mode, meco, CubeRoot.of(meco), ringdown, damping, inspiralAmplitudeEnd(mode, binary, meco), join2, join2,
            phaseJoin2(mode, binary, join2));
    }

    /** The cube root of where the inspiral amplitude ends, which mostly is where the phase's does. */
    double amplitudeRoot1() {
        return amplitudeJoin1 == meco ? mecoRoot : CubeRoot.of(amplitudeJoin1);
    }

    /** For small eta and negative spins, the mixed mode's ringdown phase begins later than its nodes end. */
    static double phaseJoin2(HigherMode mode, AlignedBinary binary, double end) {
        boolean isLate = mode.isMixed() && binary.eta() < EXTREME_ETA && binary.chiOne() < 0;
        return isLate ? end * (1.2 - 0.25 * binary.chiOne()) : end;
    }

    /** Where the amplitudes of test particles bend. */
    static double extremeInspiralEnd(HigherMode mode, AlignedBinary binary) {
        double chi = binary.chiOne();
        return 1.25 * mode.m() * (0.011671068725758493 + chi * (-0.0000858396080377194
            + chi * 0.000316707064291237)) * (0.8447212540381764 + 6.2873167352395125 * binary.eta())
            / (1.2857082764038923 - 0.9977728883419751 * chi);
    }

    /** For mass ratios beyond 20, a smooth passage to where test particles' amplitudes bend. */
    private static double inspiralAmplitudeEnd(HigherMode mode, AlignedBinary binary, double meco) {
        if (binary.massOne() < COMPARABLE * binary.massTwo()) {
            return meco;
        }
        double extreme = extremeInspiralEnd(mode, binary);
        double weight = 0.5 + 0.5 * StrictMath.tanh((binary.eta() - PASSAGE_ETA) / PASSAGE_WIDTH);
        return weight * meco + (1 - weight) * extreme;
    }
}
