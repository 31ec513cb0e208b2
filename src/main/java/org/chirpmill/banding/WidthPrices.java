package org.chirpmill.banding;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What each width of bins costs in mismatch, stretch by stretch. For small errors the mismatch is half the weighted
 * square of the difference, a sum over the base grid's bins; here its mean over some waves, summed from the first bin
 * on, where all bins are equally wide.
 *
 * @param sums by level and base bin: the price of all base bins before it; one more than there are base bins
 */
record WidthPrices(double[][] sums) {
    /**
     * Measures it.
     *
     * @param levels widths are 1, 2, 4, ... base bins, so many of them
     */
    static WidthPrices of(BaseGrid grid, List<Wave> waves, int levels) {
        double[][] sums = new double[levels][];
        IntStream.range(0, levels).parallel().forEach(level -> sums[level] = sums(grid, waves, level));
        return new WidthPrices(sums);
    }

    private static double[] sums(BaseGrid grid, List<Wave> waves, int level) {
        double[] sums = new double[grid.bins() + 1];
        int[] centres = Bands.even(grid, level).centres();
        for (Wave wave : waves) {
            wave.compare(grid, centres, (bin, own, other, product, difference) ->
                sums[bin + 1] += difference / (2 * waves.size()));
        }
        for (int bin = 0; bin < grid.bins(); bin++) {
            sums[bin + 1] += sums[bin];
        }
        return sums;
    }

    int levels() {
        return sums.length;
    }

    /** The price of bins of one level between two base bins, the second not included. */
    double between(int level, int from, int to) {
        return sums[level][to] - sums[level][from];
    }
}
