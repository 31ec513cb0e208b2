package org.chirpmill.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.chirpmill.rows.Precision;

/**
 * Looks for numbers that are not finite. Without their sign, the bits of finite numbers are integers below those of
 * infinity, and the largest of many integers is found several at a time, which no comparison of floats is.
 */
final class FiniteScan {
    private static final int INFINITY = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);
    private static final long LONG_INFINITY = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);
    private static final int CHUNK = 1024;

    private final Precision precision;
    private final int[] bits = new int[CHUNK];
    private final long[] longBits = new long[CHUNK];

    FiniteScan(Precision precision) {
        this.precision = precision;
    }

    /** The index of the first number in the segment that is not finite, or -1. */
    long firstNonFinite(MemorySegment numbers) {
        long count = numbers.byteSize() / precision.bytes();
        for (long from = 0; from < count; from += CHUNK) {
            int length = (int) Math.min(CHUNK, count - from);
            if (!isFinite(numbers, from, length)) {
                return from + firstInChunk(length);
            }
        }
        return -1;
    }

    private boolean isFinite(MemorySegment numbers, long from, int length) {
        if (precision == Precision.SINGLE) {
            MemorySegment.copy(numbers, ValueLayout.JAVA_INT, from * Integer.BYTES, bits, 0, length);
            int largest = 0;
            for (int i = 0; i < length; i++) {
                largest = Math.max(largest, bits[i] & Integer.MAX_VALUE);
            }
            return largest < INFINITY;
        }
        MemorySegment.copy(numbers, ValueLayout.JAVA_LONG, from * Long.BYTES, longBits, 0, length);
        long largest = 0;
        for (int i = 0; i < length; i++) {
            largest = Math.max(largest, longBits[i] & Long.MAX_VALUE);
        }
        return largest < LONG_INFINITY;
    }

    private int firstInChunk(int length) {
        for (int i = 0; i < length; i++) {
            boolean finite = precision == Precision.SINGLE
                ? (bits[i] & Integer.MAX_VALUE) < INFINITY
                : (longBits[i] & Long.MAX_VALUE) < LONG_INFINITY;
            if (!finite) {
                return i;
            }
        }
        throw new IllegalStateException("the chunk is finite");
    }
}
