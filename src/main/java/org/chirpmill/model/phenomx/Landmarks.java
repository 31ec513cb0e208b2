package org.chirpmill.model.phenomx;

import org.chirpmill.model.SourceRefusedException;

/**
 * The frequencies from which the models take their nodes and joins, all as M f with the binary's initial mass M.
 *
 * @param meco the minimum-energy circular orbit
 * @param isco the remnant's innermost stable circular orbit
 * @param ringdown the (2, 2) quasi-normal mode
 * @param damping its damping
 */
public record Landmarks(double meco, double isco, double ringdown, double damping) {
    /** Of spins along the orbital angular momentum; refuses what LALSimulation refuses. */
    public static Landmarks of(AlignedBinary binary, Remnant remnant) throws SourceRefusedException {
        double meco = RemnantFit.MECO_FREQUENCY.at(binary);
        double isco = Remnant.innermostOrbit(remnant.spin());
        if (!(meco <= isco)) {
            throw new SourceRefusedException("the minimum-energy circular orbit at M f = " + meco
                + " lies beyond the innermost stable one at " + isco + ", where IMRPhenomX is not defined");
        }
        return new Landmarks(meco, isco, 0, 0).ringingAs(remnant);
    }

    /** The same orbits with another remnant's ringdown: precession changes the one and not the other. */
    public Landmarks ringingAs(Remnant remnant) {
        return new Landmarks(meco, isco, RemnantFit.RINGDOWN_22.atFinalSpin(remnant.spin()) / remnant.mass(),
            RemnantFit.DAMPING_22.atFinalSpin(remnant.spin()) / remnant.mass());
    }
}
