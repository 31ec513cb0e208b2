package org.chirpmill.model.tides;

import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.CubeRoot;

/**
 * Where NRTidalv3's tuned phase stops to grow, arXiv:2311.07456, Sec. IV B: as LALSimulation has it, from 0.9 of the
 * merger's frequency on it stays at the first bin that the next one does not exceed. So a grid has its own hold.
 */
final class PhaseHold {
    private static final double SEARCHED_FROM = 0.9;
    /** How many bins are looked at before two of them, or the last, are taken to enclose the place. */
    private static final int SAMPLES = 12;

    private final FrequencyGrid grid;
    private final double[] rows;
    private final int row;

    private PhaseHold(FrequencyGrid grid, double[] rows, int row) {
        this.grid = grid;
        this.rows = rows;
        this.row = row;
    }

    /** Writes the hold to a block that has the tuned phase and the taper. */
    static void write(FrequencyGrid grid, double[] rows, int row) {
        new PhaseHold(grid, rows, row).write();
    }

    private void write() {
        int first = Math.max(grid.firstBin() + 1, binAtOrAbove(SEARCHED_FROM * rows[row + TideRow.MERGER]));
        int end = binAtOrAbove(rows[row + TideRow.TAPER_END]);
        int before = first - 1;
        for (int sample = 0; sample < SAMPLES && before < end - 1; sample++) {
            int next = first + (int) ((long) (end - first) * (sample + 1) / SAMPLES) - 1;
            if (next > before && !(grows(next) && phase(next) > phase(before))) {
                int held = lastGrowing(before, next);
                rows[row + TideRow.HELD_FROM] = grid.frequencies()[held];
                rows[row + TideRow.HELD_ROOT] = CubeRoot.of(grid.frequencies()[held]);
                return;
            }
            before = Math.max(before, next);
        }
    }

    /** The last bin up to which the phase grows, between one up to which it does and one where it does not. */
    private int lastGrowing(int growing, int falling) {
        int low = growing;
        int high = falling;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (grows(middle) && phase(middle) > phase(low)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether the phase at a bin is larger than at the bin before. */
    private boolean grows(int bin) {
        return phase(bin) > phase(bin - 1);
    }

    private double phase(int bin) {
        double f = grid.frequencies()[bin];
        return TideKernel.tunedPhase(rows, row, f, CubeRoot.of(f));
    }

    private int binAtOrAbove(double frequencyHz) {
        int low = grid.firstBin();
        int high = grid.bins();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (grid.frequencies()[middle] < frequencyHz) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
