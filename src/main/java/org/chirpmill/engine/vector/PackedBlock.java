package org.chirpmill.engine.vector;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.chirpmill.rows.Precision;

/** Interleaves real and imaginary parts in the output's precision and copies them off-heap. One thread. */
interface PackedBlock {
    /**
     * Stores numbers times a complex factor.
     *
     * @param real real parts
     * @param imaginary imaginary parts
     * @param factorReal real part of the factor
     * @param factorImaginary its imaginary part
     * @param count how many numbers
     * @param target receives them
     * @param offset where, bytes
     * @return whether all are finite
     */
    boolean store(double[] real, double[] imaginary, double factorReal, double factorImaginary, int count,
        MemorySegment target, long offset);

    /** Stores blocks of at most {@code most} numbers. */
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
        public boolean store(double[] real, double[] imaginary, double factorReal, double factorImaginary, int count,
                MemorySegment target, long offset) {
            float nothing = 0;
            for (int i = 0; i < count; i++) {
                block[2 * i] = (float) (real[i] * factorReal - imaginary[i] * factorImaginary);
                block[2 * i + 1] = (float) (imaginary[i] * factorReal + real[i] * factorImaginary);
                nothing += 0 * block[2 * i] + 0 * block[2 * i + 1];
            }
            MemorySegment.copy(block, 0, target, ValueLayout.JAVA_FLOAT, offset, 2 * count);
            return nothing == 0;
        }
    }

    /** complex128. */
    final class DoubleBlock implements PackedBlock {
        private final double[] block;

        DoubleBlock(int most) {
            block = new double[2 * most];
        }

        @Override
        public boolean store(double[] real, double[] imaginary, double factorReal, double factorImaginary, int count,
                MemorySegment target, long offset) {
            double nothing = 0;
            for (int i = 0; i < count; i++) {
                block[2 * i] = real[i] * factorReal - imaginary[i] * factorImaginary;
                block[2 * i + 1] = imaginary[i] * factorReal + real[i] * factorImaginary;
                nothing += 0 * block[2 * i] + 0 * block[2 * i + 1];
            }
            MemorySegment.copy(block, 0, target, ValueLayout.JAVA_DOUBLE, offset, 2 * count);
            return nothing == 0;
        }
    }
}
