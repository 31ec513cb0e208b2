package org.chirpmill.engine.vector;

import org.chirpmill.domain.FrequencyGrid;

/** Finds bins by frequency: where bins are equally spaced by a division, else by bisection. */
final class BinIndex {
    private final double[] frequencies;
    private final double inverseSpacing;

    BinIndex(FrequencyGrid grid) {
        frequencies = grid.frequencies();
        inverseSpacing = grid.isUniform() ? 1 / grid.deltaF() : 0;
    }

    /** The first of the bins from {@code from} to {@code to} whose frequency is not below f, or {@code to}. */
    int firstAtOrAbove(double f, int from, int to) {
        int bin = from;
        if (inverseSpacing > 0) {
            bin = (int) Math.clamp(f * inverseSpacing, from, to);
            while (bin > from && frequencies[bin - 1] >= f) {
                bin--;
            }
        } else {
            int beyond = to;
            while (bin < beyond) {
                int middle = (bin + beyond) >>> 1;
                if (frequencies[middle] < f) {
                    bin = middle + 1;
                } else {
                    beyond = middle;
                }
            }
        }
        while (bin < to && frequencies[bin] < f) {
            bin++;
        }
        return bin;
    }

    /** A bin about so far, in Hz, beyond {@code from}, at most {@code to}. */
    int about(int from, double distance, int to) {
        if (inverseSpacing > 0) {
            return from + Math.min((int) (distance * inverseSpacing), to - from);
        }
        return firstAtOrAbove(frequencies[from] + distance, from, to);
    }
}
