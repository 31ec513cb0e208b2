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

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Turns on SIMD lanes, through the Vector API. */
final class LaneTurns implements TurnLoops {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorShuffle<Float> OTHER_FLOAT = VectorShuffle.fromOp(FLOATS, lane -> lane ^ 1);
    private static final VectorShuffle<Double> OTHER_DOUBLE = VectorShuffle.fromOp(SPECIES, lane -> lane ^ 1);

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
            DoubleVector s = z.mul(S8).add(S7).mul(z).add(S6).mul(z).add(S5).mul(z).add(S4).mul(z).add(S3).mul(z)
                .add(S2).mul(z).add(S1).mul(z).add(S0).mul(u);
            DoubleVector c = z.mul(C8).add(C7).mul(z).add(C6).mul(z).add(C5).mul(z).add(C4).mul(z).add(C3).mul(z)
                .add(C2).mul(z).add(C1).mul(z).add(C0);
            DoubleVector twice = s.add(s);
            twice.mul(c).intoArray(sine, i);
            twice.mul(s).neg().add(1).intoArray(turns, i);
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
