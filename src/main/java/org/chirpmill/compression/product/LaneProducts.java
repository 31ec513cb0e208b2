package org.chirpmill.compression.product;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * One thread's products of lanes with a matrix. Block by block, lanes that still have something are put into places,
 * multiplied, and added to sums in double precision, of which each lane has its own: a lane that is left out of a block
 * of zeros, or of the zeros that a block ends with, has the same sums as if it were not. A zero times a number of the
 * matrix changes no sum but a zero's sign, and sums in double begin with +0, which no zero added to it changes.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
public final class LaneProducts<A> {
    /** Bins of a block. */
    public static final int BLOCK = Tile.BLOCK;

    private final PanelMatrix<A> matrix;
    private final Parts<A> parts;
    private final int line;
    private final A places;
    /** Of each place, how many bins of the block it has: those behind them are zeros. */
    private final int[] filled;
    private final A products;
    private final double[] sums;

    LaneProducts(PanelMatrix<A> matrix, int lanes) {
        this.matrix = matrix;
        this.parts = matrix.parts();
        this.line = matrix.line();
        this.places = parts.array(Math.multiplyExact(padded(lanes), Tile.STRIDE));
        this.filled = new int[padded(lanes)];
        this.products = parts.array(Math.multiplyExact(padded(lanes), line));
        this.sums = new double[Math.multiplyExact(lanes, line)];
    }

    static long bytes(int lanes, int line, int partBytes) {
        return (long) padded(lanes) * (Tile.STRIDE + line) * partBytes + (long) lanes * line * Double.BYTES;
    }

    private static int padded(int lanes) {
        return Math.ceilDiv(lanes, Tile.LANES) * Tile.LANES;
    }

    /** Begins the sums of so many lanes. */
    public void begin(int lanes) {
        Arrays.fill(sums, 0, lanes * line, 0);
    }

    /**
     * Puts a lane's numbers into a place.
     *
     * @param offset where its first bin of the block lies, bytes
     * @param bins how many of the block it has; those behind them are zeros
     */
    public void put(int place, MemorySegment lane, long offset, int bins) {
        int at = place * Tile.STRIDE;
        parts.read(lane, offset, places, at, 2 * bins);
        parts.clear(places, at + 2 * bins, at + Tile.STRIDE);
        filled[place] = bins;
    }

    /**
     * Multiplies what lies in the first places by the block that begins with a bin of the matrix, fastest where
     * neighbours have as many bins.
     */
    public void multiply(int count, int firstBin) {
        int width = 2 * matrix.tile().width();
        for (int panel = 0; panel < matrix.panels(); panel++) {
            int at = matrix.panel(firstBin, panel);
            // The last tile may hold an earlier block's numbers besides, whose products are not taken.
            for (int place = 0; place < count; place += Tile.LANES) {
                matrix.tile().multiply(places, place * Tile.STRIDE, matrix.numbers(), at, bins(place, count),
                    products, place * line + panel * width, line);
            }
        }
    }

    /** Bins that some place of a tile has. */
    private int bins(int first, int count) {
        int most = 0;
        for (int place = first; place < Math.min(first + Tile.LANES, count); place++) {
            most = Math.max(most, filled[place]);
        }
        return most;
    }

    /** Adds a place's products to a lane's sums. */
    public void add(int place, int lane) {
        parts.addTo(sums, lane * line, products, place * line, line);
    }

    /** Writes a lane's sums, times a number, as interleaved complex numbers from an offset in bytes on. */
    public void write(int lane, double scale, MemorySegment to, long offset) {
        parts.write(sums, lane * line, matrix.tile().width(), scale, matrix.columns(), to, offset);
    }
}
