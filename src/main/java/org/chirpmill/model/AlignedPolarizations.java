package org.chirpmill.model;

import static org.chirpmill.physics.PhysicalConstants.MEGAPARSEC_METRES;
import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_METRES;
import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_SECONDS;

/** How a source without precession shows its l = 2, |m| = 2 strain in both polarizations. */
public final class AlignedPolarizations {
    private static final double PI_TO_MINUS_SIXTH = StrictMath.pow(Math.PI, -1.0 / 6);

    private AlignedPolarizations() {}

    /** |h_22| D / M^2 over (M f)^(-7/6) at low frequencies, sqrt(2 eta / 3) pi^(-1/6): arXiv:1508.07253, Eq. 17. */
    public static double newtonian(double eta) {
        return Math.sqrt(2.0 / 3 * eta) * PI_TO_MINUS_SIXTH;
    }

    /**
     * Strain per Hz of a unit of dimensionless amplitude, face on: 2 sqrt(5 / (64 pi)) M^2 / D, the factor being that
     * of the spherical harmonics (2, 2) and (2, -2).
     *
     * @param totalSolar total mass M, solar masses
     * @param distanceMpc luminosity distance D
     */
    public static double unitStrain(double totalSolar, double distanceMpc) {
        return 2 * Math.sqrt(5 / (64 * Math.PI)) * totalSolar * SOLAR_MASS_METRES * (totalSolar * SOLAR_MASS_SECONDS)
            / (distanceMpc * MEGAPARSEC_METRES);
    }

    /** What is seen of h_plus, from the cosine of the inclination: 1 face on. */
    public static double plus(double cosIota) {
        return 0.5 * (1 + cosIota * cosIota);
    }

    /** What is seen of h_cross, from the cosine of the inclination: 1 face on. */
    public static double cross(double cosIota) {
        return cosIota;
    }

    /**
     * Writes h_plus = plus exp(i phase) and h_cross = -i cross exp(i phase) of one bin.
     *
     * @param plus amplitude of h_plus, strain/Hz
     * @param cross the same of h_cross
     * @param phase rad
     * @param out receives Re h_plus, Im h_plus, Re h_cross, Im h_cross
     * @param at where in {@code out}
     */
    public static void store(double plus, double cross, double phase, double[] out, int at) {
        double cosine = ScalarMath.cos(phase);
        // Of the opposite phase, so that bins of zeros keep the sign that they were always stored with.
        double sine = ScalarMath.sin(-phase);
        out[at] = plus * cosine;
        out[at + 1] = -plus * sine;
        out[at + 2] = -cross * sine;
        out[at + 3] = -cross * cosine;
    }
}
