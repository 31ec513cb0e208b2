package org.chirpmill.model;

/**
 * A series in thirds of a power, as post-Newtonian phases are: the sum of (a_k + b_k log x) x^(k/3) from k = lowest on.
 *
 * @param lowest the first k
 * @param powers a_k at index k - lowest; may be filled after the series is made
 * @param logarithms b_k, likewise and of the same length
 */
public record ThirdsSeries(int lowest, double[] powers, double[] logarithms) {
    /** A series of zeros for k from {@code lowest} to {@code highest}. */
    public static ThirdsSeries ofZeros(int lowest, int highest) {
        int terms = highest - lowest + 1;
        return new ThirdsSeries(lowest, new double[terms], new double[terms]);
    }

    /** a_k. */
    public double power(int k) {
        return powers[k - lowest];
    }

    /** b_k. */
    public double logarithm(int k) {
        return logarithms[k - lowest];
    }

    /** Adds to a_k and b_k. */
    public void add(int k, double power, double logarithm) {
        powers[k - lowest] += power;
        logarithms[k - lowest] += logarithm;
    }

    /** The sum at x. */
    public double at(double x) {
        double root = Math.cbrt(x);
        double logX = Math.log(x);
        double sum = 0;
        for (int i = powers.length - 1; i >= 0; i--) {
            sum = sum * root + (powers[i] + logarithms[i] * logX);
        }
        return sum * Thirds.power(x, lowest);
    }

    /** Its derivative by x. */
    public double slope(double x) {
        double root = Math.cbrt(x);
        double logX = Math.log(x);
        double sum = 0;
        for (int i = powers.length - 1; i >= 0; i--) {
            double power = (i + lowest) / 3.0;
            sum = sum * root + (power * (powers[i] + logarithms[i] * logX) + logarithms[i]);
        }
        return sum * Thirds.power(x, lowest) / x;
    }

    /** Its second derivative by x. */
    public double curvature(double x) {
        double root = Math.cbrt(x);
        double logX = Math.log(x);
        double sum = 0;
        for (int i = powers.length - 1; i >= 0; i--) {
            double power = (i + lowest) / 3.0;
            sum = sum * root + (power * (power - 1) * (powers[i] + logarithms[i] * logX)
                + (2 * power - 1) * logarithms[i]);
        }
        return sum * Thirds.power(x, lowest) / (x * x);
    }
}
