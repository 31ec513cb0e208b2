package org.chirpmill.model.phenomx;

import org.chirpmill.model.KerrOrbit;
import org.chirpmill.model.SourceRefusedException;

/**
 * The black hole that remains.
 *
 * @param mass its mass over the binary's
 * @param spin its dimensionless spin
 */
public record Remnant(double mass, double spin) {
    /** The remnant of spins along the orbital angular momentum. */
    public static Remnant of(AlignedBinary binary) throws SourceRefusedException {
        double mass = 1 - RemnantFit.RADIATED_ENERGY.at(binary);
        double spin = spinOf(binary);
        if (!(mass <= 1)) {
            throw new SourceRefusedException("the IMRPhenomX fit gives a final mass of " + mass + ", more than all");
        }
        if (!(Math.abs(spin) <= 1)) {
            throw new SourceRefusedException("the IMRPhenomX fit gives a final spin of " + spin + ", beyond 1");
        }
        return new Remnant(mass, spin);
    }

    /** The remnant's spin as the fit has it, also of spins beyond 1, which some models map a binary to. */
    public static double spinOf(AlignedBinary binary) {
        return RemnantFit.FINAL_SPIN.at(binary);
    }

    /** M f of the innermost stable circular orbit of Kerr with M = 1, as the models take it. */
    static double innermostOrbit(double spin) {
        return KerrOrbit.frequency(KerrOrbit.innermostRadius(spin), spin);
    }
}
