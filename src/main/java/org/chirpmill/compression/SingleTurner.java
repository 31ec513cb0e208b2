package org.chirpmill.compression;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Turns rows in single precision: the phase is computed in double, as everywhere. */
final class SingleTurner implements RowTurner {
    private final PhaseHeterodyne heterodyne;
    private final TurnLoops loops;
    private final double[] cosine = new double[TurnLoops.BLOCK];
    private final double[] sine = new double[TurnLoops.BLOCK];
    private final float[] cosines = new float[2 * TurnLoops.BLOCK];
    private final float[] sines = new float[2 * TurnLoops.BLOCK];
    private final float[] parts = new float[2 * TurnLoops.BLOCK];

    SingleTurner(PhaseHeterodyne heterodyne, TurnLoops loops) {
        this.heterodyne = heterodyne;
        this.loops = loops;
    }

    @Override
    public void aim(PhaseHeterodyne.Chirp chirp, int from, int count) {
        loops.sincos(heterodyne, chirp, from, count, cosine, sine);
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
    public void turn(MemorySegment rows, long offset, int count) {
        MemorySegment.copy(rows, ValueLayout.JAVA_FLOAT, offset, parts, 0, 2 * count);
        loops.turn(parts, cosines, sines, count);
        MemorySegment.copy(parts, 0, rows, ValueLayout.JAVA_FLOAT, offset, 2 * count);
    }
}
