package org.chirpmill.compression;

import static org.chirpmill.compression.Turns.C0;
import static org.chirpmill.compression.Turns.C1;
import static org.chirpmill.compression.Turns.C2;
import static org.chirpmill.compression.Turns.C3;
import static org.chirpmill.compression.Turns.C4;
import static org.chirpmill.compression.Turns.C5;
import static org.chirpmill.compression.Turns.C6;
import static org.chirpmill.compression.Turns.C7;
import static org.chirpmill.compression.Turns.C8;
import static org.chirpmill.compression.Turns.ROUNDER;
import static org.chirpmill.compression.Turns.S0;
import static org.chirpmill.compression.Turns.S1;
import static org.chirpmill.compression.Turns.S2;
import static org.chirpmill.compression.Turns.S3;
import static org.chirpmill.compression.Turns.S4;
import static org.chirpmill.compression.Turns.S5;
import static org.chirpmill.compression.Turns.S6;
import static org.chirpmill.compression.Turns.S7;
import static org.chirpmill.compression.Turns.S8;
import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Turns on SIMD lanes, through the Vector API. */
final class LaneTurns implements TurnLoops {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorShuffle<Float> OTHER_FLOAT = VectorShuffle.fromOp(FLOATS, lane -> lane ^ 1);
    private static final VectorShuffle<Double> OTHER_DOUBLE = VectorShuffle.fromOp(SPECIES, lane -> lane ^ 1);

    private static final VectorShuffle<Double> LOWER_TWICE = VectorShuffle.fromOp(SPECIES, lane -> lane / 2);
    private static final VectorShuffle<Double> UPPER_TWICE = VectorShuffle.fromOp(SPECIES, lane -> (COUNT + lane) / 2);
    private static final double[] SIGNS = IntStream.range(0, COUNT).mapToDouble(lane -> 2 * (lane % 2) - 1).toArray();
    private static final VectorSpecies<Long> PAIRS = VectorSpecies.of(long.class, SPECIES.vectorShape());
    private static final VectorSpecies<Float> HALF_FLOATS =
        VectorSpecies.of(float.class, VectorShape.forBitSize(SPECIES.vectorBitSize() / 2));
    /** The sign of the float in the lower half of a long. */
    private static final long LOWER_SIGN = 1L << 31;

    @Override
    public void sincos(PhaseHeterodyne phase, PhaseHeterodyne.Chirp chirp, int from, int count, double[] cosine,
            double[] sine) {
        angles(phase.leadingPowers(), chirp.leading(), phase.nextPowers(), chirp.next(), from, count, cosine);
        sincos(cosine, sine, count);
    }

    private static void angles(double[] leadingPowers, double leading, double[] nextPowers, double next, int from,
            int count, double[] turns) {
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector.fromArray(SPECIES, leadingPowers, from + i).mul(leading)
                .add(DoubleVector.fromArray(SPECIES, nextPowers, from + i).mul(next)).intoArray(turns, i);
        }
    }

    /** Replaces angles by their cosines and writes their sines. */
    private static void sincos(double[] turns, double[] sine, int count) {
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector turn = DoubleVector.fromArray(SPECIES, turns, i);
            DoubleVector u = turn.sub(turn.add(ROUNDER).sub(ROUNDER));
            DoubleVector z = u.mul(u);
            DoubleVector s = z.fma(S8, S7)
                .fma(z, DoubleVector.broadcast(SPECIES, S6))
                .fma(z, DoubleVector.broadcast(SPECIES, S5))
                .fma(z, DoubleVector.broadcast(SPECIES, S4))
                .fma(z, DoubleVector.broadcast(SPECIES, S3))
                .fma(z, DoubleVector.broadcast(SPECIES, S2))
                .fma(z, DoubleVector.broadcast(SPECIES, S1))
                .fma(z, DoubleVector.broadcast(SPECIES, S0))
                .mul(u);
            DoubleVector c = z.fma(C8, C7)
                .fma(z, DoubleVector.broadcast(SPECIES, C6))
                .fma(z, DoubleVector.broadcast(SPECIES, C5))
                .fma(z, DoubleVector.broadcast(SPECIES, C4))
                .fma(z, DoubleVector.broadcast(SPECIES, C3))
                .fma(z, DoubleVector.broadcast(SPECIES, C2))
                .fma(z, DoubleVector.broadcast(SPECIES, C1))
                .fma(z, DoubleVector.broadcast(SPECIES, C0));
            DoubleVector twice = s.add(s);
            twice.mul(c).intoArray(sine, i);
            twice.neg().fma(s, DoubleVector.broadcast(SPECIES, 1)).intoArray(turns, i);
        }
    }

    @Override
    public void spread(double[] cosine, double[] sine, int count, float[] cosines, float[] sines) {
        for (int i = 0; i < count; i += COUNT) {
            // A float's bits in the lower half of a long, and once more in the upper one.
            LongVector c = (LongVector) DoubleVector.fromArray(SPECIES, cosine, i)
                .convertShape(VectorOperators.D2F, HALF_FLOATS, 0).reinterpretAsInts()
                .convertShape(VectorOperators.ZERO_EXTEND_I2L, PAIRS, 0);
            LongVector s = (LongVector) DoubleVector.fromArray(SPECIES, sine, i)
                .convertShape(VectorOperators.D2F, HALF_FLOATS, 0).reinterpretAsInts()
                .convertShape(VectorOperators.ZERO_EXTEND_I2L, PAIRS, 0);
            c.or(c.lanewise(VectorOperators.LSHL, 32)).reinterpretAsFloats().intoArray(cosines, 2 * i);
            s.or(s.lanewise(VectorOperators.LSHL, 32)).lanewise(VectorOperators.XOR, LOWER_SIGN)
                .reinterpretAsFloats().intoArray(sines, 2 * i);
        }
    }

    @Override
    public void spread(double[] cosine, double[] sine, int count, double[] cosines, double[] sines) {
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector c = DoubleVector.fromArray(SPECIES, cosine, i);
            DoubleVector s = DoubleVector.fromArray(SPECIES, sine, i);
            DoubleVector sign = DoubleVector.fromArray(SPECIES, SIGNS, 0);
            c.rearrange(LOWER_TWICE).intoArray(cosines, 2 * i);
            c.rearrange(UPPER_TWICE).intoArray(cosines, 2 * i + COUNT);
            s.rearrange(LOWER_TWICE).mul(sign).intoArray(sines, 2 * i);
            s.rearrange(UPPER_TWICE).mul(sign).intoArray(sines, 2 * i + COUNT);
        }
    }

    @Override
    public void turn(float[] parts, float[] cosines, float[] sines, int count) {
        for (int at = 0; at < 2 * count; at += FLOATS.length()) {
            FloatVector number = FloatVector.fromArray(FLOATS, parts, at);
            number.mul(FloatVector.fromArray(FLOATS, cosines, at))
                .add(number.rearrange(OTHER_FLOAT).mul(FloatVector.fromArray(FLOATS, sines, at)))
                .intoArray(parts, at);
        }
    }

    @Override
    public void turn(double[] parts, double[] cosines, double[] sines, int count) {
        for (int at = 0; at < 2 * count; at += COUNT) {
            DoubleVector number = DoubleVector.fromArray(SPECIES, parts, at);
            number.mul(DoubleVector.fromArray(SPECIES, cosines, at))
                .add(number.rearrange(OTHER_DOUBLE).mul(DoubleVector.fromArray(SPECIES, sines, at)))
                .intoArray(parts, at);
        }
    }
}
