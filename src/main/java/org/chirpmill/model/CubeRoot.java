package org.chirpmill.model;

/**
 * The cube root, the same bits on every machine, within 0.501 ulp. A row of IMRPhenomXPHM takes some seventy of them;
 * StrictMath's waits for three divisions one after another, this one for none. Not for kernels: it takes the bits of a
 * double apart.
 */
public final class CubeRoot {
    /** Less a third of the bits of x it is those of x^(-1/3), within 4 %. */
    private static final long BITS = 0x553ef0ff289dd796L;

    private CubeRoot() {}

    /** x^(1/3) for x zero or above 1e-290: below, what is left of x is no normal number. */
    public static double of(double x) {
        double inverse = Double.longBitsToDouble(BITS - Double.doubleToRawLongBits(x) / 3);
        // With e = 1 - x inverse^3, x^(-1/3) is inverse (1 - e)^(-1/3): its series, |e| below 0.11, then below 2e-6.
        double e = Math.fma(-(x * inverse), inverse * inverse, 1);
        double series = Math.fma(e, Math.fma(e, Math.fma(e, 35.0 / 243, 14.0 / 81), 2.0 / 9), 1.0 / 3);
        inverse = Math.fma(inverse * e, series, inverse);
        e = Math.fma(-(x * inverse), inverse * inverse, 1);
        inverse = Math.fma(inverse * e, Math.fma(e, 2.0 / 9, 1.0 / 3), inverse);
        // To first order what the root's rounding leaves of x.
        double root = x * inverse * inverse;
        double square = root * root;
        double rest = Math.fma(-square, root, x) - Math.fma(root, root, -square) * root;
        return Math.fma(rest, inverse * inverse * (1.0 / 3), root);
    }
}
