package org.chirpmill.model.tides;

/** The multipole moments of a spinning star, from its tidal deformability. */
public final class SpinInducedMoments {
    /** What multiplies the quadrupole in the 2PN phase, times (mass share times spin)^2: arXiv:1501.01529. */
    public static final double AT_SECOND_ORDER = -50;

    private SpinInducedMoments() {}

    /**
     * The spin-induced quadrupole in units of a black hole's, from the tidal deformability: arXiv:1303.1528, Table 1.
     * LALSimulation takes a black hole's below a deformability of one half.
     */
    public static double quadrupole(double lambda) {
        if (lambda < 0.5) {
            return 1;
        }
        double x = StrictMath.log(lambda);
        return StrictMath.exp(0.194 + x * (0.0936 + x * (0.0474 + x * (-0.00421 + x * 0.000123))));
    }

    /**
     * The spin-induced octupole in units of a black hole's, from the quadrupole: arXiv:1608.02582, Table 2. Of a black
     * hole it is not quite 1.
     */
    static double octupole(double quadrupole) {
        double x = StrictMath.log(quadrupole);
        return StrictMath.exp(0.003131 + x * (2.071 + x * (-0.7152 + x * (0.2458 + x * -0.03309))));
    }

    /** What multiplies the quadrupole in the 3PN phase, times (mass share times spin)^2: arXiv:1501.01529, Eq. 7. */
    public static double atThirdOrder(double mass) {
        return 47035.0 / 84 + 2935.0 / 6 * mass - 120 * mass * mass;
    }
}
