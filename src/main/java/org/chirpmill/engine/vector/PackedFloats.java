package org.chirpmill.engine.vector;

import static org.chirpmill.engine.vector.FloatPasses.HALF;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Interleaves real and imaginary parts as complex64 and copies them off-heap. One thread. */
final class PackedFloats {
    private static final VectorSpecies<Long> PAIRS =
        VectorSpecies.of(long.class, SPECIES.vectorShape());

    private final long[] pairs;

    PackedFloats(int most) {
        pairs = new long[most + 2 * FloatPasses.COUNT];
    }

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
    boolean store(float[] real, float[] imaginary, double factorReal, double factorImaginary, int count,
            MemorySegment target, long offset) {
        boolean finite = interleave(real, imaginary, (float) factorReal, (float) factorImaginary, count);
        MemorySegment.copy(pairs, 0, target, ValueLayout.JAVA_LONG_UNALIGNED, offset, count);
        return finite;
    }

    /** A pair is one long: the parts' bits side by side, which costs less than shuffling lanes. */
    private boolean interleave(
            float[] real, float[] imaginary, float factorReal, float factorImaginary, int count) {
        FloatVector nothing = FloatVector.zero(HALF);
        for (int i = 0; i < count; i += HALF.length()) {
            FloatVector re = FloatVector.fromArray(HALF, real, i);
            FloatVector im = FloatVector.fromArray(HALF, imaginary, i);
            FloatVector a = re.mul(factorReal).sub(im.mul(factorImaginary));
            FloatVector b = im.mul(factorReal).add(re.mul(factorImaginary));
            // Zero times a number is zero, times what is none it is none.
            nothing = a.fma(FloatVector.zero(HALF), nothing);
            nothing = b.fma(FloatVector.zero(HALF), nothing);
            LongVector low = (LongVector) a.reinterpretAsInts().convertShape(VectorOperators.ZERO_EXTEND_I2L, PAIRS, 0);
            LongVector high =
                (LongVector) b.reinterpretAsInts().convertShape(VectorOperators.ZERO_EXTEND_I2L, PAIRS, 0);
            low.or(high.lanewise(VectorOperators.LSHL, 32)).intoArray(pairs, i);
        }
        return nothing.compare(VectorOperators.EQ, 0).allTrue();
    }
}
