package org.chirpmill.model;

/**
 * The terms that the piecewise Phenom models evaluate alike, bin by bin, from coefficients that lie side by side in a
 * row. f is the frequency in Hz, c = f^(1/3).
 */
public final class PiecewiseTerms {
    private PiecewiseTerms() {}

    /** The inspiral's amplitude over f^(-7/6): 1 + sum of a_k c^k, k = 2 ... 9, from the eight at {@code at}. */
    public static double inspiralAmplitude(double[] rows, int at, double c) {
        double high = rows[at + 4] + c * (rows[at + 5] + c * (rows[at + 6] + c * rows[at + 7]));
        double low = rows[at] + c * (rows[at + 1] + c * (rows[at + 2] + c * (rows[at + 3] + c * high)));
        return 1 + c * c * low;
    }

    /**
     * A polynomial through nodes of which the first counts twice, from Newton's five coefficients at {@code at}: no
     * powers, and no cancellation between large coefficients. The distances are those of f from the nodes.
     */
    public static double newton(double[] rows, int at, double fromStart, double fromMiddle, double fromEnd) {
        return rows[at] + fromStart * (rows[at + 1] + fromStart * (rows[at + 2]
            + fromMiddle * (rows[at + 3] + fromEnd * rows[at + 4])));
    }

    /** height exp(-slope away) / (away^2 + width^2), where away is f less the ringdown's frequency. */
    public static double fallingLorentzian(double height, double slope, double widthSquared, double away) {
        return height * ScalarMath.exp(-slope * away) / (away * away + widthSquared);
    }

    /**
     * The inspiral's phase without logarithms, rad: sum of a_k c^k, k = -5, -3, -2, -1, 0 ... 6, from the
     * eleven at {@code at}; leading = f^(-5/3).
     */
    public static double inspiralPhase(double[] rows, int at, double c, double leading) {
        double c2 = c * c;
        double falling = rows[at] + c2 * (rows[at + 1] + c * (rows[at + 2] + c * rows[at + 3]));
        double calibrated = rows[at + 7] + c * (rows[at + 8] + c * (rows[at + 9] + c * rows[at + 10]));
        double rising = rows[at + 4] + c * (rows[at + 5] + c * (rows[at + 6] + c * calibrated));
        return falling * leading + rising;
    }
}
