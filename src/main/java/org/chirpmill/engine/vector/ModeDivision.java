package org.chirpmill.engine.vector;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.MAX;
import static org.chirpmill.engine.vector.ModePieces.POLYNOMIALS;
import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import org.chirpmill.model.lanes.Lanes;
import org.chirpmill.model.lanes.ModeSum;

/**
 * Divides modes into pieces that polynomials serve. First pieces end at a mode's joins and are as wide as its poles
 * allow; one whose last Chebyshev coefficients exceed the tolerance is halved, and one of few bins is left to be
 * evaluated bin by bin. All pieces of a round have their nodes evaluated together. One thread.
 */
final class ModeDivision {
    /** How many pieces have their nodes evaluated at once. */
    private static final int ROUND = 64;
    /** Pieces with fewer bins cost more than the bins themselves. */
    private static final int LEAST_BINS = 12;
    /** Width of the first pieces over the distance to the mode's poles. */
    private static final double FIRST_WIDTH = 0.45;
    /** Where a mode is weaker than this part of the strongest met so far, errors count as if it were not. */
    private static final double WEAK = 1e-3;

    private final Grid grid;
    private final int functions;
    private final NodePoints nodes = new NodePoints(ROUND * POLYNOMIALS.nodes());
    private final double[][] values;
    private final double[] joins = new double[ModeSum.MOST_JOINS];
    private final int[] edges = new int[ModeSum.MOST_JOINS + 2];
    private int[] pending = new int[2 * ModePieces.MOST];
    private int[] halves = new int[2 * ModePieces.MOST];

    ModeDivision(Grid grid, int amplitudes) {
        this.grid = grid;
        this.functions = amplitudes + 1;
        this.values = new double[functions][ROUND * POLYNOMIALS.nodes() + Lanes.PADDING];
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
                for (int piece = 0; piece < some; piece++) {
                    int begin = pending[2 * (begun + piece)];
                    int end = pending[2 * (begun + piece) + 1];
                    double peak = peak(piece);
                    largest = Math.max(largest, peak);
                    int waiting = left + count - begun - piece;
                    if (error(piece, peak, pieces) <= tolerance * Math.max(peak, WEAK * largest)) {
                        pieces.addPolynomials(begin, end);
                    } else if (end - begin < 2 * LEAST_BINS || pieces.count() + waiting + 2 > ModePieces.MOST) {
                        pieces.addExact(begin, end);
                    } else {
                        left = put(halves, left, begin, (begin + end) / 2);
                        left = put(halves, left, (begin + end) / 2, end);
                    }
                }
            }
            count = left;
            int[] done = pending;
            pending = halves;
            halves = done;
        }
        pieces.sort();
        return largest;
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
        int end = grid.index().firstAtOrAbove(f + FIRST_WIDTH * sum.scale(mode, f), begin, edge);
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

    /** The largest amplitude at a piece's nodes. */
    private double peak(int piece) {
        int at = piece * POLYNOMIALS.nodes();
        DoubleVector largest = DoubleVector.zero(SPECIES);
        for (int function = 1; function < functions; function++) {
            for (int j = 0; j < POLYNOMIALS.nodes(); j += COUNT) {
                DoubleVector size = DoubleVector.fromArray(SPECIES, values[function], at + j).abs();
                largest = largest.blend(size, size.compare(GT, largest));
            }
        }
        return largest.reduceLanes(MAX);
    }

    /** Puts the polynomials of a piece in the place of the next; the error of the strain that they make. */
    private double error(int piece, double peak, ModePieces pieces) {
        int from = piece * POLYNOMIALS.nodes();
        double[] coefficients = pieces.coefficients();
        POLYNOMIALS.coefficients(values[0], from, coefficients, pieces.nextCoefficients(0));
        if (functions == 2) {
            POLYNOMIALS.coefficients(values[1], from, coefficients, pieces.nextCoefficients(1));
        } else {
            POLYNOMIALS.coefficients(
                values[1], values[2], values[3], values[4], from, coefficients, pieces.nextCoefficients(1));
        }
        double error = peak * POLYNOMIALS.error(coefficients, pieces.nextCoefficients(0));
        for (int function = 1; function < functions; function++) {
            error += POLYNOMIALS.error(coefficients, pieces.nextCoefficients(function));
        }
        return error;
    }
}
