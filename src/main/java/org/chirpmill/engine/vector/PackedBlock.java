package org.chirpmill.engine.vector;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.chirpmill.engine.Precision;

/** Interleaves a block of both polarizations in the output's precision and copies it off-heap. */
interface PackedBlock {
    /**
     * Stores a block.
     *
     * @param h Re h_plus, Im h_plus, Re h_cross, Im h_cross
     * @param count bins of the block
     * @param plus receives h_plus
     * @param cross receives h_cross
     * @param offset where in both, bytes
     */
    void store(double[][] h, int count, MemorySegment plus, MemorySegment cross, long offset);

    /** Stores blocks of at most {@code most} bins. */
    static PackedBlock of(Precision precision, int most) {
        return switch (precision) {
            case SINGLE -> new SingleBlock(most);
            case DOUBLE -> new DoubleBlock(most);
        };
    }

    /** complex64. */
    final class SingleBlock implements PackedBlock {
        private final float[] block;

        SingleBlock(int most) {
            block = new float[2 * most];
        }

        @Override
        public void store(double[][] h, int count, MemorySegment plus, MemorySegment cross, long offset) {
            interleave(h[0], h[1], count);
            MemorySegment.copy(block, 0, plus, ValueLayout.JAVA_FLOAT, offset, 2 * count);
            interleave(h[2], h[3], count);
            MemorySegment.copy(block, 0, cross, ValueLayout.JAVA_FLOAT, offset, 2 * count);
        }

        private void interleave(double[] real, double[] imaginary, int count) {
            for (int i = 0; i < count; i++) {
                block[2 * i] = (float) real[i];
                block[2 * i + 1] = (float) imaginary[i];
            }
        }
    }

    /** complex128. */
    final class DoubleBlock implements PackedBlock {
        private final double[] block;

        DoubleBlock(int most) {
            block = new double[2 * most];
        }

        @Override
        public void store(double[][] h, int count, MemorySegment plus, MemorySegment cross, long offset) {
            interleave(h[0], h[1], count);
            MemorySegment.copy(block, 0, plus, ValueLayout.JAVA_DOUBLE, offset, 2 * count);
            interleave(h[2], h[3], count);
            MemorySegment.copy(block, 0, cross, ValueLayout.JAVA_DOUBLE, offset, 2 * count);
        }

        private void interleave(double[] real, double[] imaginary, int count) {
            for (int i = 0; i < count; i++) {
                block[2 * i] = real[i];
                block[2 * i + 1] = imaginary[i];
            }
        }
    }
}
