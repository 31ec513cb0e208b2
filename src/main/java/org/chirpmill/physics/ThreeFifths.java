package org.chirpmill.physics;

/**
 * The power 3/5, in which chirp masses come, from the basic operations alone: the same bits on every machine, and in a
 * fraction of {@link StrictMath#pow}'s time.
 */
final class ThreeFifths {
    /** Within these bounds third and fifth powers neither overflow nor lose digits; beyond, the library answers. */
    private static final double LEAST = 1e-60;
    private static final double MOST = 1e60;
    /** 2/5 of the bits of the number 1. */
    private static final long REST_OF_BITS = Double.doubleToRawLongBits(1) / 5 * 2;

    private ThreeFifths() {}

    /** x^(3/5), within an ulp. */
    static double power(double x) {
        if (!(x >= LEAST && x <= MOST)) {
            return StrictMath.pow(x, 0.6);
        }
        // A double's bits are nearly its logarithm, so 3/5 of them are good to a few percent.
        double y = Double.longBitsToDouble(Double.doubleToRawLongBits(x) / 5 * 3 + REST_OF_BITS);
        double cube = x * x * x;
        y = closer(y, cube);
        y = closer(y, cube);
        double square = y * y;
        return y - (square * square * y - cube) / (5 * square * square);
    }

    /** Halley's step towards the fifth root, after which an error of e is one of 2 e^3. */
    private static double closer(double y, double power) {
        double square = y * y;
        double fifth = square * square * y;
        return y * (2 * fifth + 3 * power) / (3 * fifth + 2 * power);
    }
}
