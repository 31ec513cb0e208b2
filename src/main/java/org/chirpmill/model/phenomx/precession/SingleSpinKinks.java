package org.chirpmill.model.phenomx.precession;

/**
 * Where the angles of {@link SingleSpinKernel} have kinks. Rows hold them, which are made without the Vector API too:
 * hence not in {@link SingleSpinLanes}.
 */
public final class SingleSpinKinks {
    /** Newton's method on a convex function comes to rest long before. */
    private static final int MOST_STEPS = 200;

    private SingleSpinKinks() {}

    /**
     * Where the momentum along L changes its sign and beta turns back with a kink, Hz: nowhere or twice.
     *
     * @param out receives both frequencies, infinite where there are none
     * @param at where the first goes
     */
    public static void write(double[] rows, int row, double[] out, int at) {
        double eta = rows[row + PrecessionRow.ETA];
        double spin = rows[row + PrecessionRow.ALONG];
        double square = rows[row + PrecessionRow.MOMENTUM_2];
        double fourth = rows[row + PrecessionRow.MOMENTUM_4];
        double low = crossing(0, eta, spin, square, fourth);
        double high = crossing(1 + Math.sqrt(-spin / eta), eta, spin, square, fourth);
        boolean crosses = spin < 0 && low < high;
        out[at] = crosses ? frequency(rows, row, low) : Double.POSITIVE_INFINITY;
        out[at + 1] = crosses ? frequency(rows, row, high) : Double.POSITIVE_INFINITY;
    }

    /** A zero of eta (1 + square v^2 + fourth v^4) + spin v, which is convex, from outside; NaN where there is none. */
    private static double crossing(double start, double eta, double spin, double square, double fourth) {
        double v = start;
        for (int step = 0; step < MOST_STEPS; step++) {
            double v2 = v * v;
            double value = eta * (1 + v2 * (square + v2 * fourth)) + spin * v;
            double slope = eta * v * (2 * square + 4 * v2 * fourth) + spin;
            double next = v - value / slope;
            // From the left the steps go right, from the right left, until they rest or have jumped over a minimum.
            if (start == 0 ? !(slope < 0) : !(slope > 0)) {
                return Double.NaN;
            }
            if (start == 0 ? next <= v : next >= v) {
                return v;
            }
            v = next;
        }
        return Double.NaN;
    }

    private static double frequency(double[] rows, int row, double v) {
        double root = v / rows[row + PrecessionRow.VELOCITY_2];
        return root * root * root;
    }
}
