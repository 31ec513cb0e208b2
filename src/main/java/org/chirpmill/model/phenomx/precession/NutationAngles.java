package org.chirpmill.model.phenomx.precession;

import org.chirpmill.model.Arctangent;
import org.chirpmill.model.ScalarMath;

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
    /** Where {@link #write} puts the residue of the pole M = J, of which the term has the absolute value. */
    static final int INWARD_RESIDUE = 2;
    /** The same of the pole M = -J. */
    static final int OUTWARD_RESIDUE = 3;
    /** How many numbers {@link #write} writes. */
    static final int SIZE = 4;

    private NutationAngles() {}

    /**
     * Writes both terms.
     *
     * @param rows coefficient rows
     * @param row offset of the precession's block
     * @param momentum Newtonian L
     * @param shift of the cubic's base, see {@link NutationCubic#solveRow}
     * @param upper root of the cubic, see {@link NutationCubic#UPPER}
     * @param lower the other
     * @param span S+^2 - S3^2
     * @param psi phase of the nutation, rad
     * @param out receives {@link #SIZE} numbers
     * @param at where in {@code out}
     */
    static void write(double[] rows, int row, double momentum, double shift, double upper, double lower, double span,
            double psi, double[] out, int at) {
        double q = rows[row + PrecessionRow.RATIO];
        double gap = rows[row + PrecessionRow.GAP];
        double one = rows[row + PrecessionRow.ALONG_ONE] + shift;
        double two = rows[row + PrecessionRow.ALONG_TWO] - q * shift;
        double mean = momentum + one + two;
        double upperAlong = mean - 0.5 * gap * upper;
        double lowerAlong = mean - 0.5 * gap * lower;
        double upperProduct = perpProduct(rows, row, momentum, shift, upper);
        double lowerProduct = perpProduct(rows, row, momentum, shift, lower);
        double upperDifference = perpDifference(rows, row, shift, upper);
        double lowerDifference = perpDifference(rows, row, shift, lower);
        double perp = perpSquared(rows, row, shift);
        double upperSquared = Math.max(0, perp + gap * upper * (mean - 0.25 * gap * upper));
        double lowerSquared = Math.max(0, perp + gap * lower * (mean - 0.25 * gap * lower));
        double upperAcross = Math.sqrt(sumSquared(upperSquared, upperProduct, upperDifference));
        double lowerAcross = Math.sqrt(sumSquared(lowerSquared, lowerProduct, lowerDifference));
        double j = Math.sqrt(mean * mean + perp);
        // Square roots of J - M and J + M, of which one may be small.
        double upperIn = upperAlong >= 0 ? upperAcross / Math.sqrt(j + upperAlong) : Math.sqrt(j - upperAlong);
        double lowerIn = lowerAlong >= 0 ? lowerAcross / Math.sqrt(j + lowerAlong) : Math.sqrt(j - lowerAlong);
        double upperOut = upperAlong >= 0 ? Math.sqrt(j + upperAlong) : upperAcross / Math.sqrt(j - upperAlong);
        double lowerOut = lowerAlong >= 0 ? Math.sqrt(j + lowerAlong) : lowerAcross / Math.sqrt(j - lowerAlong);

        // eta S_eff; psi runs backwards where it exceeds L, while the residues' absolute values do not turn.
        double effective = (q * one + two) / (1 + q);
        double base = 2 * (momentum + effective);
        double delta = gap / (1 + q);
        double inward = lowerIn * (j + lowerAlong - base)
            - delta * overRoot(lowerSquared, lowerProduct, lowerDifference, lowerIn, j + lowerAlong);
        double outward = upperOut * (j - upperAlong + base)
            - delta * overRoot(upperSquared, upperProduct, upperDifference, upperOut, j - upperAlong);
        double halfSpread = 0.5 * gap * (upper - lower);
        double sine = ScalarMath.sin(psi);
        double cosine = ScalarMath.cos(psi);
        double scale = (momentum >= effective ? 0.5 : -0.5) / Math.sqrt(rows[row + PrecessionRow.ETA] * span);
        out[at + INWARD] = scale * Math.abs(inward) / upperIn
            * angle(upperIn, lowerIn, halfSpread, sine, cosine);
        out[at + OUTWARD] = scale * Math.abs(outward) / lowerOut
            * angle(upperOut, lowerOut, halfSpread, sine, cosine);
        out[at + INWARD_RESIDUE] = inward;
        out[at + OUTWARD_RESIDUE] = outward;
    }

    /** |psi - atan((lower / upper) tan psi)| on the principal branch, with the sign of sin(2 psi). */
    private static double angle(double upper, double lower, double halfSpread, double sine, double cosine) {
        return Arctangent.of(halfSpread / (upper + lower) * sine * cosine
            / (upper * cosine * cosine + lower * sine * sine));
    }

    /**
     * J^2 - M^2 at a turning point, where the spins' parts in the plane are parallel: the square of their sum. Where
     * they are opposed, it comes from the difference of their squares.
     */
    private static double sumSquared(double directly, double product, double difference) {
        return product < 0 ? difference * difference / (directly - 4 * product) : directly;
    }

    /**
     * (P1^2 - P2^2) / sqrt(J -+ M) at a turning point, P the spins' parts in the plane there, with large = J +- M.
     * Where they are opposed, J^2 - M^2 = (P1 - P2)^2 may vanish and the quotient stays finite.
     */
    private static double overRoot(
            double squared, double product, double difference, double smallRoot, double large) {
        double quotient = smallRoot > 0 ? difference / smallRoot : 0;
        if (product < 0 && smallRoot * smallRoot < large) {
            double sum = Math.sqrt((squared - 4 * product) * large);
            quotient = difference < 0 ? -sum : sum;
        }
        return quotient;
    }

    /** The total spin's part in the plane at the base, squared. */
    private static double perpSquared(double[] rows, int row, double shift) {
        double turn = rows[row + PrecessionRow.GAP] * shift;
        return rows[row + PrecessionRow.PERP_ONE_SQUARED] + rows[row + PrecessionRow.PERP_TWO_SQUARED]
            + 2 * rows[row + PrecessionRow.PERP_PRODUCT]
            - turn * (2 * (rows[row + PrecessionRow.ALONG_ONE] + rows[row + PrecessionRow.ALONG_TWO]) + turn);
    }

    /** P1^2 - P2^2 at a root: the spins' parts along L are there ALONG_ONE + s and ALONG_TWO - q s. */
    private static double perpDifference(double[] rows, int row, double shift, double root) {
        double q = rows[row + PrecessionRow.RATIO];
        double s = shift - 0.5 * root;
        return rows[row + PrecessionRow.PERP_ONE_SQUARED] - rows[row + PrecessionRow.PERP_TWO_SQUARED]
            - s * (2 * (rows[row + PrecessionRow.ALONG_ONE] + q * rows[row + PrecessionRow.ALONG_TWO])
                + (1 + q) * rows[row + PrecessionRow.GAP] * s);
    }

    /** Scalar product of the spins' parts in the plane at a root. */
    private static double perpProduct(double[] rows, int row, double momentum, double shift, double root) {
        double q = rows[row + PrecessionRow.RATIO];
        double s = shift - 0.5 * root;
        return rows[row + PrecessionRow.PERP_PRODUCT] + 0.5 * root * rows[row + PrecessionRow.GAP] * momentum
            + s * (q * rows[row + PrecessionRow.ALONG_ONE] - rows[row + PrecessionRow.ALONG_TWO] + q * s);
    }
}
