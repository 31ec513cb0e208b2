package org.chirpmill.model.phenomx.precession;

import java.util.Arrays;

/**
 * Pieces whose polynomials are still to be found, on the same nodes: their functions stand side by side, so that the
 * loops over them are long and without branches. Work space of one thread.
 */
final class PieceBatch {
    /** How many functions there is room for: some sixteen pieces. */
    private static final int COLUMNS = 16 * AngleTableRow.FUNCTIONS;

    private final ChebyshevSeries chebyshev;
    private final int pairs;
    /** By pair of nodes, from the outer to the inner, and by function. */
    private final double[][] sums;
    private final double[][] differences;
    private final double[][] work;
    /** What was taken from a function's values: what is left of a large number has more digits. */
    private final double[] constants = new double[COLUMNS];
    /** Where a function's coefficients go. */
    private final int[] targets = new int[COLUMNS];
    private int count;

    PieceBatch(ChebyshevSeries chebyshev) {
        this.chebyshev = chebyshev;
        pairs = chebyshev.nodes() / 2;
        sums = new double[pairs][COLUMNS];
        differences = new double[pairs][COLUMNS];
        work = new double[pairs][COLUMNS];
    }

    /** Forgets all pieces. */
    void clear() {
        count = 0;
    }

    /**
     * Adds a piece.
     *
     * @param piece the piece
     * @param rows receive its coefficients, now or by {@link #write}
     * @param at where they go
     */
    void add(AnglePiece piece, double[] rows, int at) {
        if (count + piece.functions() > COLUMNS) {
            write(rows);
        }
        int last = 2 * pairs - 1;
        for (int function = 0; function < piece.functions(); function++) {
            double[] values = piece.function(function);
            double constant = values[pairs];
            for (int pair = 0; pair < pairs; pair++) {
                double low = values[pair] - constant;
                double high = values[last - pair] - constant;
                sums[pair][count] = low + high;
                differences[pair][count] = low - high;
            }
            constants[count] = constant;
            targets[count] = at + function * AngleTableRow.NODES;
            count++;
        }
    }

    /** Writes the coefficients of all pieces that were added. */
    void write(double[] rows) {
        chebyshev.powers(sums, differences, count, work);
        for (int column = 0; column < count; column++) {
            int at = targets[column];
            for (int pair = 0; pair < pairs; pair++) {
                rows[at + 2 * pair] = sums[pair][column];
                rows[at + 2 * pair + 1] = differences[pair][column];
            }
            rows[at] += constants[column];
            Arrays.fill(rows, at + 2 * pairs, at + AngleTableRow.NODES, 0);
        }
        count = 0;
    }
}
