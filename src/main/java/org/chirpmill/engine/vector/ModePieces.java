package org.chirpmill.engine.vector;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.MAX;
import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import org.chirpmill.model.lanes.Chebyshev;
import org.chirpmill.model.lanes.Lanes;
import org.chirpmill.model.lanes.ModeSum;

/**
 * One mode of one waveform as polynomials in frequency over pieces of the grid: its phase and its amplitudes. Pieces
 * end at the mode's joins, and their polynomials run through Chebyshev nodes; a piece whose last Chebyshev coefficients
 * exceed the tolerance is divided, and one of few bins is evaluated bin by bin instead. One thread.
 */
final class ModePieces {
    private static final int MOST_PIECES = 1024;
    private static final int BATCH = 64;
    /** Degree 7: two more nodes would cost more at every bin than they save at the nodes. */
    static final Chebyshev POLYNOMIALS = Chebyshev.ofNodes(8);
    /** Pieces with fewer bins cost more than the bins themselves. */
    private static final int LEAST_BINS = 12;
    /** Width of the first pieces over the distance to the mode's poles. */
    private static final double FIRST_WIDTH = 0.5;

    private final Grid grid;
    private final int functions;
    private final double unit;
    private final NodePoints nodes = new NodePoints(BATCH * POLYNOMIALS.nodes());
    private final double[][] values;
    private final double[] coefficients;
    private final float[] singles;
    private final double[] joins = new double[ModeSum.MOST_JOINS];
    private final int[] edges = new int[ModeSum.MOST_JOINS + 2];
    private final int[] begins = new int[MOST_PIECES + 1];
    private final int[] ends = new int[MOST_PIECES];
    private final boolean[] isExact = new boolean[MOST_PIECES];
    private int[] pending = new int[2 * MOST_PIECES];
    private int[] divided = new int[2 * MOST_PIECES];
    private final int[] order = new int[MOST_PIECES];
    private int pieces;
    private int exactBins;

    /**
     * For modes with so many amplitudes.
     *
     * @param unit what amplitudes are multiplied by as floats
     */
    ModePieces(Grid grid, int amplitudes, double unit) {
        this.grid = grid;
        this.unit = unit;
        this.functions = amplitudes + 1;
        this.values = new double[functions][BATCH * POLYNOMIALS.nodes() + Lanes.PADDING];
        this.coefficients = new double[MOST_PIECES * functions * POLYNOMIALS.stride()];
        this.singles = new float[coefficients.length];
    }

    /** How many bins are evaluated one by one. */
    int exactBins() {
        return exactBins;
    }

    int pieces() {
        return pieces;
    }

    /**
     * Divides the bins from {@code from} to {@code to} into pieces.
     *
     * @param sum the waveform
     * @param mode which of its modes
     * @param tolerance relative to the mode's amplitude
     * @param level amplitude below which only the tolerance's part of this level counts
     * @return the largest amplitude met
     */
    double divide(ModeSum sum, int mode, int from, int to, double tolerance, double level) {
        pieces = 0;
        exactBins = 0;
        int count = firstPieces(sum, mode, from, to);
        double largest = level;
        while (count > 0) {
            int left = 0;
            for (int begun = 0; begun < count; begun += BATCH) {
                int some = Math.min(BATCH, count - begun);
                evaluateNodes(sum, mode, begun, some);
                for (int piece = 0; piece < some; piece++) {
                    int begin = pending[2 * (begun + piece)];
                    int end = pending[2 * (begun + piece) + 1];
                    double peak = peak(piece);
                    largest = Math.max(largest, peak);
                    if (fit(piece, tolerance * Math.max(peak, 1e-3 * largest), peak)) {
                        keep(begin, end, false);
                    } else if (end - begin < 2 * LEAST_BINS || pieces + left + 4 + count - begun > MOST_PIECES) {
                        keep(begin, end, true);
                    } else {
                        int middle = (begin + end) / 2;
                        divided[2 * left] = begin;
                        divided[2 * left + 1] = middle;
                        divided[2 * left + 2] = middle;
                        divided[2 * left + 3] = end;
                        left += 2;
                    }
                }
            }
            count = left;
            int[] done = pending;
            pending = divided;
            divided = done;
        }
        sort();
        return largest;
    }

