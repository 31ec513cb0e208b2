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

/** Turns in plain Java: what the SIMD lanes are held to, and what takes their place where there are none. */
final class PlainTurns implements TurnLoops {
    @Override
    public void sincos(PhaseHeterodyne phase, PhaseHeterodyne.Chirp chirp, int from, int count, double[] cosine,
            double[] sine) {
        double[] leading = phase.leadingPowers();
        double[] next = phase.nextPowers();
        for (int i = 0; i < count; i++) {
            double turn = leading[from + i] * chirp.leading() + next[from + i] * chirp.next();
            double u = turn - (turn + ROUNDER - ROUNDER);
            double z = u * u;
            double s = u * (S0 + z * (S1 + z * (S2 + z * (S3 + z * (S4 + z * (S5 + z * (S6 + z * (S7 + z * S8))))))));
            double c = C0 + z * (C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * (C6 + z * (C7 + z * C8)))))));
            sine[i] = (s + s) * c;
            cosine[i] = 1 - (s + s) * s;
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
