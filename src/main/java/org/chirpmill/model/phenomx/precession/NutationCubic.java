package org.chirpmill.model.phenomx.precession;

/**
 * The turning points of the total spin's norm: roots S+^2, S-^2, S3^2 of arXiv:1703.03967, Eq. 21.
 *
 * <p>The textbook cubic in S^2 with the trigonometric solution loses what matters, the distance of the two roots that
 * collide at small spins, small tilts and equal masses: they are small differences of numbers of the size of L^2. Here
 * the unknown is the distance zeta from a base, in units of l = (1 - q) L, and the coefficients are built from the
 * spins' parts in the orbital plane, without cancellation: q l zeta^3 + b zeta^2 + c zeta + d = 0. At equal masses it
 * becomes a quadratic. The base is S^2 at the reference frequency, so that spins close to a turning point stay close
 * to it. The isolated root is found first, the two colliding ones by Vieta's relations.
 */
final class NutationCubic {
    /** Where {@link #solve} puts S+^2 minus the base, over l. */
    static final int UPPER = 0;
    /** The same of S-^2. */
    static final int LOWER = 1;
    /** S+^2 - S3^2. */
    static final int SPAN = 2;
    /** S-^2 - S3^2. */
    static final int REST = 3;

    static final int NEWTON_STEPS = 6;

    private NutationCubic() {}

    /**
     * Solves the cubic of a row, laid out as {@link PrecessionRow} says. J and L^ . S change with v while the base
     * does not, so that the spins' parts along L at the base move by shift and by -q shift.
     *
     * @param rows coefficient rows
     * @param row offset of the precession's block
     * @param momentum Newtonian L
     * @param shift of the base
     * @param out receives {@link #UPPER}, {@link #LOWER}, {@link #SPAN}, {@link #REST}
     * @param at where in {@code out}
     */
    static void solveRow(double[] rows, int row, double momentum, double shift, double[] out, int at) {
        double q = rows[row + PrecessionRow.RATIO];
        double l = rows[row + PrecessionRow.GAP] * momentum;
        double one = rows[row + PrecessionRow.ALONG_ONE];
        double two = rows[row + PrecessionRow.ALONG_TWO];
        double perpOne = rows[row + PrecessionRow.PERP_ONE_SQUARED];
        double perpTwo = rows[row + PrecessionRow.PERP_TWO_SQUARED];
        double product = rows[row + PrecessionRow.PERP_PRODUCT];
        double weighed = rows[row + PrecessionRow.WEIGHED_NORM_SQUARED];
        double difference = q * one - two;

        double gram = rows[row + PrecessionRow.PERP_CROSS_SQUARED]
            + shift * (2 * (q * two * perpOne - one * perpTwo - product * difference) - shift * weighed);
        double shiftedDifference = difference + 2 * q * shift;
        double shiftedProduct = product + shift * (difference + q * shift);
        double shiftedOne = perpOne - shift * (2 * one + shift);
        double shiftedTwo = perpTwo + q * shift * (2 * two - q * shift);
        double torque = shiftedDifference * shiftedProduct
            + (one + shift) * shiftedTwo - q * (two - q * shift) * shiftedOne;
        solve(q, l, l * (l - 2 * shiftedDifference) + weighed, 4 * (l * shiftedProduct - torque), -4 * gram, out, at);
    }

    /**
     * Solves the cubic for all roots.
     *
     * @param q mass ratio, at most 1
     * @param l (1 - q) L, not negative
     * @param b coefficient of zeta^2
     * @param c coefficient of zeta
     * @param d constant coefficient
     * @param out receives {@link #UPPER}, {@link #LOWER}, {@link #SPAN}, {@link #REST}
     * @param at where in {@code out}
     */
    static void solve(double q, double l, double b, double c, double d, double[] out, int at) {
        double a = q * l;
        double isolated = isolatedRoot(b, a * c, a * a * d);
        boolean thirdIsIsolated = isolated <= -b / 3;
        // The pair's sum and product in zeta, from those relations that keep the digits.
        double product;
        double sum;
        if (Math.abs(isolated * isolated * isolated) >= Math.abs(a * a * d)) {
            product = isolated != 0 ? -d / isolated : 0;
            sum = isolated != 0 ? (c - a * product) / isolated : 0;
        } else {
            sum = -(b + isolated) / a;
            product = (c - isolated * sum) / a;
            isolated = -d / product;
        }
        double distance = Math.sqrt(Math.max(0, sum * sum - 4 * product));
        double larger = 0.5 * (sum >= 0 ? sum + distance : sum - distance);
        double smaller = larger != 0 ? product / larger : 0;
        double high = Math.max(larger, smaller);
        double low = Math.min(larger, smaller);
        out[at + UPPER] = thirdIsIsolated ? high : isolated / a;
        out[at + LOWER] = thirdIsIsolated ? low : high;
        out[at + SPAN] = thirdIsIsolated ? l * high - isolated / q : isolated / q - l * low;
        out[at + REST] = thirdIsIsolated ? Math.max(0, l * low - isolated / q) : l * distance;
    }

    /**
     * The root of y^3 + b y^2 + c y + d, all of whose roots are real, that lies farthest from the others. Newton's
     * iteration from the outermost place it can have, at most 16 % from it as seen from the roots' mean.
     */
    static double isolatedRoot(double b, double c, double d) {
        double mean = -b / 3;
        double atMean = (2.0 / 27 * b * b - c / 3) * b + d;
        double radius = 2.0 / 3 * Math.sqrt(Math.max(0, b * b - 3 * c));
        double y = atMean >= 0 ? mean - radius : mean + radius;
        for (int step = 0; step < NEWTON_STEPS; step++) {
            double slope = (3 * y + 2 * b) * y + c;
            double value = ((y + b) * y + c) * y + d;
            y -= slope > 0 ? value / slope : 0;
        }
        return y;
    }
}
