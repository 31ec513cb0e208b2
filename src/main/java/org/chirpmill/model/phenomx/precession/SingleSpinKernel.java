package org.chirpmill.model.phenomx.precession;

/**
 * The Euler angles of IMRPhenomPv2, bin by bin, from a block that {@link Precession#prepareSecondOrder} wrote:
 * arXiv:1408.1810, Sec. III, with the next-to-next-to-leading order angles of one effective spin.
 *
 * <p>beta is the angle between J and L, or pi minus it: LALSimulation leaves out the sign of the spins' and the orbit's
 * momentum along L, so that beta turns back where that vanishes.
 */
public final class SingleSpinKernel {
    private SingleSpinKernel() {}

    /**
     * Writes the angles of one bin and |m'| = 2.
     *
     * @param rows coefficient rows
     * @param row offset of the block, laid out as {@link PrecessionRow} says
     * @param cubeRoot cube root of the frequency in Hz
     * @param logarithm natural logarithm of the frequency in Hz
     * @param out receives {@link EulerAngles#SIZE} numbers, laid out as {@link EulerAngles} says
     * @param at where in {@code out}
     */
    public static void at(double[] rows, int row, double cubeRoot, double logarithm, double[] out, int at) {
        double v = rows[row + PrecessionRow.VELOCITY_2] * cubeRoot;
        double logV = rows[row + PrecessionRow.LOG_VELOCITY_2] + logarithm / 3;
        out[at + EulerAngles.ALPHA] =
            rows[row + PrecessionRow.ALPHA_CONSTANT] + series(rows, row + PrecessionRow.PHI_MINUS_3, v, logV);
        out[at + EulerAngles.EPSILON] =
            rows[row + PrecessionRow.EPSILON_CONSTANT] + series(rows, row + PrecessionRow.ZETA_MINUS_3, v, logV);
        double along = Math.abs(along(rows, row, v));
        double w = rows[row + PrecessionRow.PERP_SQUARED];
        double total = Math.sqrt(along * along + w);
        double cosine = total == 0 ? 1 : along / total;
        // 1 - cos beta without the difference.
        double oneMinus = total == 0 ? 0 : w / (total * (total + along));
        out[at + EulerAngles.COS_BETA] = cosine;
        out[at + EulerAngles.COS_HALF] = Math.sqrt((1 + cosine) / 2);
        out[at + EulerAngles.SIN_HALF] = Math.sqrt(oneMinus / 2);
    }

    /** Orbital angular momentum and spins along L, units of the total mass squared: arXiv:1212.5520, Eq. 4.7. */
    static double along(double[] rows, int row, double v) {
        double v2 = v * v;
        return rows[row + PrecessionRow.ETA] / v
            * (1 + v2 * (rows[row + PrecessionRow.MOMENTUM_2] + v2 * rows[row + PrecessionRow.MOMENTUM_4]))
            + rows[row + PrecessionRow.ALONG];
    }

    /** How fast that falls, as its slope by v. */
    static double slope(double[] rows, int row, double v) {
        double v2 = v * v;
        return rows[row + PrecessionRow.ETA] / v2
            * (-1 + v2 * (rows[row + PrecessionRow.MOMENTUM_2] + 3 * v2 * rows[row + PrecessionRow.MOMENTUM_4]));
    }

    /** Five coefficients, of v^-3, v^-2, v^-1, log v and v. */
    private static double series(double[] rows, int first, double v, double logV) {
        double falling = rows[first + 2] + (rows[first + 1] + rows[first] / v) / v;
        return falling / v + rows[first + 3] * logV + rows[first + 4] * v;
    }
}
