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

import org.chirpmill.compression.product.SoftwareFma;

/** Turns in plain Java: what the SIMD lanes are held to, and what takes their place where there are none. */
final class PlainTurns implements TurnLoops {
    private final boolean fuses;

    /** Takes {@link Math#fma} where the CPU {@code fuses}, else {@link SoftwareFma}. */
    PlainTurns(boolean fuses) {
        this.fuses = fuses;
    }

    private double fma(double a, double b, double c) {
        return fuses ? Math.fma(a, b, c) : SoftwareFma.fma(a, b, c);
    }

    @Override
    public void sincos(PhaseHeterodyne phase, PhaseHeterodyne.Chirp chirp, int from, int count, double[] cosine,
            double[] sine) {
        double[] leading = phase.leadingPowers();
        double[] next = phase.nextPowers();
        for (int i = 0; i < count; i++) {
            double turn = leading[from + i] * chirp.leading() + next[from + i] * chirp.next();
            double u = turn - (turn + ROUNDER - ROUNDER);
            double z = u * u;
            double s = fma(fma(fma(fma(S8, z, S7), z, S6), z, S5), z, S4);
            s = fma(fma(fma(fma(s, z, S3), z, S2), z, S1), z, S0) * u;
            double c = fma(fma(fma(fma(C8, z, C7), z, C6), z, C5), z, C4);
            c = fma(fma(fma(fma(c, z, C3), z, C2), z, C1), z, C0);
            sine[i] = (s + s) * c;
            cosine[i] = fma(-(s + s), s, 1);
        }
    }

    @Override
    public void spread(double[] cosine, double[] sine, int count, float[] cosines, float[] sines) {
        for (int i = 0; i < count; i++) {
            float c = (float) cosine[i];
            float s = (float) sine[i];
            cosines[2 * i] = c;
            cosines[2 * i + 1] = c;
            sines[2 * i] = -s;
            sines[2 * i + 1] = s;
        }
    }

    @Override
    public void spread(double[] cosine, double[] sine, int count, double[] cosines, double[] sines) {
        for (int i = 0; i < count; i++) {
            cosines[2 * i] = cosine[i];
            cosines[2 * i + 1] = cosine[i];
            sines[2 * i] = -sine[i];
            sines[2 * i + 1] = sine[i];
        }
    }

    @Override
    public void turn(float[] parts, float[] cosines, float[] sines, int count) {
        for (int at = 0; at < 2 * count; at += 2) {
            float x = parts[at];
            float y = parts[at + 1];
            parts[at] = x * cosines[at] + y * sines[at];
            parts[at + 1] = y * cosines[at + 1] + x * sines[at + 1];
        }
    }

    @Override
    public void turn(double[] parts, double[] cosines, double[] sines, int count) {
        for (int at = 0; at < 2 * count; at += 2) {
            double x = parts[at];
            double y = parts[at + 1];
            parts[at] = x * cosines[at] + y * sines[at];
            parts[at + 1] = y * cosines[at + 1] + x * sines[at + 1];
        }
    }
}
