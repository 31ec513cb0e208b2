package org.chirpmill.model.phenomx.pnr;

import org.chirpmill.model.phenomx.CoprecessingDeviations;
import org.chirpmill.model.phenomx.Landmarks;
import org.chirpmill.model.phenomx.Remnant;
import org.chirpmill.model.phenomx.hm.FirstReleaseModes;
import org.chirpmill.model.phenomx.hm.HigherMode;
import org.chirpmill.model.phenomx.hm.ModeRinging;

/**
 * How the modes of a precessing binary deviate, in the frame that precesses with it, from those of its aligned spins:
 * arXiv:2312.10025, Sec. V. The (2, 2) mode is tuned; beyond the mass ratios of its tuning it passes to the effective
 * ringdown frequency of arXiv:2301.06558, which the other modes always have.
 */
final class TunedMerger {
    /** Up to this mass ratio the (2, 2) mode is tuned; over as much again the tuning fades. */
    private static final double LAST_TUNED_RATIO = 10;
    private static final double RATIO_WIDTH = 10;
    /** Within these the fits are used as they are. */
    private static final double LEAST_ETA = 0.09876;
    private static final double LEAST_CHI = 0.2;
    private static final double MOST_CHI = 0.8;

    /** How the fits go on beyond their range. */
    enum Extrapolation {
        /** They stay as at its end: IMRPhenomXO4a. */
        CONSTANT(0, 0),
        /** They go on more slowly, but for small spins: IMRPhenomXPNR. */
        SLOWED(0.1641, 1.0 / 12);

        private final double inEta;
        private final double inChi;

        Extrapolation(double inEta, double inChi) {
            this.inEta = inEta;
            this.inChi = inChi;
        }

        private double eta(double eta) {
            return eta >= LEAST_ETA ? eta : LEAST_ETA - (LEAST_ETA - eta) * inEta;
        }

        private double chi(double chi) {
            return Math.max(LEAST_CHI, chi <= MOST_CHI ? chi : MOST_CHI + (chi - MOST_CHI) * inChi);
        }
    }

    private TunedMerger() {}

    /**
     * The merger of a binary.
     *
     * @param landmarks of the aligned spins
     * @param aligned their remnant
     * @param spin the effective single spin
     * @param finalAcross spin of the remnant across the orbital angular momentum, M^2
     * @param extrapolation how the fits go on
     */
    static FirstReleaseModes.Merger of(Landmarks landmarks, Remnant aligned, SingleSpin spin, double finalAcross,
            Extrapolation extrapolation) {
        double window = SingleSpin.fading((spin.massRatio() - LAST_TUNED_RATIO) / RATIO_WIDTH);
        double cosBeta = StrictMath.cos(spin.ringdownBeta());
        double precessing = Math.copySign(
            Math.min(1, Math.sqrt(aligned.spin() * aligned.spin() + finalAcross * finalAcross)), cosBeta);
        double between = Math.clamp(window * aligned.spin() + (1 - window) * precessing, -1, 1);
        Remnant remnant = new Remnant(aligned.mass(), between);
        Remnant precessingRemnant = new Remnant(aligned.mass(), precessing);
        double shift = (1 - Math.abs(cosBeta)) * (landmarks.ringingAs(precessingRemnant).ringdown()
            - new ModeRinging(precessingRemnant, 0).ringdown(HigherMode.L2M1));

        double eta = extrapolation.eta(spin.eta());
        double chi = extrapolation.chi(spin.chi());
        double cosTheta = spin.cosTheta();
        double deviation = window * spin.chi() * spin.sinTheta();
        Landmarks between22 = landmarks.ringingAs(remnant);
        Landmarks tuned = new Landmarks(landmarks.meco(), landmarks.isco(),
            between22.ringdown() - deviation * DeviationFit.RINGDOWN.at(eta, chi, cosTheta)
                - (1 - window) * 2 * shift,
            between22.damping() + deviation * DeviationFit.DAMPING.at(eta, chi, cosTheta));
        return new FirstReleaseModes.Merger(tuned, remnant, new ModeRinging(precessingRemnant, shift),
            new CoprecessingDeviations(
                deviation * DeviationFit.PEAK_AMPLITUDE.at(eta, chi, cosTheta),
                deviation * DeviationFit.RINGDOWN_WIDTH.at(eta, chi, cosTheta),
                deviation * DeviationFit.INVERSE_AMPLITUDE.at(eta, chi, cosTheta),
                deviation * DeviationFit.LORENTZIAN.at(eta, chi, cosTheta),
                deviation * DeviationFit.INTERMEDIATE_INVERSE.at(eta, chi, cosTheta),
                deviation * DeviationFit.INTERMEDIATE_FOURTH.at(eta, chi, cosTheta)));
    }
}
