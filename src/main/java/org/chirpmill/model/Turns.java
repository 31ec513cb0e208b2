package org.chirpmill.model;

/**
 * Sines and cosines of many angles in turns, from products and sums alone, each rounded: the same bits in any JVM, and
 * loops that its compiler puts on SIMD lanes by itself.
 *
 * <p>Whole turns go first. Half of the angle that is left, at most a quarter turn, has polynomials in its square at
 * Chebyshev nodes, sin(pi u) / u and cos(pi u) for |u| up to 1/2; doubling it gives sine and cosine within 1e-15.
 */
public final class Turns {
    /** Radians to turns. */
    public static final double OF_RADIAN = 1 / (2 * Math.PI);

    /** sin(pi u) / u by powers of u^2, from the constant on. */
    private static final double S0 = 3.1415926535897932378;
    private static final double S1 = -5.1677127800499696077;
    private static final double S2 = 2.5501640398773004745;
    private static final double S3 = -0.59926452931894468132;
    private static final double S4 = 0.08214588657310289502;
    private static final double S5 = -0.0073704305059169434047;
    private static final double S6 = 0.00046629981618983938014;
    private static final double S7 = -0.000021903497074626017191;
    private static final double S8 = 7.6978267682241906454e-7;

    /** cos(pi u) likewise. */
    private static final double C0 = 0.99999999999999999608;
    private static final double C1 = -4.9348022005446767673;
    private static final double C2 = 4.0587121264164969995;
    private static final double C3 = -1.3352627688434470934;
    private static final double C4 = 0.23533063012953285391;
    private static final double C5 = -0.02580688873700220327;
    private static final double C6 = 0.0019295562724817131482;
    private static final double C7 = -0.00010456655338748738169;
    private static final double C8 = 4.1495643539425855122e-6;

    /** Adding and subtracting this rounds to whole numbers, up to 2^51. */
    private static final double ROUNDER = 0x1.8p52;

    private Turns() {}

    /**
     * Replaces angles by their cosines and writes their sines.
     *
     * @param turns the angles in turns, of either sign, below 2^51
     * @param sine receives as many sines
     */
    public static void sincos(double[] turns, double[] sine, int count) {
        for (int i = 0; i < count; i++) {
            double turn = turns[i];
            double u = turn - (turn + ROUNDER - ROUNDER);
            double z = u * u;
            double s = u * (S0 + z * (S1 + z * (S2 + z * (S3 + z * (S4 + z * (S5 + z * (S6 + z * (S7 + z * S8))))))));
            double c = C0 + z * (C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * (C6 + z * (C7 + z * C8)))))));
            sine[i] = (s + s) * c;
            turns[i] = 1 - (s + s) * s;
        }
    }
}
