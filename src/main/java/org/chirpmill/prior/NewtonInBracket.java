package org.chirpmill.prior;

import java.util.function.DoubleUnaryOperator;

/** The root of an increasing function by Newton's method, kept between two points that enclose it. */
final class NewtonInBracket {
    private static final int MAXIMUM_STEPS = 200;

    private NewtonInBracket() {}

    /**
     * The root.
     *
     * @param move value over slope at a point; of the same sign as the value, infinite where the slope vanishes
     * @param low below the root
     * @param high above it
     * @param start where to begin
     */
    static double root(DoubleUnaryOperator move, double low, double high, double start) {
        double t = Bounds.clamp(start, low, high);
        for (int step = 0; step < MAXIMUM_STEPS; step++) {
            double excess = move.applyAsDouble(t);
            if (excess > 0) {
                high = t;
            } else {
                low = t;
            }
            double next = t - excess;
            if (!(next > low && next < high)) {
                next = 0.5 * (low + high);
            }
            double moved = StrictMath.abs(next - t);
            t = next;
            if (moved <= StrictMath.ulp(t)) {
                break;
            }
        }
        return t;
    }
}
