package org.chirpmill.rows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A contiguous range of dataset rows on its way from an evaluator to the sink. Its memory is off-heap and reused:
 * whoever consumes a batch is done with it when the call returns.
 *
 * <p>Layouts, all row-major in the machine's byte order: parameters, capacity x parameterCount doubles; h_plus and
 * h_cross, capacity x bins interleaved complex numbers of the batch's precision.
 */
public final class Batch {
    /** Bytes: a memory page, which a device's driver pins as a whole and which must not belong to two polarizations. */
    private static final int PAGE = 4096;

    private final int capacity;
    private final int bins;
    private final int parameterCount;
    private final Precision precision;
    private final MemorySegment parameters;
    private final MemorySegment plus;
    private final MemorySegment cross;
    private final List<Rejection> rejections = new ArrayList<>();
    private final Map<String, Integer> remarks = new TreeMap<>();
    private final boolean[] finite;
    private final int[] silentFrom;
    private long firstRow;
    private int count;

    /** Room for {@code capacity} rows, allocated in {@code arena} on cache-line or page boundaries. */
    public Batch(Arena arena, int capacity, int bins, int parameterCount, Precision precision) {
        this.capacity = capacity;
        this.bins = bins;
        this.parameterCount = parameterCount;
        this.precision = precision;
        this.parameters = arena.allocate((long) capacity * parameterCount * Double.BYTES, 64);
        this.plus = arena.allocate((long) capacity * bins * precision.complexBytes(), PAGE);
        this.cross = arena.allocate((long) capacity * bins * precision.complexBytes(), PAGE);
        this.finite = new boolean[capacity];
        this.silentFrom = new int[capacity];
    }

    /** Makes this batch stand for rows {@code firstRow} to {@code firstRow + count - 1}, nothing rejected yet. */
    public void startAt(long firstRow, int count) {
        if (count > capacity) {
            throw new IllegalArgumentException(count + " rows do not fit a batch of " + capacity);
        }
        this.firstRow = firstRow;
        this.count = count;
        Arrays.fill(finite, false);
        rejections.clear();
        remarks.clear();
    }

    /** Takes over all of another batch's rows but their polarizations: parameters, rejections, remarks. */
    public void describeAs(Batch other) {
        startAt(other.firstRow, other.count);
        parameters().copyFrom(other.parameters());
        rejections.addAll(other.rejections);
        remarks.putAll(other.remarks);
    }

    /** Index in the dataset of this batch's first row. */
    public long firstRow() {
        return firstRow;
    }

    /** How many rows this batch holds now. */
    public int count() {
        return count;
    }

    /** How many rows this batch can hold. */
    public int capacity() {
        return capacity;
    }

    /** Frequency bins a row. */
    public int bins() {
        return bins;
    }

    /** Parameters a row. */
    public int parameterCount() {
        return parameterCount;
    }

    /** Precision of the polarizations. */
    public Precision precision() {
        return precision;
    }

    /** The rows' parameters; only the first {@link #count} rows mean anything. */
    public MemorySegment parameters() {
        return parameters.asSlice(0, (long) count * parameterCount * Double.BYTES);
    }

    /** The rows' plus polarization. */
    public MemorySegment plus() {
        return plus.asSlice(0, (long) count * bins * precision.complexBytes());
    }

    /** The rows' cross polarization. */
    public MemorySegment cross() {
        return cross.asSlice(0, (long) count * bins * precision.complexBytes());
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

    /** Whether a row's evaluator has found all its numbers finite; where not, somebody has to look. */
    public boolean isKnownFinite(int row) {
        return finite[row];
    }

    /** How many rows the model or the evaluator made a remark on, by remark; filled by whoever fills the batch. */
    public Map<String, Integer> remarks() {
        return remarks;
    }

    /** Draws that were replaced on the way to these rows; filled by whoever fills the batch. */
    public List<Rejection> rejections() {
        return rejections;
    }
}
