package org.chirpmill.model.phenomx.pnr;

import java.util.Arrays;

/**
 * Writes numbers at places 0, 1, 2, ... as piecewise polynomials, laid out as {@link AntisymmetricRow} says. A piece of
 * up to eight places holds them to rounding; a longer one goes through eight of its numbers and is divided where it
 * misses others. One thread.
 */
final class RatioPieces {
    private static final int TERMS = AntisymmetricRow.TERMS;
    /** What a piece may miss, over the largest number: the waveform misses no more than that of its peak. */
    private static final double TOLERANCE = 3e-11;
    /** The largest number is looked for at every so many places: it need not be known to more than a digit. */
    private static final int LOOKED_AT_EVERY = 16;
    private static final double LOOSER = 10;
    /** Frequencies of first pieces on uniform grids go up to this multiple of their lowest. */
    private static final double FIRST_RATIO = 2;
    /** Places of first pieces on lists of frequencies. */
    private static final int FIRST_PLACES = 64;
    /** Longer pieces of uniform grids, whose joins are known, are tested between their nodes alone. */
    private static final int TESTED_WHOLLY = 24;
    private static final double[] NODES = new double[TERMS];

    static {
        Arrays.setAll(NODES, k -> -StrictMath.cos(Math.PI * (2 * k + 1) / (2 * TERMS)));
    }

    private final int[] joins = new int[AveragedRatio.MOST_JOINS + 2];
    private final int[] nodes = new int[TERMS];
    /** 1 / n of distances n between places: quotients would take most of the time. */
    private final double[] reciprocals;
    private final double[] places = new double[TERMS];
    private final double[] divided = new double[TERMS];
    private final double[] terms = new double[TERMS];
    private AveragedRatio ratio;
    private double tolerance;
    private double[] rows;
    private int row;
    private int pieces;

    /** Room for grids of so many places. */
    RatioPieces(int places) {
        reciprocals = new double[Math.max(places, 2)];
        for (int n = 1; n < reciprocals.length; n++) {
            reciprocals[n] = 1.0 / n;
        }
    }

    /** Writes the pieces of a ratio, with the places' scale and, from {@code lastPlace} on, its plateau. */
    void write(AveragedRatio newRatio, double plateau, int lastPlace, double[] newRows, int newRow) {
        ratio = newRatio;
        rows = newRows;
        row = newRow;
        rows[row + AntisymmetricRow.FIRST] = ratio.first();
        rows[row + AntisymmetricRow.INVERSE_SPACING] = ratio.inverseSpacing();
        double largest = 0;
        for (int place = 0; place < ratio.count(); place += LOOKED_AT_EVERY) {
            largest = Math.max(largest, Math.abs(ratio.values()[place]));
        }
        tolerance = TOLERANCE * largest;
        while (!fits(plateau, lastPlace) && tolerance < largest) {
            tolerance *= LOOSER;
        }
        rows[row + AntisymmetricRow.COUNT] = pieces;
    }

    private boolean fits(double plateau, int lastPlace) {
        pieces = 0;
        int count = edges();
        for (int i = 0; i + 1 < count; i++) {
            int begin = joins[i];
            while (begin < joins[i + 1]) {
                int end = firstEnd(begin, joins[i + 1]);
                if (!add(begin, end - 1)) {
                    return false;
                }
                begin = end;
            }
        }
        if (lastPlace >= ratio.count()) {
            Arrays.fill(terms, 0);
            terms[0] = plateau;
            return store(lastPlace);
        }
        return true;
    }

    /** Where pieces have to begin, the end last. */
    private int edges() {
        int found = ratio.joins(joins);
        int count = 1;
        int end = ratio.count();
        Arrays.sort(joins, 0, found);
        System.arraycopy(joins, 0, joins, 1, found);
        joins[0] = 0;
        for (int i = 1; i <= found; i++) {
            if (joins[i] > joins[count - 1] && joins[i] < end) {
                joins[count] = joins[i];
                count++;
            }
        }
        joins[count] = end;
        return count + 1;
    }

    private int firstEnd(int begin, int edge) {
        int end = begin + FIRST_PLACES;
        if (ratio.isUniform()) {
            double f = ratio.frequency(begin);
            end = begin + Math.max(TERMS, (int) ((FIRST_RATIO - 1) * f * ratio.inverseSpacing()));
        } else if (ratio.count() <= AntisymmetricRow.PIECES * TERMS) {
            end = begin + TERMS;
        }
        return edge - end < TERMS ? edge : end;
    }

    /** Adds a piece or its parts; false where there is no room. */
    private boolean add(int first, int last) {
        if (holds(first, last)) {
            return store(last);
        }
        int middle = (first + last) / 2;
        return add(first, middle) && add(middle + 1, last);
    }

    private boolean store(int last) {
        if (pieces == AntisymmetricRow.PIECES) {
            return false;
        }
        rows[row + AntisymmetricRow.EDGES + pieces] = last;
        System.arraycopy(terms, 0, rows, row + AntisymmetricRow.COEFFICIENTS + pieces * TERMS, TERMS);
        pieces++;
        return true;
    }

    /** Computes the polynomial of a piece; whether it does not miss too much. */
    private boolean holds(int first, int last) {
        int size = Math.min(TERMS, last - first + 1);
        for (int k = 0; k < size; k++) {
            nodes[k] = first + k;
            if (last - first >= TERMS) {
                int wanted = (int) Math.rint(((first + last) + (last - first) * NODES[k]) / 2);
                nodes[k] = k == 0 ? wanted : Math.max(nodes[k - 1] + 1, wanted);
            }
        }
        interpolate(first, last, size);
        if (last - first < TERMS) {
            return true;
        }
        boolean holds = true;
        if (last - first < TESTED_WHOLLY || !ratio.isUniform()) {
            for (int place = first; holds && place <= last; place++) {
                holds = misses(first, last, place) <= tolerance;
            }
        } else {
            holds = misses(first, last, first) <= tolerance && misses(first, last, last) <= tolerance;
            for (int k = 1; holds && k < TERMS; k++) {
                holds = misses(first, last, (nodes[k - 1] + nodes[k]) / 2) <= tolerance;
            }
        }
        return holds;
    }

    private double misses(int first, int last, int place) {
        double t = argument(first, last, place);
        double sum = terms[TERMS - 1];
        for (int k = TERMS - 2; k >= 0; k--) {
            sum = sum * t + terms[k];
        }
        return Math.abs(sum - ratio.values()[place]);
    }

    private double argument(int first, int last, double place) {
        return (2 * place - first - last) * reciprocals[Math.max(1, last - first)];
    }

    /** Newton's polynomial through the nodes, in ascending powers. */
    private void interpolate(int first, int last, int size) {
        for (int k = 0; k < size; k++) {
            places[k] = argument(first, last, nodes[k]);
            divided[k] = ratio.values()[nodes[k]];
        }
        double half = 0.5 * Math.max(1, last - first);
        for (int order = 1; order < size; order++) {
            for (int k = size - 1; k >= order; k--) {
                divided[k] = (divided[k] - divided[k - 1]) * (half * reciprocals[nodes[k] - nodes[k - order]]);
            }
        }
        Arrays.fill(terms, 0);
        for (int k = size - 1; k >= 0; k--) {
            for (int power = size - 1 - k; power > 0; power--) {
                terms[power] = terms[power - 1] - places[k] * terms[power];
            }
            terms[0] = divided[k] - places[k] * terms[0];
        }
    }
}
