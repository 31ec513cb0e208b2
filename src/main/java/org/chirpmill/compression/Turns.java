package org.chirpmill.compression;

/**
 * Sines and cosines of many angles in turns, from products and sums alone, each rounded, so that SIMD lanes and plain
 * Java find the same bits: {@link LaneTurns} and {@link PlainTurns} evaluate what stands here.
 *
 * <p>Whole turns go first. Half of the angle that is left, at most a quarter turn, has polynomials in its square at
 * Chebyshev nodes, sin(pi u) / u and cos(pi u) for |u| up to 1/2; doubling it gives sine and cosine within 1e-15.
 */
final class Turns {
    /** Radians to turns. */
    static final double OF_RADIAN = 1 / (2 * Math.PI);

    /** sin(pi u) / u by powers of u^2, from the constant on. */
    static final double S0 = 3.1415926535897932378;
    static final double S1 = -5.1677127800499696077;
    static final double S2 = 2.5501640398773004745;
    static final double S3 = -0.59926452931894468132;
    static final double S4 = 0.08214588657310289502;
    static final double S5 = -0.0073704305059169434047;
    static final double S6 = 0.00046629981618983938014;
    static final double S7 = -0.000021903497074626017191;
    static final double S8 = 7.6978267682241906454e-7;

    /** cos(pi u) likewise. */
    static final double C0 = 0.99999999999999999608;
    static final double C1 = -4.9348022005446767673;
    static final double C2 = 4.0587121264164969995;
    static final double C3 = -1.3352627688434470934;
    static final double C4 = 0.23533063012953285391;
    static final double C5 = -0.02580688873700220327;
    static final double C6 = 0.0019295562724817131482;
    static final double C7 = -0.00010456655338748738169;
    static final double C8 = 4.1495643539425855122e-6;

    /** Adding and subtracting this rounds to whole numbers, up to 2^51. */
    static final double ROUNDER = 0x1.8p52;

    private Turns() {}
}
