package org.chirpmill.model;

/**
 * Elementary functions for kernels out of products, sums and quotients of doubles alone. {@code Math} does not promise
 * the same bits on every machine: HotSpot puts Intel's code in its place where it has it. {@code StrictMath} does, but
 * TornadoVM cannot compile it, because it takes the bits of a double apart; nor does it compile a fused multiply-add.
 * Polynomials are those of fdlibm; errors are the largest that the tests find against StrictMath over some millions of
 * arguments. Beside them stand {@link Arctangent} and, for many numbers at once, {@code LaneMath}.
 */
public final class ScalarMath {
    /** Adding and subtracting this rounds to whole numbers. */
    private static final double ROUNDER = 0x1.8p52;
    private static final double SQRT2 = 1.4142135623730951;
    private static final double TWO_OVER_PI = 0.6366197723675814;
    /** pi/2 in four parts, of which the first three have 23 bits: times whole numbers below 2^30 they are exact. */
    static final double HALF_PI_1 = 0x1.921fb4p0;
    static final double HALF_PI_2 = 0x1.4442dp-24;
    static final double HALF_PI_3 = 0x1.846988p-48;
    static final double HALF_PI_4 = 0x1.8cc51701b839ap-72;
    private static final double ONE_OVER_LN2 = 1.4426950408889634;
    /** ln 2 in two parts, of which the first has so few bits that its product with an exponent is exact. */
    private static final double LN2_HIGH = 6.93147180369123816490e-01;
    private static final double LN2_LOW = 1.90821492927058770002e-10;
    /** Arguments of the exponential are held here: its results stay normal numbers. */
    private static final double LEAST_EXPONENT = -708;
    private static final double MOST_EXPONENT = 709;

    private ScalarMath() {}

    /** The sine of an angle in rad, |x| below 1e9: within 1 ulp, near its zeros too. */
    public static double sin(double x) {
        double n = quarters(x);
        double near = x - n * HALF_PI_1 - n * HALF_PI_2;
        double high = near - n * HALF_PI_3;
        double low = near - high - n * HALF_PI_3 - n * HALF_PI_4;
        double r = high + low;
        double rest = high - r + low;
        int quadrant = quadrant(n);
        int odd = quadrant & 1;
        // Products with 0 and 1 in place of a branch that would be guessed wrong half of the time.
        return (1 - (quadrant & 2)) * (odd * nearCosine(r, rest) + (1 - odd) * nearSine(r, rest));
    }

    /** The cosine likewise; beside {@link #sin} of the same angle it costs next to nothing once both are compiled. */
    public static double cos(double x) {
        double n = quarters(x);
        double near = x - n * HALF_PI_1 - n * HALF_PI_2;
        double high = near - n * HALF_PI_3;
        double low = near - high - n * HALF_PI_3 - n * HALF_PI_4;
        double r = high + low;
        double rest = high - r + low;
        int quadrant = quadrant(n);
        int odd = quadrant & 1;
        return (1 - (quadrant + 1 & 2)) * (odd * nearSine(r, rest) + (1 - odd) * nearCosine(r, rest));
    }

    /** The whole number of quarters of a turn that is nearest to an angle. */
    static double quarters(double x) {
        return x * TWO_OVER_PI + ROUNDER - ROUNDER;
    }

    /** A whole number's rest by four, from -2 to 2: small, since not every device turns large doubles to integers. */
    private static int quadrant(double n) {
        return (int) (n - 4 * (n * 0.25 + ROUNDER - ROUNDER));
    }

