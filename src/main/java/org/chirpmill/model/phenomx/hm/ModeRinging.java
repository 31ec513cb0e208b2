package org.chirpmill.model.phenomx.hm;

import org.chirpmill.model.phenomx.Remnant;

/**
 * The quasi-normal frequencies of the higher modes as they are seen in the co-precessing frame, arXiv:2301.06558: after
 * the merger it turns, and lowers the frequency of a mode in proportion to m.
 *
 * @param remnant gives the quasi-normal frequencies in the inertial frame
 * @param shift M f by which a mode of m = 1 rings lower
 */
public record ModeRinging(Remnant remnant, double shift) {
    /** M f of the mode's oscillation. */
    public double ringdown(HigherMode mode) {
        return ModeFits.of(mode).ringdown().atFinalSpin(remnant.spin()) / remnant.mass() - mode.m() * shift;
    }

    /** M f of its damping. */
    double damping(HigherMode mode) {
        return ModeFits.of(mode).damping().atFinalSpin(remnant.spin()) / remnant.mass();
    }
}
