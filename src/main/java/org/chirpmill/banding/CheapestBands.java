package org.chirpmill.banding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedList;
import java.util.List;

/**
 * The bands whose bins and mismatch, at some exchange rate, add up to the least among all whose widths double from band
 * to band: dynamic programming over the base bins, with the width of the last bin as state. A bin of 2^level base bins
 * comes behind one of the same width or of half of it, so that every band is a whole number of bins, wherever it
 * begins.
 */
final class CheapestBands {
    private final BaseGrid grid;
    private final WidthPrices prices;
    /** By base bin and level: what it costs to get there with a last bin of that width. */
    private final double[] costs;
    /** Whether that bin is the first of its band, the one before it half as wide. */
    private final boolean[] widens;

    CheapestBands(BaseGrid grid, WidthPrices prices) {
        this.grid = grid;
        this.prices = prices;
        this.costs = new double[(grid.bins() + 1) * prices.levels()];
        this.widens = new boolean[costs.length];
    }

    /** The cheapest, at a rate in bins per unit of mismatch. */
    Bands at(double rate) {
        int levels = prices.levels();
        Arrays.fill(costs, Double.POSITIVE_INFINITY);
        for (int end = 1; end <= grid.bins(); end++) {
            for (int level = 0; level < levels && 1 << level <= end; level++) {
                int begin = end - (1 << level);
                int before = begin * levels + level;
                double same = begin == 0 ? 0 : costs[before];
                double half = begin == 0 || level == 0 ? Double.POSITIVE_INFINITY : costs[before - 1];
                int here = end * levels + level;
                widens[here] = half < same;
                costs[here] = Math.min(same, half) + 1 + rate * prices.between(level, begin, end);
            }
        }
        return bands(cheapestEnd(rate));
    }

    /** Where the last band ends: what is left behind it is less than one of its bins, and interpolated all the same. */
    private int cheapestEnd(double rate) {
        int levels = prices.levels();
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int level = 0; level < levels; level++) {
            for (int end = grid.bins(); end > grid.bins() - (1 << level) && end > 1; end--) {
                int here = end * levels + level;
                double cost = costs[here] + rate * prices.between(level, end, grid.bins());
                if (cost < least) {
                    least = cost;
                    best = here;
                }
            }
        }
        return best;
    }

    private Bands bands(int last) {
        int levels = prices.levels();
        int end = last / levels;
        int level = last % levels;
        LinkedList<Integer> ends = new LinkedList<>(List.of(end));
        while (end > 0) {
            boolean begins = widens[end * levels + level];
            end -= 1 << level;
            if (begins) {
                ends.addFirst(end);
                level--;
            }
        }
        return new Bands(grid, level, new ArrayList<>(ends));
    }
}