    /** The sine of r + rest, |r| at most pi/4. */
    static double nearSine(double r, double rest) {
        double z = r * r;
        double s = 8.33333333332248946124e-03 + z * (-1.98412698298579493134e-04
            + z * (2.75573137070700676789e-06 + z * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10)));
        return r + (z * r * (-1.66666666666666324348e-01 + z * s) + (rest - 0.5 * z * rest));
    }

    /** The cosine of r + rest, |r| at most pi/4. */
    static double nearCosine(double r, double rest) {
        double z = r * r;
        double c = 4.16666666666666019037e-02 + z * (-1.38888888888741095749e-03
            + z * (2.48015872894767294178e-05 + z * (-2.75573143513906633035e-07
            + z * (2.08757232129817482790e-09 + z * -1.13596475577881948265e-11))));
        double half = 0.5 * z;
        double top = 1 - half;
        return top + (1 - top - half + (z * z * c - r * rest));
    }

    /** The exponential of an argument held between -708 and 709: within 1 ulp. */
    public static double exp(double x) {
        // Not max and min, of which some devices forget NaN.
        double held = x < LEAST_EXPONENT ? LEAST_EXPONENT : x;
        held = held > MOST_EXPONENT ? MOST_EXPONENT : held;
        double n = held * ONE_OVER_LN2 + ROUNDER - ROUNDER;
        double high = held - n * LN2_HIGH;
        double low = n * LN2_LOW;
        double r = high - low;
        double z = r * r;
        double c = r - z * (1.66666666666666019037e-01 + z * (-2.77777777770155933842e-03
            + z * (6.61375632143793436117e-05 + z * (-1.65339022054652515390e-06 + z * 4.13813679705723846039e-08))));
        double mantissa = 1 + (high - (low - r * c / (2 - c)));
        int exponent = (int) n;
        // Not Math.abs: TornadoVM 5.2 cannot compile that of whole numbers.
        int magnitude = exponent < 0 ? -exponent : exponent;
        double power = powerOfTwo(magnitude);
        return exponent < 0 ? mantissa / power : mantissa * power;
    }

    /** 2^n for n from 0 to 1023, exact. */
    private static double powerOfTwo(int n) {
        double power = 1L << (n & 31);
        power *= (n & 32) == 0 ? 1 : 0x1p32;
        power *= (n & 64) == 0 ? 1 : 0x1p64;
        power *= (n & 128) == 0 ? 1 : 0x1p128;
        power *= (n & 256) == 0 ? 1 : 0x1p256;
        power *= (n & 512) == 0 ? 1 : 0x1p512;
        return power;
    }

    /** The natural logarithm of a positive normal number: within 1 ulp. */
    public static double log(double x) {
        boolean isSmall = x < 1;
        double m = isSmall ? x * 0x1p1022 : x;
        int exponent = isSmall ? -1022 : 0;
        if (m >= 0x1p512) {
            m *= 0x1p-512;
            exponent += 512;
        }
        if (m >= 0x1p256) {
            m *= 0x1p-256;
            exponent += 256;
        }
        if (m >= 0x1p128) {
            m *= 0x1p-128;
            exponent += 128;
        }
        if (m >= 0x1p64) {
            m *= 0x1p-64;
            exponent += 64;
        }
        if (m >= 0x1p32) {
            m *= 0x1p-32;
            exponent += 32;
        }
        if (m >= 0x1p16) {
            m *= 0x1p-16;
            exponent += 16;
        }
        if (m >= 0x1p8) {
            m *= 0x1p-8;
            exponent += 8;
        }
        if (m >= 0x1p4) {
            m *= 0x1p-4;
            exponent += 4;
        }
        if (m >= 0x1p2) {
            m *= 0x1p-2;
            exponent += 2;
        }
        if (m >= SQRT2) {
            m *= 0.5;
            exponent += 1;
        }
        if (m >= SQRT2) {
            m *= 0.5;
            exponent += 1;
        }
        double f = m - 1;
        double s = f / (2 + f);
        double z = s * s;
        double r = z * (6.666666666666735130e-01 + z * (3.999999999940941908e-01 + z * (2.857142874366239149e-01
            + z * (2.222219843214978396e-01 + z * (1.818357216161805012e-01
            + z * (1.531383769920937332e-01 + z * 1.479819860511658591e-01))))));
        double half = 0.5 * f * f;
        return exponent * LN2_HIGH - (half - (s * (half + r) + exponent * LN2_LOW) - f);
    }
}
