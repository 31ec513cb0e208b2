package org.chirpmill.model.phenomx;

import org.chirpmill.model.CubeRoot;
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
        double spin = RemnantFit.FINAL_SPIN.at(binary);
        if (!(mass <= 1)) {
            throw new SourceRefusedException("the IMRPhenomX fit gives a final mass of " + mass + ", more than all");
        }
        if (!(Math.abs(spin) <= 1)) {
            throw new SourceRefusedException("the IMRPhenomX fit gives a final spin of " + spin + ", beyond 1");
        }
        return new Remnant(mass, spin);
    }

    /**
     * M f of the innermost stable circular orbit of Kerr (Bardeen, Press and Teukolsky 1972, Eq. 2.21) with M = 1, as
     * the models take it. In the usual form 3 - Z1 loses all its digits around zero spin; with p, m the cube roots of
     * 1 + a and 1 - a it is (p + m) (p - m)^2 exactly, and p - m = 2a / (p^2 + p m + m^2).
     */
    static double innermostOrbit(double spin) {
        double p = CubeRoot.of(1 + spin);
        double m = CubeRoot.of(1 - spin);
        double z1 = 1 + p * m * (p + m);
        double z2 = Math.sqrt(3 * spin * spin + z1 * z1);
        double signedRoot = 2 * spin / (p * p + p * m + m * m) * Math.sqrt((p + m) * (3 + z1 + 2 * z2));
        double radius = 3 + z2 - signedRoot;
        return 1 / (Math.PI * (radius * Math.sqrt(radius) + spin));
    }
}
