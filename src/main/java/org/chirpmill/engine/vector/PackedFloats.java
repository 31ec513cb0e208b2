package org.chirpmill.engine.vector;

import static org.chirpmill.engine.vector.FloatPasses.FLOATS;
import static org.chirpmill.engine.vector.FloatPasses.HALF;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Interleaves real and imaginary parts as complex64 and copies them off-heap. A pair is one long, the parts' bits side
 * by side, which costs less than shuffling lanes. One thread.
 */
final class PackedFloats {
    private static final VectorSpecies<Long> PAIRS =
        VectorSpecies.of(long.class, SPECIES.vectorShape());

    private final long[] pairs;
    private final long[] turnedPairs;

    PackedFloats(int most) {
        pairs = new long[most + 2 * FloatPasses.COUNT];
        turnedPairs = new long[pairs.length];
    }

    /**
     * Stores numbers times a factor.
     *
     * @param real real parts
     * @param imaginary imaginary parts
     * @param factor what to multiply by
     * @param count how many numbers
     * @param target receives them
     * @param offset where, bytes
     * @return whether all are finite
     */
    boolean store(float[] real, float[] imaginary, double factor, int count, MemorySegment target, long offset) {
        boolean finite = interleave(real, imaginary, (float) factor, count);
        MemorySegment.copy(pairs, 0, target, ValueLayout.JAVA_LONG_UNALIGNED, offset, count);
        return finite;
    }

    /**
     * Stores numbers twice: times one factor, and times -i and another.
     *
     * @param plus receives the first
     * @param cross receives the others
     * @return whether all are finite
     */
    boolean storeBoth(float[] real, float[] imaginary, double plusFactor, double crossFactor, int count,
            MemorySegment plus, MemorySegment cross, long offset) {
        boolean finite = interleave(real, imaginary, (float) plusFactor, (float) crossFactor, count);
        MemorySegment.copy(pairs, 0, plus, ValueLayout.JAVA_LONG_UNALIGNED, offset, count);
        MemorySegment.copy(turnedPairs, 0, cross, ValueLayout.JAVA_LONG_UNALIGNED, offset, count);
        return finite;
    }

    private boolean interleave(float[] real, float[] imaginary, float factor, int count) {
        FloatVector nothing = FloatVector.zero(FLOATS);
        for (int i = 0; i < count; i += HALF.length()) {
            LongVector low = (LongVector) FloatVector.fromArray(HALF, real, i).reinterpretAsInts()
                .convertShape(VectorOperators.ZERO_EXTEND_I2L, PAIRS, 0);
            LongVector high = (LongVector) FloatVector.fromArray(HALF, imaginary, i).reinterpretAsInts()
                .convertShape(VectorOperators.ZERO_EXTEND_I2L, PAIRS, 0);
            FloatVector both = low.or(high.lanewise(VectorOperators.LSHL, 32)).reinterpretAsFloats().mul(factor);
            // Zero times a number is zero, times what is none it is none.
            nothing = both.fma(FloatVector.zero(FLOATS), nothing);
            both.reinterpretAsLongs().intoArray(pairs, i);
        }
        return nothing.compare(VectorOperators.EQ, 0).allTrue();
    }

    /** -i (a + i b) = b - i a: the pair turned round, and the sign of its second part. */
    private boolean interleave(float[] real, float[] imaginary, float plusFactor, float crossFactor, int count) {
        FloatVector turnedFactor = LongVector.broadcast(PAIRS,
            Integer.toUnsignedLong(Float.floatToRawIntBits(crossFactor))
                | (long) Float.floatToRawIntBits(-crossFactor) << 32).reinterpretAsFloats();
        FloatVector nothing = FloatVector.zero(FLOATS);
        for (int i = 0; i < count; i += HALF.length()) {
            LongVector low = (LongVector) FloatVector.fromArray(HALF, real, i).reinterpretAsInts()
                .convertShape(VectorOperators.ZERO_EXTEND_I2L, PAIRS, 0);
            LongVector high = (LongVector) FloatVector.fromArray(HALF, imaginary, i).reinterpretAsInts()
                .convertShape(VectorOperators.ZERO_EXTEND_I2L, PAIRS, 0);
            LongVector both = low.or(high.lanewise(VectorOperators.LSHL, 32));
            LongVector turned = high.or(low.lanewise(VectorOperators.LSHL, 32));
            FloatVector plus = both.reinterpretAsFloats().mul(plusFactor);
            FloatVector cross = turned.reinterpretAsFloats().mul(turnedFactor);
            nothing = plus.fma(FloatVector.zero(FLOATS), cross.fma(FloatVector.zero(FLOATS), nothing));
            plus.reinterpretAsLongs().intoArray(pairs, i);
            cross.reinterpretAsLongs().intoArray(turnedPairs, i);
        }
        return nothing.compare(VectorOperators.EQ, 0).allTrue();
    }
}
