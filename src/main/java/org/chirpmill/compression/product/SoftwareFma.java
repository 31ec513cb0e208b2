package org.chirpmill.compression.product;

/**
 * Fused multiply-adds in software, for CPUs that have none: the numbers of {@link Math#fma}, which takes decimals of
 * any length there. By sums and products whose rounding errors are computed too, and by rounding to odd: Boldo,
 * Melquiond, Emulation of FMA and correctly rounded sums, IEEE Transactions on Computers 57 (2008) 462.
 */
public final class SoftwareFma {
    /** Numbers between these and their products are far from overflow, and the products' errors from underflow. */
    private static final double LEAST = 0x1p-450;
    private static final double MOST = 0x1p450;
    private static final double MOST_SUMMAND = MOST * MOST;

    /** Cuts a double into halves of 26 bits: T. J. Dekker, Numerische Mathematik 18 (1971) 224, section 5. */
    private static final double CUT = 0x1p27 + 1;

    private SoftwareFma() {}

    /** a b + c. */
    public static float fma(float a, float b, float c) {
        // The product is exact, and a sum that is odd in double rounds to single as the exact one does.
        return (float) sumToOdd((double) a * b, c);
    }

    /** a b + c. */
    public static double fma(double a, double b, double c) {
        double product = a * b;
        if (a == 0 || b == 0) {
            return product + c;
        }
        if (!isHandy(a) || !isHandy(b) || !(Math.abs(c) < MOST_SUMMAND)) {
            return Math.fma(a, b, c);
        }
        double error = productError(a, b, product);
        double low = c + error;
        double high = product + low;
        return high + sumToOdd(sumError(c, error, low), sumError(product, low, high));
    }

    private static boolean isHandy(double number) {
        double size = Math.abs(number);
        return size > LEAST && size < MOST;
    }

    /** a b - product. */
    private static double productError(double a, double b, double product) {
        double aHigh = high(a);
        double aLow = a - aHigh;
        double bHigh = high(b);
        double bLow = b - bHigh;
        return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
    }

    private static double high(double number) {
        double cut = CUT * number;
        return cut - (cut - number);
    }

    /** a + b - sum. */
    private static double sumError(double a, double b, double sum) {
        double rest = sum - a;
        return a - (sum - rest) + (b - rest);
    }

    /** a + b, or where that is no double the one of its neighbours whose last bit is set. */
    private static double sumToOdd(double a, double b) {
        double sum = a + b;
        double error = sumError(a, b, sum);
        long bits = Double.doubleToRawLongBits(sum);
        if (error == 0 || Double.isNaN(error) || (bits & 1) == 1) {
            return sum;
        }
        return Double.longBitsToDouble(error > 0 == sum > 0 ? bits + 1 : bits - 1);
    }
}
