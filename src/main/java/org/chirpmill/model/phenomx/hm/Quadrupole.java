package org.chirpmill.model.phenomx.hm;

import org.chirpmill.model.phenomx.AlignedBinary;
import org.chirpmill.model.phenomx.Landmarks;
import org.chirpmill.model.phenomx.Remnant;
import org.chirpmill.model.phenomx.XasAmplitude;
import org.chirpmill.model.phenomx.XasPhase;
import org.chirpmill.model.phenomx.XasRingdownAmplitude;

/**
 * The binary and its (2, 2) mode, from which the higher modes are built. For precessing binaries the spins are those
 * along the orbital angular momentum, and remnant and landmarks those of the precessing remnant.
 *
 * @param binary the source
 * @param remnant gives the higher modes' ringdown
 * @param landmarks the (2, 2) mode's frequencies, M f
 * @param amplitude of the (2, 2) ringdown over the Newtonian one
 * @param phase of the (2, 2) mode, without alignment
 * @param constant what is added to the phase, rad: {@link XasPhase#constant}
 */
public record Quadrupole(
    AlignedBinary binary,
    Remnant remnant,
    Landmarks landmarks,
    XasRingdownAmplitude amplitude,
    XasPhase phase,
    double constant) {

    /** Below, odd modes of equal masses would be quotients of denormal numbers. */
    private static final double LEAST_SPIN_DIFFERENCE = 1e-200;

    /** The aligned phase at x = M f, rad. */
    double phaseAt(double x) {
        return phase.at(x) / binary.eta() + phase.timeShift() * x + constant;
    }

    /** Its derivative by x. */
    double phaseSlope(double x) {
        return phase.slope(x) / binary.eta() + phase.timeShift();
    }

    /** Its second derivative by x. */
    double phaseCurvature(double x) {
        return phase.curvature(x) / binary.eta();
    }

    /** sqrt(2 eta / 3) pi^(-1/6): the (2, 2) amplitude is this times x^(-7/6) at low frequencies. */
    double newtonian() {
        return XasAmplitude.norm(binary);
    }

    /** Whether exchanging the bodies changes nothing, or nothing whose ratios doubles can tell. */
    boolean hasEqualBodies() {
        return binary.delta() == 0 && Math.abs(binary.spinDifference()) < LEAST_SPIN_DIFFERENCE;
    }
}
