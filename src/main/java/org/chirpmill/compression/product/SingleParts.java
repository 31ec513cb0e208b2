package org.chirpmill.compression.product;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

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
    public void addTo(double[] sums, int first, float[] parts, int index, int count) {
        for (int k = 0; k < count; k++) {
            sums[first + k] += parts[index + k];
        }
    }

    @Override
    public void write(
            double[] sums, int first, int width, double scale, int columns, MemorySegment to, long offset) {
        long base = offset / Float.BYTES;
        for (int column = 0; column < columns; column++) {
            int at = first + column / width * 2 * width + column % width;
            to.setAtIndex(ValueLayout.JAVA_FLOAT, base + 2L * column, (float) (sums[at] * scale));
            to.setAtIndex(ValueLayout.JAVA_FLOAT, base + 2L * column + 1, (float) (sums[at + width] * scale));
        }
    }
}
