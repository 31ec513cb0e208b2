package org.chirpmill.engine.vector;

import static org.chirpmill.engine.vector.ModePieces.POLYNOMIALS;

import java.util.Arrays;
import org.chirpmill.model.lanes.Lanes;
import org.chirpmill.model.lanes.ModeSum;

/**
 * Divides modes into pieces that polynomials serve. First pieces end at a mode's joins and are as wide as its poles
 * allow; one whose last Chebyshev coefficients exceed the tolerance is divided, and one of few bins is left to be
 * evaluated bin by bin. All pieces of a round have their nodes evaluated together. One thread.
 */
final class ModeDivision {
    /** How many pieces have their nodes evaluated at once. */
    private static final int ROUND = 64;
    /** Pieces with fewer bins cost more than the bins themselves. */
    private static final int LEAST_BINS = 12;
    /** Width of the first pieces over the distance to the mode's poles. */
    private static final double FIRST_WIDTH = 0.45;
    /** A piece that misses more than so many times what is allowed is divided into three, and from here into four. */
    private static final double THREE_PARTS = 50;
    private static final double FOUR_PARTS = 2000;
    /** What an estimate may be of the tolerance: estimates are several times the error of smooth functions. */
    private static final double MARGIN = 2;
    /** Where a mode is weaker than this part of the strongest met so far, errors count as if it were not. */
    private static final double WEAK = 1e-3;

    private final Grid grid;
    private final NodePoints nodes = new NodePoints(ROUND * POLYNOMIALS.nodes());
    private final double[][] values;
    private final PieceFits fits;
    private final double[] joins = new double[ModeSum.MOST_JOINS];
    private final int[] edges = new int[ModeSum.MOST_JOINS + 2];
    private int[] pending = new int[2 * ModePieces.MOST];
    private int[] divided = new int[2 * ModePieces.MOST];

    ModeDivision(Grid grid, int amplitudes) {
        this.grid = grid;
        this.fits = new PieceFits(ROUND, amplitudes);
        this.values = new double[amplitudes + 1][ROUND * POLYNOMIALS.nodes() + Lanes.PADDING];
    }

    /**
     * Divides the bins from {@code from} to {@code to}.
     *
     * @param sum the waveform
     * @param mode which of its modes
     * @param tolerance of amplitudes relative to the mode's own, and of the phase in rad
     * @param strongest the largest amplitude of the waveform met so far
     * @param pieces receives the pieces
     * @return the largest amplitude met now
     */
    double divide(ModeSum sum, int mode, int from, int to, double tolerance, double strongest, ModePieces pieces) {
        pieces.clear();
        int count = firstPieces(sum, mode, from, to, pieces);
        double largest = strongest;
        while (count > 0) {
            int left = 0;
            for (int begun = 0; begun < count; begun += ROUND) {
                int some = Math.min(ROUND, count - begun);
                evaluateNodes(sum, mode, begun, some);
                fits.fit(values, some);
                for (int piece = 0; piece < some; piece++) {
                    int begin = pending[2 * (begun + piece)];
                    int end = pending[2 * (begun + piece) + 1];
                    double strength = fits.strength(piece);
                    largest = strength > largest ? strength : largest;
                    int waiting = left + count - begun - piece;
                    double allowed = MARGIN * tolerance * Math.max(strength, WEAK * largest);
                    double error = fits.error(piece);
                    int parts = parts(error / allowed, end - begin);
                    if (error <= allowed) {
                        pieces.addPolynomials(begin, end, fits.coefficients(), fits.at(piece));
                    } else if (parts < 2 || pieces.count() + waiting + parts > ModePieces.MOST) {
                        pieces.addExact(begin, end);
                    } else {
                        for (int part = 0; part < parts; part++) {
                            left = put(divided, left, begin + (end - begin) * part / parts,
                                begin + (end - begin) * (part + 1) / parts);
                        }
                    }
                }
            }
            count = left;
            int[] done = pending;
            pending = divided;
            divided = done;
        }
        pieces.sort();
        return largest;
    }

    /** Into how many parts to divide a piece: a polynomial's error goes like the 8th power of the width. */
    private static int parts(double excess, int bins) {
        int wanted = excess < THREE_PARTS ? 2 : excess < FOUR_PARTS ? 3 : 4;
        return Math.min(wanted, bins / LEAST_BINS);
    }

    /** Writes the first pieces, from join to join, into {@code pending}. */
    private int firstPieces(ModeSum sum, int mode, int from, int to, ModePieces pieces) {
        int edge = edges(sum, mode, from, to);
        int first = 0;
        for (int i = 0; i + 1 < edge; i++) {
            int begin = edges[i];
            while (begin < edges[i + 1]) {
                int end = firstEnd(sum, mode, begin, edges[i + 1]);
                boolean few = pieces.count() + first > ModePieces.MOST - edges.length;
                end = few ? edges[i + 1] : end;
                if (end - begin < LEAST_BINS || sum.isRough(mode, grid.frequency((begin + end) / 2))) {
                    pieces.addExact(begin, end);
                } else {
                    first = put(pending, first, begin, end);
                }
                begin = end;
            }
        }
        return first;
    }

    /** The bins where pieces have to end. */
    private int edges(ModeSum sum, int mode, int from, int to) {
        int count = sum.joins(mode, joins);
        edges[0] = from;
        edges[1] = to;
        for (int join = 0; join < count; join++) {
            edges[2 + join] = grid.index().firstAtOrAbove(joins[join], from, to);
        }
        Arrays.sort(edges, 0, count + 2);
        return count + 2;
    }

    private int firstEnd(ModeSum sum, int mode, int begin, int edge) {
        double f = grid.frequency(begin);
        int end = grid.index().about(begin, FIRST_WIDTH * sum.scale(mode, f), edge);
        end = Math.min(edge, Math.max(end, begin + LEAST_BINS));
        return edge - end < LEAST_BINS ? edge : end;
    }

    private static int put(int[] list, int count, int begin, int end) {
        list[2 * count] = begin;
        list[2 * count + 1] = end;
        return count + 1;
    }

    private void evaluateNodes(ModeSum sum, int mode, int begun, int some) {
        int count = POLYNOMIALS.nodes();
        for (int piece = 0; piece < some; piece++) {
            double low = grid.frequency(pending[2 * (begun + piece)]);
            double high = grid.frequency(pending[2 * (begun + piece) + 1] - 1);
            double middle = (low + high) / 2;
            double half = (high - low) / 2;
            for (int j = 0; j < count; j++) {
                nodes.set(piece * count + j, middle + half * POLYNOMIALS.places()[j]);
            }
        }
        nodes.complete(some * count);
        sum.evaluate(mode, nodes.tables(), nodes.stride(), 0, some * count, values);
    }
}
