package org.chirpmill.compression.product;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/** Parts in single precision. */
final class SingleParts implements Parts<float[]> {
    @Override
    public int bytes() {
        return Float.BYTES;
    }

    @Override
    public float[] array(int length) {
        return new float[length];
    }

    @Override
    public double get(float[] array, int index) {
        return array[index];
    }

    @Override
    public void set(float[] array, int index, double value) {
        array[index] = (float) value;
    }

    @Override
    public void read(MemorySegment from, long offset, float[] to, int index, int count) {
        MemorySegment.copy(from, ValueLayout.JAVA_FLOAT, offset, to, index, count);
    }

    @Override
    public void clear(float[] array, int from, int to) {
        Arrays.fill(array, from, to, 0);
    }

    @Override
    public void addTo(double[] sums, int first, float[] parts, int index, int count) {
        for (int k = 0; k < count; k++) {
            sums[first + k] += parts[index + k];
        }
    }

    @Override
    public void write(
            double[] sums, int first, int width, double scale, int columns, MemorySegment to, long offset) {
        long at = offset / Float.BYTES;
        for (int from = first, left = columns; left > 0; from += 2 * width, left -= width) {
            for (int k = 0; k < Math.min(width, left); k++) {
                to.setAtIndex(ValueLayout.JAVA_FLOAT, at++, (float) (sums[from + k] * scale));
                to.setAtIndex(ValueLayout.JAVA_FLOAT, at++, (float) (sums[from + width + k] * scale));
            }
        }
    }
}
