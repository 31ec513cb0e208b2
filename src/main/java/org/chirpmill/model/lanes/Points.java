package org.chirpmill.model.lanes;

import org.chirpmill.model.GridTables;

/** Searches sorted points, laid out as {@link GridTables} says. */
public final class Points {
    private Points() {}

    /** The first of the points from {@code from} to {@code to} whose frequency is not below f, or {@code to}. */
    public static int firstAtOrAbove(double[] points, int stride, int from, int to, double f) {
        return firstAbove(points, GridTables.FREQUENCY * stride, from, to, Math.nextDown(f));
    }

    /** The first of the points from {@code from} to {@code to} whose entry in a table is above a limit, or that end. */
    public static int firstAbove(double[] points, int table, int from, int to, double limit) {
        // Halving without a branch to guess.
        int below = from;
        int left = to - from;
        while (left > 0) {
            int half = (left + 1) >>> 1;
            below = points[table + below + half - 1] <= limit ? below + half : below;
            left -= half;
        }
        return below;
    }
}
