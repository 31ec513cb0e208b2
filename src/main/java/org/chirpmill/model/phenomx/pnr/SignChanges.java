package org.chirpmill.model.phenomx.pnr;

import java.util.function.DoubleUnaryOperator;

/** Places between which a function changes sign. */
final class SignChanges {
    /** Halvings of an interval: no wider than a few units in the last place of a logarithm then. */
    private static final int HALVINGS = 44;

    private SignChanges() {}

    /**
     * Writes the places, ascending.
     *
     * @param function the function; asked at equal distances, so that pairs of changes between them stay unseen
     * @param first where to begin
     * @param last where to end
     * @param steps into how many parts to divide
     * @param out receives the places
     * @param count how many it holds already
     * @return how many it holds then, at most its length
     */
    static int find(DoubleUnaryOperator function, double first, double last, int steps, double[] out, int count) {
        int found = count;
        double start = first;
        boolean isPositive = function.applyAsDouble(first) > 0;
        for (int step = 1; step <= steps && found < out.length; step++) {
            double end = first + (last - first) * step / steps;
            boolean isPositiveAtEnd = function.applyAsDouble(end) > 0;
            if (isPositiveAtEnd != isPositive) {
                out[found] = between(function, start, end, isPositive);
                found++;
            }
            start = end;
            isPositive = isPositiveAtEnd;
        }
        return found;
    }

    private static double between(DoubleUnaryOperator function, double low, double high, boolean isPositive) {
        double start = low;
        double end = high;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = 0.5 * (start + end);
            if (function.applyAsDouble(middle) > 0 == isPositive) {
                start = middle;
            } else {
                end = middle;
            }
        }
        return end;
    }
}
