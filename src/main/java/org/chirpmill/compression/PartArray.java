package org.chirpmill.compression;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.chirpmill.rows.Precision;

/** Real and imaginary parts of a row on the heap, where loops over them are fast, in either precision. */
final class PartArray {
    private final int length;
    /** One of the two is used; the other is empty. */
    private final float[] single;
    private final double[] twice;
    private final boolean isSingle;

    PartArray(Precision precision, int length) {
        this.length = length;
        this.isSingle = precision == Precision.SINGLE;
        this.single = new float[isSingle ? length : 0];
        this.twice = new double[isSingle ? 0 : length];
    }

    /** Reads parts from number {@code first} of the segment on. */
    void read(MemorySegment segment, long first) {
        if (isSingle) {
            MemorySegment.copy(segment, ValueLayout.JAVA_FLOAT, first * Float.BYTES, single, 0, length);
        } else {
            MemorySegment.copy(segment, ValueLayout.JAVA_DOUBLE, first * Double.BYTES, twice, 0, length);
        }
    }

    /** Writes them from number {@code first} of the segment on. */
    void write(MemorySegment segment, long first) {
        if (isSingle) {
            MemorySegment.copy(single, 0, segment, ValueLayout.JAVA_FLOAT, first * Float.BYTES, length);
        } else {
            MemorySegment.copy(twice, 0, segment, ValueLayout.JAVA_DOUBLE, first * Double.BYTES, length);
        }
    }

    /** Adds them to sums from index {@code first} on. */
    void addTo(double[] sums, int first) {
        if (isSingle) {
            for (int k = 0; k < length; k++) {
                sums[first + k] += single[k];
            }
        } else {
            for (int k = 0; k < length; k++) {
                sums[first + k] += twice[k];
            }
        }
    }

    /** Takes sums from index {@code first} on, times {@code scale}. */
    void take(double[] sums, int first, double scale) {
        if (isSingle) {
            for (int k = 0; k < length; k++) {
                single[k] = (float) (sums[first + k] * scale);
            }
        } else {
            for (int k = 0; k < length; k++) {
                twice[k] = sums[first + k] * scale;
            }
        }
    }
}
