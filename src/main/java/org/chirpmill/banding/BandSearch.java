package org.chirpmill.banding;

import java.util.Arrays;
import java.util.List;

/**
 * Looks for the bands with the fewest bins that keep a mismatch.
 *
 * <p>For small errors the mismatch is half the weighted square of the difference, a sum over bins, so that each block
 * of the grid has a price in mismatch at each width of bins. For a given exchange rate between bins and mismatch,
 * dynamic programming finds the bands whose sum of both is least among all whose widths double from band to band; the
 * rate is then bisected, with the true mismatch measured at each step.
 */
public final class BandSearch {
    private static final int STEPS = 60;
    private static final double LOWEST_RATE = 1;
    private static final double HIGHEST_RATE = 1e18;

    private final BaseGrid grid;
    private final List<Wave> waves;
    private final int blockBins;
    /** Mean mismatch by level and block. */
    private final double[][] errors;

    /**
     * Measures what each width of bins costs.
     *
     * @param grid the base grid
     * @param waves what is to be kept, one or more
     * @param widestDeltaF no bin is wider, Hz
     */
    public BandSearch(BaseGrid grid, List<Wave> waves, double widestDeltaF) {
        this.grid = grid;
        this.waves = waves;
        int levels = 1;
        // Bands begin at multiples of the widest bin, so that each is a whole number of bins.
        while (Math.scalb(grid.deltaF(), levels) <= widestDeltaF * (1 + 1e-9) && 4 << levels <= grid.bins()) {
            levels++;
        }
        blockBins = 1 << (levels - 1);
        errors = new double[levels][grid.bins() / blockBins];
        for (int level = 0; level < levels; level++) {
            int[] centres = Bands.even(grid, level).centres();
            double[] sums = errors[level];
            for (Wave wave : waves) {
                wave.compare(grid, centres, (bin, own, other, product, difference) ->
                    sums[Math.min(bin / blockBins, sums.length - 1)] += difference / (2 * waves.size()));
            }
        }
    }

    /**
     * The fewest bins of which a share of the waves keeps the mismatch.
     *
     * @param mismatch above 0
     * @param share of the waves, above 0 to 1
     */
    public Bands fewest(double mismatch, double share) {
        Bands best = Bands.even(grid, 0);
        double low = StrictMath.log(LOWEST_RATE);
        double high = StrictMath.log(HIGHEST_RATE);
        for (int step = 0; step < STEPS; step++) {
            double middle = (low + high) / 2;
            Bands bands = cheapest(StrictMath.exp(middle));
            if (quantile(bands.mismatches(waves), share) <= mismatch) {
                best = bands.bins() <= best.bins() ? bands : best;
                high = middle;
            } else {
                low = middle;
            }
        }
        return best;
    }

    /** The value that a share of the numbers does not exceed. */
    public static double quantile(double[] numbers, double share) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length - 1e-9) - 1)];
    }

    /** The bands whose bins and, at a rate in bins per unit, mismatch add up to the least. */
    private Bands cheapest(double rate) {
        int levels = errors.length;
        int blocks = errors[0].length;
        double[] costs = new double[levels];
        boolean[][] widens = new boolean[blocks][levels];
        for (int block = 0; block < blocks; block++) {
            double[] next = new double[levels];
            for (int level = 0; level < levels; level++) {
                widens[block][level] = block > 0 && level > 0 && costs[level - 1] < costs[level];
                next[level] = (widens[block][level] ? costs[level - 1] : costs[level])
                    + (blockBins >> level) + rate * errors[level][block];
            }
            costs = next;
        }
        int level = 0;
        for (int other = 1; other < levels; other++) {
            level = costs[other] < costs[level] ? other : level;
        }
        int[] chosen = new int[blocks];
        for (int block = blocks - 1; block >= 0; block--) {
            chosen[block] = level;
            level -= widens[block][level] ? 1 : 0;
        }
        return Bands.of(grid, chosen, blockBins);
    }
}
