package org.chirpmill.compression.product;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * One thread's products of lanes with a matrix. Block by block, lanes that still have something are put into places,
 * multiplied, and added to sums in double precision, of which each lane has its own: a lane that is left out of a block
 * of zeros has the same sums as if it were not.
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
    private final A products;
    private final double[] sums;

    LaneProducts(PanelMatrix<A> matrix, int lanes) {
        this.matrix = matrix;
        this.parts = matrix.parts();
        this.line = matrix.line();
        this.places = parts.array(Math.multiplyExact(padded(lanes), Tile.STRIDE));
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
     */
    public void put(int place, MemorySegment lane, long offset, int bins) {
        parts.read(lane, offset, places, place * Tile.STRIDE, 2 * bins);
    }

    /** Multiplies what lies in the first places by the block that begins with a bin of the matrix. */
    public void multiply(int count, int firstBin) {
        int bins = matrix.blockBins(firstBin);
        int width = 2 * matrix.tile().width();
        for (int panel = 0; panel < matrix.panels(); panel++) {
            int at = matrix.panel(firstBin, panel);
            // The last tile may hold an earlier block's numbers besides, whose products are not taken.
            for (int place = 0; place < count; place += Tile.LANES) {
                matrix.tile().multiply(places, place * Tile.STRIDE, matrix.numbers(), at, bins,
                    products, place * line + panel * width, line);
            }
        }
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
