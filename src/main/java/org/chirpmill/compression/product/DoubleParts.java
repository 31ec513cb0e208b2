package org.chirpmill.compression.product;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/** Parts in double precision. */
final class DoubleParts implements Parts<double[]> {
    @Override
    public int bytes() {
        return Double.BYTES;
    }

    @Override
    public double[] array(int length) {
        return new double[length];
    }

    @Override
    public double get(double[] array, int index) {
        return array[index];
    }

    @Override
    public void set(double[] array, int index, double value) {
        array[index] = value;
    }

    @Override
    public void read(MemorySegment from, long offset, double[] to, int index, int count) {
        MemorySegment.copy(from, ValueLayout.JAVA_DOUBLE, offset, to, index, count);
    }

    @Override
    public void clear(double[] array, int from, int to) {
        Arrays.fill(array, from, to, 0);
    }

    @Override
    public void addTo(double[] sums, int first, double[] parts, int index, int count) {
        for (int k = 0; k < count; k++) {
            sums[first + k] += parts[index + k];
        }
    }

    @Override
    public void write(
            double[] sums, int first, int width, double scale, int columns, MemorySegment to, long offset) {
        long at = offset / Double.BYTES;
        for (int from = first, left = columns; left > 0; from += 2 * width, left -= width) {
            for (int k = 0; k < Math.min(width, left); k++) {
                to.setAtIndex(ValueLayout.JAVA_DOUBLE, at++, sums[from + k] * scale);
                to.setAtIndex(ValueLayout.JAVA_DOUBLE, at++, sums[from + width + k] * scale);
            }
        }
    }
}
