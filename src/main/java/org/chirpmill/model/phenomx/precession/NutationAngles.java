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
        double w = rows[row + PrecessionRow.PERP_SQUARED];
        double slope = gap * (momentum + along);
        double mean = momentum + along;
        double j = Math.sqrt(mean * mean + w);
        double upperAlong = mean - 0.5 * gap * upper;
        double lowerAlong = mean - 0.5 * gap * lower;
        // J^2 - M^2, without the difference; it is not negative but for rounding.
        double least = 1e-24 * w;
        double upperAcross = Math.max(least, w + upper * (slope - 0.25 * gap * gap * upper));
        double lowerAcross = Math.max(least, w + lower * (slope - 0.25 * gap * gap * lower));
        double upperIn = upperAlong >= 0 ? upperAcross / (j + upperAlong) : j - upperAlong;
        double lowerIn = lowerAlong >= 0 ? lowerAcross / (j + lowerAlong) : j - lowerAlong;
        double upperOut = upperAlong >= 0 ? j + upperAlong : upperAcross / (j - upperAlong);
        double lowerOut = lowerAlong >= 0 ? j + lowerAlong : lowerAcross / (j - lowerAlong);

        double doubleSpin = rows[row + PrecessionRow.DOUBLE_EFFECTIVE_SPIN];
        double meanIn = mean >= 0 ? w / (j + mean) : j - mean;
        double inward = meanIn * (j + along - momentum - doubleSpin) - rows[row + PrecessionRow.CONTRAST];
        double outward = (j + momentum) * (j + momentum + doubleSpin) - rows[row + PrecessionRow.NORM_CONTRAST];
        double sine = Math.sin(psi);
        double cosine = Math.cos(psi);
        double difference = 0.5 * gap * (upper - lower);
        double scale = 0.5 / Math.sqrt(rows[row + PrecessionRow.ETA] * span);
        out[at + INWARD] = scale * Math.abs(inward)
            * term(Math.sqrt(upperIn), Math.sqrt(lowerIn), difference, sine, cosine);
        out[at + OUTWARD] = scale * Math.abs(outward)
            * term(Math.sqrt(upperOut), Math.sqrt(lowerOut), difference, sine, cosine);
    }

    /** (psi - atan((lower / upper) tan psi)) / (upper lower) on the principal branch, up to the sign it has at S+. */
    private static double term(double upper, double lower, double difference, double sine, double cosine) {
        return Arctangent.of(difference / (upper + lower) * sine * cosine
            / (upper * cosine * cosine + lower * sine * sine)) / (upper * lower);
    }
}
