package org.chirpmill.prior;

/** Where angles end. */
final class Angles {
    /** Users write 3.1416 and mean pi: an end that overshoots by no more than this is taken as the true one. */
    private static final double ROUNDED_PI = 1e-3;

    private Angles() {}

    static double within(double angle, double lowest, double highest, String distribution) {
        if (angle < lowest - ROUNDED_PI || angle > highest + ROUNDED_PI) {
            throw new IllegalArgumentException(
                distribution + " is defined from " + lowest + " to " + highest + " only, here " + angle);
        }
        return Bounds.clamp(angle, lowest, highest);
    }

    /** Whether angles between these two go beyond a full turn: around it, or all of them past it. */
    static boolean exceedATurn(double least, double most) {
        double turn = 2 * (StrictMath.PI + ROUNDED_PI);
        return most - least > turn || least > turn || most < -turn;
    }
}
