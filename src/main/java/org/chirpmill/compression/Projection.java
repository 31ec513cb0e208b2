package org.chirpmill.compression;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.chirpmill.compression.product.PanelMatrix;
import org.chirpmill.compression.product.Tiles;
import org.chirpmill.engine.MatrixTransform;
import org.chirpmill.engine.RowTurning;
import org.chirpmill.rows.Precision;

/**
 * The projection of polarizations on a basis: rows . matrix, where the matrix is bins x size. It is kept once, as the
 * CPU's own product reads it, in the precision of the rows, without the bins at its ends that no vector reaches.
 */
final class Projection implements MatrixTransform {
    /** With fewer rows, the matrix is carried to the cache more often than it is worth: measured on 8193 bins. */
    private static final int LEAST_ROWS = 32;
    /** What these may take in a worker's hands: fewer rows do where bins are many, as the matrix then is large too. */
    private static final long LEAST_ROWS_BYTES = 64L << 20;

    /**
     * Binary exponent that the largest matrix element is brought to for single precision: a strain of 1e-23 times that
     * is about 1, so that products neither vanish nor overflow whether or not the matrix whitens.
     */
    private static final int SINGLE_EXPONENT = 76;

    private final int size;
    private final int bins;
    private final Precision precision;
    private final int firstBin;
    private final int endBin;
    private final int exponent;
    private final PanelMatrix<?> matrix;
    private final Optional<HeterodyneInPlace> turning;

    /**
     * Takes a matrix of bins x {@code size} interleaved complex numbers, row-major.
     *
     * @param turning what heterodynes rows, where they lie, before they are projected; empty where nothing does
     */
    Projection(double[] elements, int size, Precision precision, Optional<HeterodyneInPlace> turning) {
        this(elements, size, precision, Tiles.ofThisJvm(), turning);
    }

    /** The same with products that are computed in one way or another, which changes no coefficient. */
    Projection(double[] elements, int size, Precision precision, Tiles tiles) {
        this(elements, size, precision, tiles, Optional.empty());
    }

    private Projection(double[] elements, int size, Precision precision, Tiles tiles,
            Optional<HeterodyneInPlace> turning) {
        this.turning = turning;
        this.size = size;
        this.bins = elements.length / (2 * size);
        this.precision = precision;
        this.firstBin = firstNonZero(elements) / (2 * size);
        this.endBin = Math.max(firstBin, 1 + lastNonZero(elements) / (2 * size));
        this.exponent = precision == Precision.SINGLE ? SINGLE_EXPONENT - Math.getExponent(largest(elements)) : 0;
        this.matrix = PanelMatrix.of(elements, firstBin, endBin - firstBin, size, exponent, precision, tiles);
    }

    private static int firstNonZero(double[] elements) {
        int at = 0;
        while (at < elements.length - 1 && elements[at] == 0) {
            at++;
        }
        return at;
    }

    private static int lastNonZero(double[] elements) {
        int at = elements.length - 1;
        while (at > 0 && elements[at] == 0) {
            at--;
        }
        return at;
    }

    private static double largest(double[] elements) {
        double largest = Double.MIN_NORMAL;
        for (double element : elements) {
            largest = Math.max(largest, Math.abs(element));
        }
        return largest;
    }

    @Override
    public int columns() {
        return size;
    }

    @Override
    public String nameOf(int column) {
        return "coefficient " + column;
    }

    @Override
    public boolean isInPlace() {
        return false;
    }

    @Override
    public int batchRows(int rowsForCaches) {
        long rowBytes = 2L * bins * precision.complexBytes();
        return Math.max(Math.clamp(LEAST_ROWS_BYTES / rowBytes, 1, LEAST_ROWS), rowsForCaches);
    }

    @Override
    public long bytes(int workers, int capacity) {
        return matrix.bytes() + workers * matrix.productBytes(2 * capacity)
            + turning.map(each -> each.bytes(workers, capacity)).orElse(0L);
    }

    @Override
    public Applier open(int capacity, Precision asked) {
        if (asked != precision) {
            throw new IllegalArgumentException("a projection in " + precision + " precision does not take " + asked);
        }
        return new Projector(this, capacity);
    }

    int bins() {
        return bins;
    }

    @Override
    public Optional<RowTurning> turning() {
        return turning.map(each -> each);
    }

    /** What heterodynes a worker's rows; empty where nothing does. */
    Optional<Applier> openTurning(int capacity) {
        return turning.map(each -> each.open(capacity, precision));
    }

    @Override
    public Precision precision() {
        return precision;
    }

    /** The first bin that some vector reaches. */
    @Override
    public int firstBin() {
        return firstBin;
    }

    /** The bin after the last that some vector reaches. */
    @Override
    public int endBin() {
        return endBin;
    }

    /** Made anew each time, for a device's memory. */
    @Override
    public MemorySegment matrix() {
        return matrix.interleaved().asReadOnly();
    }

    /** The reciprocal of the matrix's own scale, a power of two. */
    @Override
    public double scale() {
        return Math.scalb(1.0, -exponent);
    }

    PanelMatrix<?> panels() {
        return matrix;
    }
}
