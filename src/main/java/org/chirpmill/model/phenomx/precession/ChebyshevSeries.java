package org.chirpmill.model.phenomx.precession;

import java.util.Arrays;

/**
 * Polynomials through the zeros of a Chebyshev polynomial T_n on an interval, none of which is an end of it: a function
 * that jumps there is asked for on one side only. Plain Java, since rows are prepared where the Vector API is missing.
 */
final class ChebyshevSeries {
    /** How many of the last terms of a series tell its error. */
    static final int LAST = 3;

    private final int nodes;
    private final int half;
    /** The nodes between -1 and 1, ascending. */
    private final double[] places;
    /** By even term: what it takes of the sums of the values at a pair of nodes; by odd term: of their differences. */
    private final double[] evenTerms;
    private final double[] oddTerms;
    /** By even power: what it takes of the even terms; by odd power: of the odd ones. */
    private final double[] evenPowers;
    private final double[] oddPowers;
    /** By node: what its value adds where the interval ends. */
    private final double[] atEnd;

    /** Polynomials through so many nodes, an even number. */
    ChebyshevSeries(int nodes) {
        this.nodes = nodes;
        half = nodes / 2;
        places = new double[nodes];
        evenTerms = new double[half * half];
        oddTerms = new double[half * half];
        evenPowers = new double[half * half];
        oddPowers = new double[half * half];
        atEnd = new double[nodes];
        for (int node = 0; node < nodes; node++) {
            places[node] = -StrictMath.cos(angle(node));
            // All terms of a series are 1 there.
            for (int k = 0; k < nodes; k++) {
                double term = (k % 2 == 0 ? 1 : -1) * StrictMath.cos(k * angle(node));
                atEnd[node] += (k == 0 ? 1.0 : 2.0) / nodes * term;
            }
        }
        double[][] powers = powers(nodes);
        for (int k = 0; k < half; k++) {
            for (int other = 0; other < half; other++) {
                evenTerms[k * half + other] = (k == 0 ? 1.0 : 2.0) / nodes * StrictMath.cos(2 * k * angle(other));
                oddTerms[k * half + other] = -2.0 / nodes * StrictMath.cos((2 * k + 1) * angle(other));
                evenPowers[k * half + other] = powers[2 * other][2 * k];
                oddPowers[k * half + other] = powers[2 * other + 1][2 * k + 1];
            }
        }
    }

    private double angle(int node) {
        return Math.PI * (2 * node + 1) / (2 * nodes);
    }

    /** Coefficients of the powers in each T_n, by their recurrence. */
    private static double[][] powers(int count) {
        double[][] powers = new double[count][count];
        powers[0][0] = 1;
        powers[1][1] = 1;
        for (int n = 2; n < count; n++) {
            for (int k = 0; k < n; k++) {
                powers[n][k + 1] += 2 * powers[n - 1][k];
                powers[n][k] -= powers[n - 2][k];
            }
        }
        return powers;
    }

    /** How many nodes there are. */
    int nodes() {
        return nodes;
    }

    /** A node between -1 and 1. */
    double place(int node) {
        return places[node];
    }

    /** Writes the nodes of the interval of that middle and half width. */
    void nodes(double middle, double halfWidth, double[] out) {
        for (int node = 0; node < nodes; node++) {
            out[node] = middle + halfWidth * places[node];
        }
    }

    /**
     * Writes the last terms of a function's series.
     *
     * @param values the function at the nodes
     * @param out receives {@link #LAST} numbers, the last term at the end
     * @param at where
     */
    void lastTerms(double[] values, double[] out, int at) {
        int last = (half - 1) * half;
        double beforeLast = 0;
        double thirdLast = 0;
        double lastTerm = 0;
        for (int pair = 0; pair < half; pair++) {
            double low = values[pair];
            double high = values[nodes - 1 - pair];
            beforeLast += (low + high) * evenTerms[last + pair];
            thirdLast += (low - high) * oddTerms[last - half + pair];
            lastTerm += (low - high) * oddTerms[last + pair];
        }
        out[at] = thirdLast;
        out[at + 1] = beforeLast;
        out[at + 2] = lastTerm;
    }

    /** A function where the interval ends, from its values at the nodes. */
    double atEnd(double[] values) {
        double sum = 0;
        for (int node = 0; node < nodes; node++) {
            sum += atEnd[node] * values[node];
        }
        return sum;
    }

    /**
     * Turns values at the nodes into coefficients of powers, of many functions side by side. What stands beside a
     * function does not change a bit of it.
     *
     * @param sums by pair of nodes, from the outer to the inner: the sum of each function's values there; then its
     *     coefficients of even powers
     * @param differences the lower node's value minus the upper one's; then the coefficients of odd powers
     * @param count how many functions
     * @param work as large as these
     */
    void powers(double[][] sums, double[][] differences, int count, double[][] work) {
        multiply(evenTerms, sums, count, work);
        multiply(evenPowers, work, count, sums);
        multiply(oddTerms, differences, count, work);
        multiply(oddPowers, work, count, differences);
    }

    private void multiply(double[] matrix, double[][] in, int count, double[][] out) {
        for (int k = 0; k < half; k++) {
            Arrays.fill(out[k], 0, count, 0);
            for (int other = 0; other < half; other += 4) {
                add(matrix, k * half + other, in, other, count, out[k]);
            }
        }
    }

    /** Adds four rows times four numbers: so many that little time goes into loading and storing the sum. */
    private static void add(double[] matrix, int at, double[][] in, int first, int count, double[] out) {
        double a = matrix[at];
        double b = matrix[at + 1];
        double c = matrix[at + 2];
        double d = matrix[at + 3];
        double[] ofA = in[first];
        double[] ofB = in[first + 1];
        double[] ofC = in[first + 2];
        double[] ofD = in[first + 3];
        for (int i = 0; i < count; i++) {
            out[i] += (a * ofA[i] + b * ofB[i]) + (c * ofC[i] + d * ofD[i]);
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
