package org.chirpmill.model.phenomx.precession;

import org.chirpmill.model.Arctangent;

/**
 * What the nutation adds to phi_z and zeta, arXiv:1703.03967, Eqs. 67 and F19, as LALSimulation's version 223 has it.
 *
 * <p>With M the part of J along L, the quotient of Appendix B is a sum of two poles, at M = J and at M = -J. The
 * paper's constants (B6 to B20) are then n_c = (J - M-) / (J - M+), n_d = (J + M-) / (J + M+), and the rate of psi and
 * the residues share all that could vanish. phi_z gets the sum of both terms, zeta their difference.
 */
final class NutationAngles {
    /** Where {@link #write} puts the term of the pole M = J, rad. */
    static final int INWARD = 0;
    /** Where {@link #write} puts the term of the pole M = -J, rad. */
    static final int OUTWARD = 1;

    private NutationAngles() {}

    /**
     * Writes both terms.
     *
     * @param rows coefficient rows
     * @param row offset of the precession's block
     * @param momentum Newtonian L
     * @param upper root of the cubic, see {@link NutationCubic#UPPER}
     * @param lower the other
     * @param span S+^2 - S3^2
     * @param psi phase of the nutation, rad
     * @param out receives two numbers
     * @param at where in {@code out}
     */
    static void write(double[] rows, int row, double momentum, double upper, double lower, double span, double psi,
            double[] out, int at) {
        double gap = rows[row + PrecessionRow.GAP];
        double along = rows[row + PrecessionRow.ALONG];
        double mean = momentum + along;
        double j = Math.sqrt(mean * mean + rows[row + PrecessionRow.PERP_SQUARED]);
        double upperAlong = mean - 0.5 * gap * upper;
        double lowerAlong = mean - 0.5 * gap * lower;
        double upperRoot = Math.sqrt(acrossSquared(rows, row, momentum, upper));
        double lowerRoot = Math.sqrt(acrossSquared(rows, row, momentum, lower));
        // Square roots of J - M and J + M, of which one may be small.
        double upperIn = upperAlong >= 0 ? upperRoot / Math.sqrt(j + upperAlong) : Math.sqrt(j - upperAlong);
        double lowerIn = lowerAlong >= 0 ? lowerRoot / Math.sqrt(j + lowerAlong) : Math.sqrt(j - lowerAlong);
        double upperOut = upperAlong >= 0 ? Math.sqrt(j + upperAlong) : upperRoot / Math.sqrt(j - upperAlong);
        double lowerOut = lowerAlong >= 0 ? Math.sqrt(j + lowerAlong) : lowerRoot / Math.sqrt(j - lowerAlong);

        double base = 2 * momentum + rows[row + PrecessionRow.DOUBLE_EFFECTIVE_SPIN];
        double delta = gap / (1 + rows[row + PrecessionRow.RATIO]);
        double inward = lowerIn * (j + lowerAlong - base)
            - delta * perpDifferenceOverRoot(rows, row, momentum, lower, lowerIn, j + lowerAlong);
        double outward = upperOut * (j - upperAlong + base)
            - delta * perpDifferenceOverRoot(rows, row, momentum, upper, upperOut, j - upperAlong);
        double halfSpread = 0.5 * gap * (upper - lower);
        double sine = Math.sin(psi);
        double cosine = Math.cos(psi);
        double scale = 0.5 / Math.sqrt(rows[row + PrecessionRow.ETA] * span);
        out[at + INWARD] = scale * Math.abs(inward) / upperIn
            * angle(upperIn, lowerIn, halfSpread, sine, cosine);
        out[at + OUTWARD] = scale * Math.abs(outward) / lowerOut
            * angle(upperOut, lowerOut, halfSpread, sine, cosine);
    }

    /** |psi - atan((lower / upper) tan psi)| on the principal branch, with the sign of sin(2 psi). */
    private static double angle(double upper, double lower, double halfSpread, double sine, double cosine) {
        return Arctangent.of(halfSpread / (upper + lower) * sine * cosine
            / (upper * cosine * cosine + lower * sine * sine));
    }

    /**
     * (P1^2 - P2^2) / sqrt(J -+ M) at a turning point, P the spins' parts in the plane there. Where they are opposed,
     * J^2 - M^2 = (P1 - P2)^2 may vanish and the quotient stays finite.
     */
    private static double perpDifferenceOverRoot(
            double[] rows, int row, double momentum, double root, double smallRoot, double large) {
        double difference = perpDifference(rows, row, root);
        double product = perpProduct(rows, row, momentum, root);
        double quotient = smallRoot > 0 ? difference / smallRoot : 0;
        if (product < 0 && smallRoot * smallRoot < large) {
            double sum = Math.sqrt((acrossSquaredDirectly(rows, row, momentum, root) - 4 * product) * large);
            quotient = difference < 0 ? -sum : sum;
        }
        return quotient;
    }

    /** J^2 - M^2 at a turning point, where the spins' parts in the plane are parallel: the square of their sum. */
    private static double acrossSquared(double[] rows, int row, double momentum, double root) {
        double directly = acrossSquaredDirectly(rows, row, momentum, root);
        double product = perpProduct(rows, row, momentum, root);
        double squared = directly;
        if (product < 0) {
            double difference = perpDifference(rows, row, root);
            squared = difference * difference / (directly - 4 * product);
        }
        return squared;
    }

    /** The same, losing digits where the parts in the plane cancel. */
    private static double acrossSquaredDirectly(double[] rows, int row, double momentum, double root) {
        double gap = rows[row + PrecessionRow.GAP];
        return Math.max(0, rows[row + PrecessionRow.PERP_SQUARED]
            + root * gap * (momentum + rows[row + PrecessionRow.ALONG] - 0.25 * gap * root));
    }

    /** P1^2 - P2^2 at a turning point. */
    private static double perpDifference(double[] rows, int row, double root) {
        return rows[row + PrecessionRow.PERP_DIFFERENCE] + root * (rows[row + PrecessionRow.ALONG_SUM]
            - 0.25 * (1 + rows[row + PrecessionRow.RATIO]) * rows[row + PrecessionRow.GAP] * root);
    }

    /** Scalar product of the spins' parts in the plane at a turning point. */
    private static double perpProduct(double[] rows, int row, double momentum, double root) {
        return 0.25 * rows[row + PrecessionRow.CUBIC_LINEAR_1]
            + 0.5 * root * (rows[row + PrecessionRow.GAP] * momentum + rows[row + PrecessionRow.ALONG_DIFFERENCE]
                + 0.5 * rows[row + PrecessionRow.RATIO] * root);
    }
}
