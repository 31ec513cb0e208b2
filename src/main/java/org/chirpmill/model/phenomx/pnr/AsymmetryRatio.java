package org.chirpmill.model.phenomx.pnr;

import org.chirpmill.model.CubeRoot;

/**
 * How large the antisymmetric part of the (2, 2) mode is over the symmetric one: arXiv:2310.16980, Sec. IV A, the
 * post-Newtonian ratio of one spin times a term tuned to numerical relativity, constant from the ringdown on.
 *
 * <p>With c = f^(1/3) the ratio is LEADING c^2 (1 + TUNED c^5) / (1 + D2 c^2 + D3 c^3).
 *
 * @param leading Hz^(-2/3)
 * @param tuned Hz^(-5/3)
 * @param d2 Hz^(-2/3)
 * @param d3 1/Hz
 * @param ringdownHz of the (2, 2) mode
 * @param plateau the ratio from the ringdown on
 */
record AsymmetryRatio(double leading, double tuned, double d2, double d3, double ringdownHz, double plateau) {
    /** The tuned term's coefficient is a polynomial of eta and the spin's polar angle, bilinear. */
    private static final double TUNED_CONSTANT = 18.0387;
    private static final double TUNED_ETA = 15.4509;
    private static final double TUNED_ANGLE = 55.1140;
    private static final double TUNED_ETA_ANGLE = -203.6290;

    /**
     * The ratio of a binary.
     *
     * @param eta symmetric mass ratio
     * @param delta difference of the masses over their sum, not negative
     * @param spin magnitude of the single spin that stands for both
     * @param angle of it to the orbital angular momentum, rad
     * @param massSeconds total mass, s
     * @param ringdownHz of the (2, 2) mode
     */
    static AsymmetryRatio of(
            double eta, double delta, double spin, double angle, double massSeconds, double ringdownHz) {
        double s = CubeRoot.of(Math.PI * massSeconds);
        double s2 = s * s;
        double s3 = Math.PI * massSeconds;
        double leading = (1 + delta) * spin * StrictMath.sin(angle) / 4 * s2;
        double tuned = (TUNED_CONSTANT + TUNED_ETA * eta + (TUNED_ANGLE + TUNED_ETA_ANGLE * eta) * angle) * s2 * s3;
        double d2 = (55 * eta - 107) / 42 * s2;
        double d3 = (2 * Math.PI - 2 * (1 + delta - eta) * spin * StrictMath.cos(angle) / 3) * s3;
        double plateau = at(CubeRoot.of(ringdownHz), leading, tuned, d2, d3);
        return new AsymmetryRatio(leading, tuned, d2, d3, ringdownHz, plateau);
    }

    /**
     * Writes the ratio below the ringdown.
     *
     * @param roots cube roots of frequencies, Hz^(1/3)
     * @param count how many
     * @param out receives as many numbers
     */
    void write(double[] roots, int count, double[] out) {
        double scale = leading;
        double fifth = tuned;
        double second = d2;
        double third = d3;
        for (int i = 0; i < count; i++) {
            out[i] = at(roots[i], scale, fifth, second, third);
        }
    }

    private static double at(double c, double leading, double tuned, double d2, double d3) {
        double c2 = c * c;
        return leading * c2 * (1 + tuned * (c2 * c2 * c)) / (1 + c2 * (d2 + d3 * c));
    }
}
