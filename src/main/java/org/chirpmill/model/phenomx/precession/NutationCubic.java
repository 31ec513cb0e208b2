package org.chirpmill.model.phenomx.precession;

/**
 * The turning points of the total spin's norm: roots S+^2, S-^2, S3^2 of arXiv:1703.03967, Eq. 21.
 *
 * <p>The textbook cubic in S^2 with the trigonometric solution loses what matters, the distance of the two roots that
 * collide at small spins, small tilts and equal masses: they are small differences of numbers of the size of L^2. Here
 * the unknown is the distance zeta from a value of S^2 that the spins can have, in units of l = (1 - q) L, and the
 * coefficients are built from the spins' parts in the orbital plane, without cancellation:
 * q l zeta^3 + b zeta^2 + c zeta + d = 0, d at most 0. At equal masses it becomes a quadratic. The isolated root is
 * found first, the two colliding ones by Vieta's relations.
 */
final class NutationCubic {
    /** Where {@link #solve} puts S+^2 minus the base, over l; not negative. */
    static final int UPPER = 0;
    /** The same of S-^2; not positive. */
    static final int LOWER = 1;
    /** S+^2 - S3^2. */
    static final int SPAN = 2;
    /** S-^2 - S3^2. */
    static final int REST = 3;

    private static final int NEWTON_STEPS = 6;

    private NutationCubic() {}

    /**
     * Solves the cubic for all roots.
     *
     * @param q mass ratio, at most 1
     * @param l (1 - q) L, not negative
     * @param b coefficient of zeta^2
     * @param c coefficient of zeta
     * @param d constant coefficient, at most 0
     * @param out receives {@link #UPPER}, {@link #LOWER}, {@link #SPAN}, {@link #REST}
     * @param at where in {@code out}
     */
    static void solve(double q, double l, double b, double c, double d, double[] out, int at) {
        double a = q * l;
        double isolated = isolatedRoot(b, a * c, a * a * d);
        double upper = 0;
        double lower = 0;
        double third = isolated;
        if (isolated > 0) {
            // S+ is isolated: beyond the onset of the up-down instability, S- and S3 are the pair.
            double top = isolated;
            double product = -a * a * d / top;
            double sum = (a * c - product) / top;
            if (top * top < product) {
                // S+ is closer to the base than the pair: the other relations keep the digits, its own among them.
                sum = -b - top;
                product = a * c - top * sum;
                top = -a * a * d / product;
            }
            double distance = Math.sqrt(Math.max(0, sum * sum - 4 * product));
            third = 0.5 * (sum - distance);
            upper = top / a;
            lower = third < 0 ? product / (third * a) : 0;
        } else if (isolated < 0) {
            double product = -d / isolated;
            double sum = (c - product * a) / isolated;
            double distance = Math.sqrt(sum * sum - 4 * product);
            double larger = 0.5 * (Math.abs(sum) + distance);
            double smaller = larger > 0 ? product / larger : 0;
            upper = sum >= 0 ? larger : -smaller;
            lower = sum >= 0 ? smaller : -larger;
        }
        out[at + UPPER] = upper;
        out[at + LOWER] = lower;
        out[at + SPAN] = l * upper - third / q;
        out[at + REST] = Math.max(0, l * lower - third / q);
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
