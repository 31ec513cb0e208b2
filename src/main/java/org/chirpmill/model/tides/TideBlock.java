package org.chirpmill.model.tides;

import java.util.Arrays;

/**
 * The block of a row that {@link TideRow} lays out. It is cleared, and then holds no tides at all; what a model takes
 * of them is written by {@link TidalModel}, {@link TidalAmplitude} and {@link SpinInducedPhase}.
 */
public final class TideBlock {
    /** How many coefficients there are. */
    public static final int SIZE = TideRow.PN_5 + 1;

    /** Where the taper ends, over the merger's frequency. */
    private static final double TAPER_END = 1.2;

    private TideBlock() {}

    /** Leaves a mode as it is without tides. */
    public static void clear(double[] rows, int row) {
        Arrays.fill(rows, row, row + SIZE, 0);
        for (int never : new int[] {TideRow.MERGER, TideRow.TAPER_START, TideRow.TAPER_END, TideRow.HELD_FROM,
            TideRow.HELD_ROOT, TideRow.BLEND_START, TideRow.BLEND_END}) {
            rows[row + never] = Double.MAX_VALUE;
        }
    }

    /** Lets the waveform end, from the merger on: arXiv:1905.06011, Sec. III E. */
    public static void taper(double mergerHz, double[] rows, int row) {
        rows[row + TideRow.TAPER_START] = mergerHz;
        rows[row + TideRow.TAPER_END] = TAPER_END * mergerHz;
    }

    /** The last frequency, Hz, at which the taper leaves anything. */
    public static double end(double[] rows, int row) {
        return Math.nextDown(rows[row + TideRow.TAPER_END]);
    }

    /** Writes the frequencies, Hz, at which tides are not smooth, and returns the end of what it wrote. */
    public static int joins(double[] rows, int row, double[] out, int at) {
        out[at] = rows[row + TideRow.TAPER_START];
        out[at + 1] = rows[row + TideRow.HELD_FROM];
        out[at + 2] = rows[row + TideRow.BLEND_START];
        return at + 3;
    }

    /** How far, Hz, polynomials may reach: Planck's window is smooth and yet has a singularity at either end. */
    public static double scale(double[] rows, int row, double f) {
        return f < rows[row + TideRow.TAPER_START] ? Double.MAX_VALUE
            : rows[row + TideRow.TAPER_END] - rows[row + TideRow.TAPER_START];
    }
}
