package org.chirpmill.compression.product;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.chirpmill.rows.Precision;

/**
 * A matrix of bins x columns complex numbers as tiles read it: block of bins by block, panel of columns by panel, bin
 * by bin, real parts before imaginary ones. The last panel is filled up with zeros.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
public final class PanelMatrix<A> {
    private final Parts<A> parts;
    private final Tile<A> tile;
    private final int bins;
    private final int columns;
    private final int panels;
    private final A numbers;

    private PanelMatrix(Parts<A> parts, Tile<A> tile, int bins, int columns) {
        this.parts = parts;
        this.tile = tile;
        this.bins = bins;
        this.columns = columns;
        this.panels = Math.ceilDiv(columns, tile.width());
        this.numbers = parts.array(Math.multiplyExact(bins, line()));
    }

    /**
     * Takes some rows of a matrix.
     *
     * @param elements row-major interleaved complex
     * @param firstBin the first row that is taken
     * @param bins how many are
     * @param columns of the matrix
     * @param exponent of the power of two that they are multiplied by before they are rounded
     */
    public static PanelMatrix<?> of(
            double[] elements, int firstBin, int bins, int columns, int exponent, Precision precision, Tiles tiles) {
        return precision == Precision.SINGLE
            ? new PanelMatrix<>(new SingleParts(), tiles.single(), bins, columns).fill(elements, firstBin, exponent)
            : new PanelMatrix<>(new DoubleParts(), tiles.twice(), bins, columns).fill(elements, firstBin, exponent);
    }

    private PanelMatrix<A> fill(double[] elements, int firstBin, int exponent) {
        for (int bin = 0; bin < bins; bin++) {
            for (int column = 0; column < columns; column++) {
                int from = 2 * ((firstBin + bin) * columns + column);
                int to = index(bin, column);
                parts.set(numbers, to, Math.scalb(elements[from], exponent));
                parts.set(numbers, to + tile.width(), Math.scalb(elements[from + 1], exponent));
            }
        }
        return this;
    }

    /** Where the real part of an element lies. */
    private int index(int bin, int column) {
        int block = bin / Tile.BLOCK * Tile.BLOCK;
        return panel(block, column / tile.width()) + (bin - block) * 2 * tile.width() + column % tile.width();
    }

    /** Where a panel begins, of the block that begins with a bin. */
    int panel(int firstBin, int panel) {
        return firstBin * line() + panel * blockBins(firstBin) * 2 * tile.width();
    }

    /** Bins of the block that begins with a bin. */
    public int blockBins(int firstBin) {
        return Math.min(Tile.BLOCK, bins - firstBin);
    }

    /** Parts of all panels of a bin. */
    int line() {
        return panels * 2 * tile.width();
    }

    int panels() {
        return panels;
    }

    int columns() {
        return columns;
    }

    Parts<A> parts() {
        return parts;
    }

    Tile<A> tile() {
        return tile;
    }

    A numbers() {
        return numbers;
    }

    /** Bytes that it takes. */
    public long bytes() {
        return (long) bins * line() * parts.bytes();
    }

    /** Bytes that the products of so many lanes take. */
    public long productBytes(int lanes) {
        return LaneProducts.bytes(lanes, line(), parts.bytes());
    }

    /** Opens it for the calling thread and up to so many lanes. */
    public LaneProducts<A> open(int lanes) {
        return new LaneProducts<>(this, lanes);
    }

    /** A copy off the heap, row-major interleaved complex, which goes when it is held no more. */
    public MemorySegment interleaved() {
        MemorySegment copy = Arena.ofAuto().allocate(2L * bins * columns * parts.bytes(), 64);
        for (int bin = 0; bin < bins; bin++) {
            for (int column = 0; column < columns; column++) {
                long to = 2L * (bin * columns + column);
                int from = index(bin, column);
                put(copy, to, parts.get(numbers, from));
                put(copy, to + 1, parts.get(numbers, from + tile.width()));
            }
        }
        return copy;
    }

    private void put(MemorySegment copy, long index, double value) {
        if (parts.bytes() == Float.BYTES) {
            copy.setAtIndex(ValueLayout.JAVA_FLOAT, index, (float) value);
        } else {
            copy.setAtIndex(ValueLayout.JAVA_DOUBLE, index, value);
        }
    }
}
