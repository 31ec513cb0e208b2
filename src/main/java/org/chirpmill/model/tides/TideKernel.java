package org.chirpmill.model.tides;

import org.chirpmill.model.ScalarMath;

/**
 * Tides at one frequency, from a block laid out as {@link TideRow} says: arXiv:1905.06011 and arXiv:2311.07456. f is
 * the frequency in Hz, c = f^(1/3).
 */
public final class TideKernel {
    /** Of x^2.89 in arXiv:1905.06011, Eq. 24, where x goes like f^(2/3). */
    static final double AMPLITUDE_EXPONENT = 289.0 / 150;

    private TideKernel() {}

    /**
     * The amplitude with tides.
     *
     * @param blackHoles the amplitude without, in the units that the block was written for
     * @param newtonian f^(-7/6)
     * @param logF natural logarithm of f
     */
    public static double amplitude(
            double[] rows, int row, double f, double c, double newtonian, double logF, double blackHoles) {
        double c2 = c * c;
        double rising = 1 + rows[row + TideRow.AMPLITUDE_LINEAR] * c2
            + rows[row + TideRow.AMPLITUDE_POWER] * ScalarMath.exp(AMPLITUDE_EXPONENT * logF);
        double falling = 1 + rows[row + TideRow.AMPLITUDE_DAMPING] * f * f * c2;
        double tidal = rows[row + TideRow.AMPLITUDE_STRENGTH] * c * f * f * f * rising / falling;
        double whole = blackHoles + newtonian * tidal;
        if (f > rows[row + TideRow.TAPER_START]) {
            whole = whole * (1 - rise(f, rows[row + TideRow.TAPER_START], rows[row + TideRow.TAPER_END]));
        }
        return whole;
    }

    /** What tides add to the phase of h = A exp(i phase), rad. */
    public static double phase(double[] rows, int row, double f, double c) {
        double held = Math.min(f, rows[row + TideRow.HELD_FROM]);
        double phase = tunedPhase(rows, row, held, Math.min(c, rows[row + TideRow.HELD_ROOT]));
        if (f > rows[row + TideRow.BLEND_START]) {
            double share = rise(f, rows[row + TideRow.BLEND_START], rows[row + TideRow.BLEND_END]);
            phase = phase + share * (postNewtonianPhase(rows, row, c) - phase);
        }
        return phase + rows[row + TideRow.QUADRUPOLE_MINUS_1] / c
            + c * (rows[row + TideRow.QUADRUPOLE_1] + c * rows[row + TideRow.QUADRUPOLE_2]);
    }

    /** The derivative of {@link #phase} by f, rad/Hz, where the phase is neither held nor blended. */
    public static double slope(double[] rows, int row, double f, double c) {
        double wave = ScalarMath.exp(rows[row + TideRow.LOVE_EXPONENT] - rows[row + TideRow.LOVE_RATE] * f);
        double love = loveNumber(rows, row, f);
        double loveSlope = rows[row + TideRow.LOVE_SLOPE]
            + rows[row + TideRow.LOVE_HEIGHT] * rows[row + TideRow.LOVE_RATE] * wave / ((1 + wave) * (1 + wave));
        double terms = pade(rows, row + TideRow.FIRST_STRENGTH, c) + pade(rows, row + TideRow.SECOND_STRENGTH, c);
        double termSlopes = padeSlope(rows, row + TideRow.FIRST_STRENGTH, c)
            + padeSlope(rows, row + TideRow.SECOND_STRENGTH, c);
        double c5 = c * c * c * c * c;
        double byRoot = love * c5 * (5 * terms / c + termSlopes) - rows[row + TideRow.QUADRUPOLE_MINUS_1] / (c * c)
            + rows[row + TideRow.QUADRUPOLE_1] + 2 * rows[row + TideRow.QUADRUPOLE_2] * c;
        return loveSlope * c5 * terms + byRoot * c / (3 * f);
    }

    /** The phase that is fitted to simulations alone, rad: neither held nor blended, and without quadrupoles. */
    static double tunedPhase(double[] rows, int row, double f, double c) {
        double c2 = c * c;
        return c2 * c2 * c * loveNumber(rows, row, f)
            * (pade(rows, row + TideRow.FIRST_STRENGTH, c) + pade(rows, row + TideRow.SECOND_STRENGTH, c));
    }

    /** Planck's window, which is 0 at the start and 1 at the end of an interval and smooth between. */
    public static double rise(double f, double start, double end) {
        double rise = 1;
        if (f <= start) {
            rise = 0;
        } else if (f < end) {
            double width = end - start;
            rise = 1 / (ScalarMath.exp(width / (f - start) + width / (f - end)) + 1);
        }
        return rise;
    }

    /** By how much the Love numbers of static tides have grown. */
    private static double loveNumber(double[] rows, int row, double f) {
        double wave = ScalarMath.exp(rows[row + TideRow.LOVE_EXPONENT] - rows[row + TideRow.LOVE_RATE] * f);
        return rows[row + TideRow.LOVE_CONSTANT] + rows[row + TideRow.LOVE_SLOPE] * f
            + rows[row + TideRow.LOVE_HEIGHT] / (1 + wave);
    }

    private static double postNewtonianPhase(double[] rows, int row, double c) {
        double c2 = c * c;
        return c2 * c2 * c * (rows[row + TideRow.PN_0] + c2 * (rows[row + TideRow.PN_2]
            + c * (rows[row + TideRow.PN_3] + c * (rows[row + TideRow.PN_4] + c * rows[row + TideRow.PN_5]))));
    }

    /** One of the two terms, its strength at {@code at}. */
    private static double pade(double[] rows, int at, double c) {
        return rows[at] * numerator(rows, at, c) / denominator(rows, at, c);
    }

    /** Its derivative by c. */
    private static double padeSlope(double[] rows, int at, double c) {
        double numerator = numerator(rows, at, c);
        double denominator = denominator(rows, at, c);
        double up = c * (2 * rows[at + 1] + c * (3 * rows[at + 2]
            + c * (4 * rows[at + 3] + c * (5 * rows[at + 4] + c * 6 * rows[at + 5]))));
        double down = c * (2 * rows[at + 6] + c * (3 * rows[at + 7] + c * 4 * rows[at + 8]));
        return rows[at] * (up * denominator - numerator * down) / (denominator * denominator);
    }

    private static double numerator(double[] rows, int at, double c) {
        return 1 + c * c * (rows[at + 1] + c * (rows[at + 2]
            + c * (rows[at + 3] + c * (rows[at + 4] + c * rows[at + 5]))));
    }

    private static double denominator(double[] rows, int at, double c) {
        return 1 + c * c * (rows[at + 6] + c * (rows[at + 7] + c * rows[at + 8]));
    }
}