    /** Writes the first pieces, from join to join, into {@code pending}. */
    private int firstPieces(ModeSum sum, int mode, int from, int to) {
        int count = sum.joins(mode, joins);
        int edge = 0;
        edges[edge++] = from;
        for (int join = 0; join < count; join++) {
            edges[edge++] = grid.index().firstAtOrAbove(joins[join], from, to);
        }
        edges[edge++] = to;
        Arrays.sort(edges, 0, edge);
        int first = 0;
        for (int i = 0; i + 1 < edge; i++) {
            int begin = edges[i];
            while (begin < edges[i + 1]) {
                double f = grid.frequency(begin);
                int end = grid.index().firstAtOrAbove(f + FIRST_WIDTH * sum.scale(mode, f), begin, edges[i + 1]);
                end = Math.min(edges[i + 1], Math.max(end, begin + LEAST_BINS));
                if (edges[i + 1] - end < LEAST_BINS) {
                    end = edges[i + 1];
                }
                if (end - begin < LEAST_BINS || sum.isRough(mode, grid.frequency((begin + end) / 2))) {
                    keep(begin, end, true);
                } else {
                    pending[2 * first] = begin;
                    pending[2 * first + 1] = end;
                    first++;
                }
                begin = end;
            }
        }
        return first;
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

    /** Computes the polynomials of a piece into the place of the next; whether they are good enough. */
    private boolean fit(int piece, double allowed, double peak) {
        int from = piece * POLYNOMIALS.nodes();
        POLYNOMIALS.coefficients(values[0], from, coefficients, offset(pieces, 0));
        if (functions == 2) {
            POLYNOMIALS.coefficients(values[1], from, coefficients, offset(pieces, 1));
        } else {
            POLYNOMIALS.coefficients(
                values[1], values[2], values[3], values[4], from, coefficients, offset(pieces, 1));
        }
        double error = peak * POLYNOMIALS.error(coefficients, offset(pieces, 0));
        for (int function = 1; function < functions; function++) {
            error += POLYNOMIALS.error(coefficients, offset(pieces, function));
        }
        return error <= allowed;
    }

    private void keep(int begin, int end, boolean exact) {
        begins[pieces] = begin;
        ends[pieces] = end;
        isExact[pieces] = exact;
        if (exact) {
            exactBins += end - begin;
        } else {
            for (int i = offset(pieces, 1); i < offset(pieces + 1, 0); i++) {
                singles[i] = (float) (coefficients[i] * unit);
            }
        }
        pieces++;
    }

    /** By insertion: most pieces are in order already. */
    private void sort() {
        for (int i = 0; i < pieces; i++) {
            int j = i;
            while (j > 0 && begins[order[j - 1]] > begins[i]) {
                order[j] = order[j - 1];
                j--;
            }
            order[j] = i;
        }
    }

    /** The piece with a bin in it, or the first piece after. */
    int placeOf(int bin) {
        int place = 0;
        while (place < pieces && end(place) <= bin) {
            place++;
        }
        return place;
    }

    /** First bin of a piece, which are numbered in the order of their frequencies. */
    int begin(int place) {
        return begins[order[place]];
    }

    /** End of its bins. */
    int end(int place) {
        return ends[order[place]];
    }

    /** Whether it has to be evaluated bin by bin, and has no polynomials. */
    boolean isExact(int place) {
        return isExact[order[place]];
    }

    /** Slope of the polynomials' argument, which runs from -1 to 1, by the frequency in Hz. */
    double scale(int place) {
        return 2 / (grid.frequency(end(place) - 1) - grid.frequency(begin(place)));
    }

    /** The polynomials' argument at 0 Hz. */
    double shift(int place) {
        return -0.5 * scale(place) * (grid.frequency(begin(place)) + grid.frequency(end(place) - 1));
    }

    /** Coefficients of all polynomials, ascending powers; the phase is in rad. */
    double[] coefficients() {
        return coefficients;
    }

    /** The same in single precision, without those of the phases, and with amplitudes in their unit. */
    float[] singles() {
        return singles;
    }

    /** Where those of the phase, 0, or an amplitude of a piece begin. */
    int coefficientsAt(int place, int function) {
        return offset(order[place], function);
    }

    private int offset(int piece, int function) {
        return (piece * functions + function) * POLYNOMIALS.stride();
    }
}
