package org.chirpmill.model.phenomx.precession;

import java.util.Arrays;

/**
 * Polynomials of degree 15 through the zeros of T_16 on an interval, none of which is an end of it: a function that
 * jumps there is asked for on one side only. Plain Java, since rows are prepared where the Vector API is missing.
 */
final class ChebyshevSeries {
    private static final int NODES = AngleTableRow.NODES;
    private static final int HALF = NODES / 2;

    /** The nodes between -1 and 1, ascending. */
    private final double[] places = new double[NODES];
    /** By pair of nodes: what their sum adds to the terms T_0, T_2, ... and their difference to T_1, T_3, ... */
    private final double[] evenTerms = new double[HALF * HALF];
    private final double[] oddTerms = new double[HALF * HALF];
    /** By term: the coefficients of its powers, of which every second is zero and left out. */
    private final double[] evenPowers = new double[HALF * HALF];
    private final double[] oddPowers = new double[HALF * HALF];
    private final double[] even = new double[HALF];
    private final double[] odd = new double[HALF];

    ChebyshevSeries() {
        for (int node = 0; node < NODES; node++) {
            places[node] = -StrictMath.cos(angle(node));
        }
        for (int pair = 0; pair < HALF; pair++) {
            for (int k = 0; k < HALF; k++) {
                evenTerms[pair * HALF + k] = (k == 0 ? 1.0 : 2.0) / NODES * StrictMath.cos(2 * k * angle(pair));
                oddTerms[pair * HALF + k] = -2.0 / NODES * StrictMath.cos((2 * k + 1) * angle(pair));
            }
        }
        double[][] powers = powers();
        for (int term = 0; term < HALF; term++) {
            for (int k = 0; k <= term; k++) {
                evenPowers[term * HALF + k] = powers[2 * term][2 * k];
                oddPowers[term * HALF + k] = powers[2 * term + 1][2 * k + 1];
            }
        }
    }

    private static double angle(int node) {
        return Math.PI * (2 * node + 1) / (2 * NODES);
    }

    /** Coefficients of the powers in each T_n, by their recurrence. */
    private static double[][] powers() {
        double[][] powers = new double[NODES][NODES];
        powers[0][0] = 1;
        powers[1][1] = 1;
        for (int n = 2; n < NODES; n++) {
            for (int k = 0; k < n; k++) {
                powers[n][k + 1] += 2 * powers[n - 1][k];
                powers[n][k] -= powers[n - 2][k];
            }
        }
        return powers;
    }

    /** A node between -1 and 1. */
    double place(int node) {
        return places[node];
    }

    /** Writes the nodes of the interval of that middle and half width. */
    void nodes(double middle, double half, double[] out) {
        for (int node = 0; node < NODES; node++) {
            out[node] = middle + half * places[node];
        }
    }

    /** Writes the Chebyshev series of a function from its values at the nodes, of each of which a constant is taken. */
    void series(double[] values, double constant, double[] out, int at) {
        Arrays.fill(even, 0);
        Arrays.fill(odd, 0);
        for (int pair = 0; pair < HALF; pair++) {
            double low = values[pair] - constant;
            double high = values[NODES - 1 - pair] - constant;
            double sum = low + high;
            double difference = low - high;
            for (int k = 0; k < HALF; k++) {
                even[k] += sum * evenTerms[pair * HALF + k];
                odd[k] += difference * oddTerms[pair * HALF + k];
            }
        }
        for (int k = 0; k < HALF; k++) {
            out[at + 2 * k] = even[k];
            out[at + 2 * k + 1] = odd[k];
        }
    }

    /** Writes the powers' coefficients of a series. */
    void powers(double[] series, int from, double[] out, int at) {
        Arrays.fill(even, 0);
        Arrays.fill(odd, 0);
        for (int term = 0; term < HALF; term++) {
            double evenTerm = series[from + 2 * term];
            double oddTerm = series[from + 2 * term + 1];
            for (int k = 0; k < HALF; k++) {
                even[k] += evenTerm * evenPowers[term * HALF + k];
                odd[k] += oddTerm * oddPowers[term * HALF + k];
            }
        }
        for (int k = 0; k < HALF; k++) {
            out[at + 2 * k] = even[k];
            out[at + 2 * k + 1] = odd[k];
        }
    }

    /**
     * What a polynomial misses, estimated from the last three terms of its series: the last - or a sixth of the one
     * before, or a thirty-sixth of the third last, in case the last are small by chance - times how fast the three
     * fall, because the first that it lacks is as much smaller. Where they do not fall, as beside a kink, nothing is
     * hoped for.
     */
    static double missed(double thirdLast, double lastButOne, double lastTerm) {
        double a = Math.abs(thirdLast);
        double b = Math.abs(lastButOne);
        double c = Math.abs(lastTerm);
        double size = Math.max(c, Math.max(b / 6, a / 36));
        double fall = a > b && b > c ? Math.max(1.0 / 8, Math.max(b / a, c / b)) : 1;
        return 2.5 * fall * size;
    }
}
