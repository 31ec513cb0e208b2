package org.chirpmill.model;

import java.util.stream.IntStream;

/**
 * A series in thirds of a power, as post-Newtonian phases are: the sum of (a_k + b_k log x) x^(k/3) from k = -5 on.
 *
 * @param powers a_k at index k + 5; may be filled after the series is made
 * @param logarithms b_k, likewise and of the same length
 */
public record ThirdsSeries(double[] powers, double[] logarithms) {
    /** The lowest k. */
    public static final int LOWEST = -5;

    private static final int HIGHEST = 12;
    /** k / 3 at index k + 5. */
    private static final double[] EXPONENTS =
        IntStream.rangeClosed(LOWEST, HIGHEST).mapToDouble(k -> k / 3.0).toArray();

    /**
     * The sum at one x.
     *
     * @param value the sum itself
     * @param slope its derivative by x
     */
    public record Point(double value, double slope) {}

    /** A series of zeros for k up to {@code highest}, at most 12. */
    public static ThirdsSeries ofZeros(int highest) {
        int terms = highest - LOWEST + 1;
        return new ThirdsSeries(new double[terms], new double[terms]);
    }

    /** a_k. */
    public double power(int k) {
        return powers[k - LOWEST];
    }

    /** b_k. */
    public double logarithm(int k) {
        return logarithms[k - LOWEST];
    }

    /** Adds to a_k and b_k. */
    public void add(int k, double power, double logarithm) {
        powers[k - LOWEST] += power;
        logarithms[k - LOWEST] += logarithm;
    }

    /** The sum at x. */
    public double at(double x) {
        return point(x).value();
    }

    /** Its derivative by x. */
    public double slope(double x) {
        return point(x).slope();
    }

    /** Both. */
    public Point point(double x) {
        return point(x, CubeRoot.of(x), StrictMath.log(x));
    }

    /** Both, where the cube root and the logarithm of x are known. */
    public Point point(double x, double root, double logX) {
        double sum = 0;
        double slopes = 0;
        for (int i = powers.length - 1; i >= 0; i--) {
            double coefficient = powers[i] + logarithms[i] * logX;
            sum = Math.fma(sum, root, coefficient);
            slopes = Math.fma(slopes, root, EXPONENTS[i] * coefficient + logarithms[i]);
        }
        double leading = Thirds.minusFive(x, root);
        return new Point(sum * leading, slopes * leading / x);
    }

    /** The second derivative by x. */
    public double curvature(double x) {
        double root = CubeRoot.of(x);
        double logX = StrictMath.log(x);
        double sum = 0;
        for (int i = powers.length - 1; i >= 0; i--) {
            double power = EXPONENTS[i];
            sum = sum * root + (power * (power - 1) * (powers[i] + logarithms[i] * logX)
                + (2 * power - 1) * logarithms[i]);
        }
        return sum * Thirds.minusFive(x, root) / (x * x);
    }
}
