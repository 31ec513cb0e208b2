package org.chirpmill.model.phenomx.hm;

import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.phenomx.AlignedBinary;
import org.chirpmill.model.phenomx.Landmarks;

/** Where the pieces of a mode join in IMRPhenomXHM's first release, 122019: arXiv:2001.10914, Secs. IV A and V A. */
final class FirstLandmarks {
    /** Below these eta the inspiral amplitude ends where test particles' amplitudes bend: q = 40, and q = 20. */
    private static final double EXTREME_ETA_21 = 0.023795359904818562;
    private static final double EXTREME_ETA = 0.04535147392290249;
    /** Below this eta the mixed ringdown begins between the quasi-normal frequencies of (2, 2) and (3, 2). */
    private static final double EXTREME_MIXED_ETA = 0.0453515;
    /** How steeply with the spin, and where, it goes from the one to the other. */
    private static final double PASSAGE_STEEPNESS = 5;
    private static final double PASSAGE_SPIN = 0.5;
    /** Between these eta (q = 45 and 6), for almost maximal spins, it begins below that of (3, 2). */
    private static final double LEAST_HIGH_SPIN_ETA = 0.02126654064272212;
    private static final double MOST_HIGH_SPIN_ETA = 0.12244897959183673;
    private static final double HIGH_SPIN = 0.95;

    private FirstLandmarks() {}

    /**
     * The landmarks of a mode.
     *
     * @param quadrupole the binary and its (2, 2) mode
     * @param ringing the mode's quasi-normal frequency
     */
    static ModeLandmarks of(HigherMode mode, Quadrupole quadrupole, ModeRinging ringing) {
        AlignedBinary binary = quadrupole.binary();
        Landmarks landmarks = quadrupole.landmarks();
        double ringdown = ringing.ringdown(mode);
        double damping = ringing.damping(mode);
        double meco = 0.5 * mode.m() * landmarks.meco();
        double phaseEnd = mode.isMixed() ? landmarks.ringdown() - 0.5 * landmarks.damping() : ringdown - damping;
        return new ModeLandmarks(mode, meco, CubeRoot.of(meco), ringdown, damping,
            inspiralEnd(mode, quadrupole, meco, ringdown),
            ringdownStart(mode, binary, landmarks, ringdown, damping), phaseEnd,
            ModeLandmarks.phaseJoin2(mode, binary, phaseEnd));
    }

    private static double inspiralEnd(HigherMode mode, Quadrupole quadrupole, double meco, double ringdown) {
        AlignedBinary binary = quadrupole.binary();
        if (binary.eta() < (mode == HigherMode.L2M1 ? EXTREME_ETA_21 : EXTREME_ETA)) {
            return ModeLandmarks.extremeInspiralEnd(mode, binary);
        }
        double spin = binary.chiEffective();
        double way = Math.abs(0.5 * mode.m() * quadrupole.landmarks().isco() - meco);
        return switch (mode) {
            case L2M1 -> meco + (0.75 - 0.235 * spin - 5.0 / 6 * spin * spin) * way;
            case L3M3 -> meco + (0.75 - 0.235 * spin - 5.0 / 6 * spin) * way;
            case L3M2 -> (meco + (0.75 - 0.235 * Math.abs(spin)) * way) * ringdown
                / quadrupole.landmarks().ringdown();
            case L4M4 -> meco + (0.75 - 0.235 * spin) * way;
        };
    }

    private static double ringdownStart(
            HigherMode mode, AlignedBinary binary, Landmarks landmarks, double ringdown, double damping) {
        return switch (mode) {
            case L2M1 -> 0.75 * ringdown;
            case L3M3 -> 0.95 * ringdown;
            case L3M2 -> mixedStart(binary, landmarks.ringdown(), ringdown, damping);
            case L4M4 -> 0.9 * ringdown;
        };
    }

    private static double mixedStart(AlignedBinary binary, double ringdown22, double ringdown, double damping) {
        double eta = binary.eta();
        double start = ringdown22;
        if (eta < EXTREME_MIXED_ETA) {
            double own = StrictMath.exp(PASSAGE_SPIN * PASSAGE_STEEPNESS);
            double other = StrictMath.exp(PASSAGE_STEEPNESS * binary.chiOne());
            start = (ringdown * own + ringdown22 * other) / (own + other) - damping;
        }
        if (eta > LEAST_HIGH_SPIN_ETA && eta < MOST_HIGH_SPIN_ETA && binary.chiOne() > HIGH_SPIN) {
            start = ringdown - 2 * damping;
        }
        return start;
    }
}
