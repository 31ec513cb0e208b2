package org.chirpmill.model.lanes;

/** What {@link LaneMath} computes, one number after another: for JVMs without the Vector API, to the same bits. */
final class FusedMath {
    /** Adding and subtracting this rounds to whole numbers and leaves them in the lowest bits. */
    static final double ROUNDER = 0x1.8p52;
    static final double SQRT2 = 1.4142135623730951;
    static final double TWO_OVER_PI = 2 / Math.PI;
    /** pi/2 in three parts. */
    static final double HALF_PI_1 = 1.5707963267948966;
    static final double HALF_PI_2 = 6.123233995736766e-17;
    static final double HALF_PI_3 = -1.4973849048591833e-33;
    static final double ONE_OVER_LN2 = 1.4426950408889634;
    static final double LN2_HIGH = 6.93147180369123816490e-01;
    static final double LN2_LOW = 1.90821492927058770002e-10;
    /** Arguments of the exponential are held here: its results stay normal numbers. */
    static final double LEAST_EXPONENT = -708;
    static final double MOST_EXPONENT = 709;
    private static final double[] SINE = {1.58969099521155010221e-10, -2.50507602534068634195e-08,
        2.75573137070700676789e-06, -1.98412698298579493134e-04, 8.33333333332248946124e-03,
        -1.66666666666666324348e-01};
    private static final double[] COSINE = {-1.13596475577881948265e-11, 2.08757232129817482790e-09,
        -2.75573143513906633035e-07, 2.48015872894767294178e-05, -1.38888888888741095749e-03,
        4.16666666666666019037e-02};
    private static final double[] EXPONENTIAL = {1.0 / 6227020800L, 1.0 / 479001600, 1.0 / 39916800, 1.0 / 3628800,
        1.0 / 362880, 1.0 / 40320, 1.0 / 5040, 1.0 / 720, 1.0 / 120, 1.0 / 24, 1.0 / 6, 0.5};
    private static final double[] ARCTANGENT = {-0.01917688711906226, 0.03923165829558719, -0.0508544973794026,
        0.0585814891280221, -0.06664511447381948, 0.07692183190826087, -0.09090904578123903, 0.11111111015256361,
        -0.14285714284666542, 0.1999999999999552, -0.3333333333333333};

    private FusedMath() {}

    private static double polynomial(double[] coefficients, double z) {
        double sum = coefficients[0];
        for (int k = 1; k < coefficients.length; k++) {
            sum = Math.fma(sum, z, coefficients[k]);
        }
        return sum;
    }

    static void sincos(double[] x, int count, double[] sine, double[] cosine) {
        for (int i = 0; i < count; i++) {
            double shifted = Math.fma(x[i], TWO_OVER_PI, ROUNDER);
            long quadrant = Double.doubleToRawLongBits(shifted);
            double n = shifted - ROUNDER;
            double r = Math.fma(n, -HALF_PI_3, Math.fma(n, -HALF_PI_2, Math.fma(n, -HALF_PI_1, x[i])));
            double z = r * r;
            double s = Math.fma(polynomial(SINE, z) * z, r, r);
            double half = z * 0.5;
            double top = 1 - half;
            double c = Math.fma(z * z, polynomial(COSINE, z), 1 - top - half) + top;
            boolean isOdd = (quadrant & 1) != 0;
            sine[i] = signed(isOdd ? c : s, quadrant);
            cosine[i] = signed(isOdd ? s : c, quadrant + 1);
        }
    }

    private static double signed(double value, long quadrant) {
        return (quadrant & 2) == 0 ? value : -value;
    }

    static void exp(double[] x, int count, double[] out) {
        for (int i = 0; i < count; i++) {
            double held = x[i] < LEAST_EXPONENT ? LEAST_EXPONENT : x[i];
            held = held > MOST_EXPONENT ? MOST_EXPONENT : held;
            double shifted = Math.fma(held, ONE_OVER_LN2, ROUNDER);
            double n = shifted - ROUNDER;
            double r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, held));
            double p = Math.fma(polynomial(EXPONENTIAL, r) * r, r, r) + 1;
            out[i] = Double.longBitsToDouble(
                Double.doubleToRawLongBits(p) + (Double.doubleToRawLongBits(shifted) << 52));
        }
    }

    static void arctangent(double[] x, int count, double[] out) {
        for (int i = 0; i < count; i++) {
            double magnitude = Math.abs(x[i]);
            boolean isLarge = magnitude > SQRT2 + 1;
            boolean isMiddle = magnitude > SQRT2 - 1;
            double top = isLarge ? -1 : isMiddle ? magnitude - 1 : magnitude;
            double bottom = isLarge ? magnitude : isMiddle ? magnitude + 1 : 1;
            double offset = isLarge ? Math.PI / 2 : isMiddle ? Math.PI / 4 : 0;
            double t = top / bottom;
            double z = t * t;
            double rest = offset * (HALF_PI_2 / HALF_PI_1);
            double angle = Math.fma(polynomial(ARCTANGENT, z) * z, t, rest) + t + offset;
            out[i] = x[i] >= 0 ? angle : -angle;
        }
    }
}
