package org.chirpmill.model;

import java.util.stream.IntStream;

/** Powers of thirds, to the last digit: the phase of a light binary is 1e5 rad, so an ulp of a power shows. */
public final class Thirds {
    private static final int LOWEST_OF_PI = -5;
    private static final double[] OF_PI =
        IntStream.rangeClosed(LOWEST_OF_PI, 4).mapToDouble(k -> power(Math.PI, k)).toArray();

    private Thirds() {}

    /** pi^(k/3), k = -5 ... 4: what turns powers of v = (pi x)^(1/3) into those of x. */
    public static double ofPi(int k) {
        return OF_PI[k - LOWEST_OF_PI];
    }

    /**
     * x^(k/3) for positive x, within about one ulp. {@code pow} alone would see k/3 rounded, which for large and
     * small x costs several ulp; the rest of k/3 is made good to first order.
     */
    public static double power(double x, int k) {
        double exponent = k / 3.0;
        double missing = -Math.fma(3, exponent, -k) / 3;
        double power = StrictMath.pow(x, exponent);
        return Math.fma(power, missing * StrictMath.log(x), power);
    }

    /**
     * x^(-5/3), the leading term of a phase, within half an ulp and a little, from x and its rounded cube root: what is
     * missing to the root, to the square of x and to the quotient is made good to first order.
     */
    public static double minusFive(double x, double root) {
        double square = root * root;
        double rootExcess = Math.fma(square, root, -x) + Math.fma(root, root, -square) * root;
        double divisor = x * x;
        double power = root / divisor;
        double rest = Math.fma(-power, divisor, root)
            - power * (Math.fma(x, x, -divisor) + rootExcess * x / 3);
        return power + rest / divisor;
    }
}
