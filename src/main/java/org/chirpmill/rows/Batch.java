package org.chirpmill.rows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Some rows of a run, next to each other in the order that was asked for, on their way from an evaluator to the sink.
 * Its memory is off-heap and reused: the consumer of a batch is done with it when the call returns, unless the memory
 * is its own ({@link BatchMemory}).
 *
 * <p>Layouts, all row-major in the machine's byte order: parameters, capacity x parameterCount doubles; h_plus and
 * h_cross, capacity x bins interleaved complex numbers of the batch's precision.
 */
public final class Batch {
    /** Bytes: a memory page, which a device's driver pins as a whole and which must not belong to two polarizations. */
    private static final int PAGE = 4096;
    private static final int CACHE_LINE = 64;

    private final BatchShape shape;
    private final boolean isShared;
    private final MemorySegment parameters;
    private final MemorySegment plus;
    private final MemorySegment cross;
    private final List<Rejection> rejections = new ArrayList<>();
    private final Map<String, Integer> remarks = new TreeMap<>();
    private final boolean[] finite;
    private final int[] silentFrom;
    private RowSelection rows = RowRange.first(0);
    private long position;
    private int count;

    private Batch(
            BatchShape shape, MemorySegment parameters, MemorySegment plus, MemorySegment cross, boolean isShared) {
        this.shape = shape;
        this.isShared = isShared;
        this.parameters = parameters;
        this.plus = plus;
        this.cross = cross;
        this.finite = new boolean[shape.capacity()];
        this.silentFrom = new int[shape.capacity()];
    }

    /** A batch of that shape, allocated in {@code arena} on cache-line or page boundaries. */
    public Batch(Arena arena, BatchShape shape) {
        this(shape, arena.allocate(shape.parameterBytes(), CACHE_LINE), arena.allocate(shape.polarizationBytes(), PAGE),
            arena.allocate(shape.polarizationBytes(), PAGE), false);
    }

    /** Room for {@code capacity} rows, allocated in {@code arena}. */
    public Batch(Arena arena, int capacity, int bins, int parameterCount, Precision precision) {
        this(arena, new BatchShape(capacity, bins, parameterCount, precision));
    }

    /**
     * A batch over memory that others may write to between two uses, such as a mapped file: nothing is taken for
     * granted of what it holds.
     *
     * @param parameters {@link BatchShape#parameterBytes} bytes, aligned for doubles
     * @param plus {@link BatchShape#polarizationBytes} bytes, aligned for the precision; on 64 bytes it is fastest
     * @param cross likewise
     * @throws IllegalArgumentException where some memory has another size
     */
    public static Batch over(BatchShape shape, MemorySegment parameters, MemorySegment plus, MemorySegment cross) {
        if (parameters.byteSize() != shape.parameterBytes() || plus.byteSize() != shape.polarizationBytes()
                || cross.byteSize() != shape.polarizationBytes()) {
            throw new IllegalArgumentException("memory of " + parameters.byteSize() + ", " + plus.byteSize() + " and "
                + cross.byteSize() + " bytes does not hold " + shape);
        }
        return new Batch(shape, parameters, plus, cross, true);
    }

    /** Makes this batch stand for rows {@code firstRow} to {@code firstRow + count - 1}, nothing rejected yet. */
    public void startAt(long firstRow, int count) {
        startAt(new RowRange(firstRow, firstRow + count), 0, count);
    }

    /**
     * Makes this batch stand for some of the rows of a run, nothing rejected yet.
     *
     * @param rows all rows of the run
     * @param position where this batch's first row stands among them
     */
    public void startAt(RowSelection rows, long position, int count) {
        if (count > shape.capacity()) {
            throw new IllegalArgumentException(count + " rows do not fit a batch of " + shape.capacity());
        }
        this.rows = rows;
        this.position = position;
        this.count = count;
        Arrays.fill(finite, false);
        if (isShared) {
            Arrays.fill(silentFrom, shape.columns());
        }
        rejections.clear();
        remarks.clear();
    }

    /** Takes over all of another batch's rows but their polarizations: parameters, rejections, remarks. */
    public void describeAs(Batch other) {
        startAs(other);
        parameters().copyFrom(other.parameters());
        rejections.addAll(other.rejections);
        remarks.putAll(other.remarks);
    }

    /** Makes this batch stand for the rows that another one stands for. */
    public void startAs(Batch other) {
        startAt(other.rows, other.position, other.count);
    }

    /** Where this batch's first row stands among the rows of the run, from 0. */
    public long position() {
        return position;
    }

    /** Which row of the set the k-th of this batch is. */
    public long row(int k) {
        return rows.row(position + k);
    }

    /** How many rows this batch holds now. */
    public int count() {
        return count;
    }

    /** How many rows this batch can hold. */
    public int capacity() {
        return shape.capacity();
    }

    /** Complex numbers of one polarization of a row: frequency bins, or coefficients. */
    public int bins() {
        return shape.columns();
    }

    /** Parameters a row. */
    public int parameterCount() {
        return shape.parameterCount();
    }

    /** Precision of the polarizations. */
    public Precision precision() {
        return shape.precision();
    }

    /** The rows' parameters; only the first {@link #count} rows mean anything. */
    public MemorySegment parameters() {
        return parameters.asSlice(0, (long) count * shape.parameterCount() * Double.BYTES);
    }

    /** The rows' plus polarization. */
    public MemorySegment plus() {
        return plus.asSlice(0, (long) count * shape.columns() * shape.precision().complexBytes());
    }

    /** The rows' cross polarization. */
    public MemorySegment cross() {
        return cross.asSlice(0, (long) count * shape.columns() * shape.precision().complexBytes());
    }

    /**
     * The bin from which on a row's place in memory is known to hold zeros: fresh memory does, and where a short
     * waveform follows a long one only what lies between their ends need be cleared.
     */
    public int silentFrom(int row) {
        return silentFrom[row];
    }

    /** Says, by an evaluator that has written a row, from which bin on it has left or written zeros. */
    public void setSilentFrom(int row, int bin) {
        silentFrom[row] = bin;
    }

    /** Says, by an evaluator that has seen every number of a row, whether all are finite. */
    public void setKnownFinite(int row, boolean known) {
        finite[row] = known;
    }

    /** Whether a row's evaluator has found all its numbers finite; where not, the caller has to look. */
    public boolean isKnownFinite(int row) {
        return finite[row];
    }

    /** How many rows the model or the evaluator made a remark on, by remark; filled with the batch. */
    public Map<String, Integer> remarks() {
        return remarks;
    }

    /** Makes a remark on one more row. */
    public void remark(String text) {
        remarks.merge(text, 1, Integer::sum);
    }

    /** Draws that were replaced on the way to these rows; filled with the batch. */
    public List<Rejection> rejections() {
        return rejections;
    }
}
