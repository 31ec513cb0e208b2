package org.chirpmill.banding;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for the bands with the fewest bins that keep a mismatch: those that are cheapest at a rate between bins and
 * mismatch, which is bisected, with the true mismatch measured at each step.
 */
public final class BandSearch {
    private static final double LOWEST_RATE = 1;
    private static final double HIGHEST_RATE = 1e18;
    /** Of the rate's logarithm: closer rates give bands of as many bins, but for one or two. */
    private static final double CLOSE = 1e-5;

    private final BaseGrid grid;
    private final List<Wave> waves;
    private final CheapestBands cheapest;
    private final Map<Bands, double[]> measured = new HashMap<>();

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
        while (Math.scalb(grid.deltaF(), levels) <= widestDeltaF * (1 + 1e-9) && 4 << levels <= grid.bins()) {
            levels++;
        }
        cheapest = new CheapestBands(grid, WidthPrices.of(grid, waves, levels));
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
        while (high - low > CLOSE) {
            double middle = (low + high) / 2;
            Bands bands = cheapest.at(StrictMath.exp(middle));
            if (quantile(measured.computeIfAbsent(bands, some -> some.mismatches(waves)), share) <= mismatch) {
                best = bands.bins() <= best.bins() ? bands : best;
                high = middle;
            } else {
                low = middle;
            }
        }
        return best;
    }

    /** The value that a share of the numbers does not exceed; between two of them as numpy's quantile has it. */
    static double quantile(double[] numbers, double share) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int below = (int) place;
        double above = sorted[Math.min(below + 1, sorted.length - 1)];
        return sorted[below] + (place - below) * (above - sorted[below]);
    }
}
