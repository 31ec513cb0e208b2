package org.chirpmill.compression;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Turns rows in double precision. */
final class DoubleTurner implements RowTurner {
    private final PhaseHeterodyne heterodyne;
    private final TurnLoops loops;
    private final double[] cosine = new double[TurnLoops.BLOCK];
    private final double[] sine = new double[TurnLoops.BLOCK];
    private final double[] cosines = new double[2 * TurnLoops.BLOCK];
    private final double[] sines = new double[2 * TurnLoops.BLOCK];
    private final double[] parts = new double[2 * TurnLoops.BLOCK];

    DoubleTurner(PhaseHeterodyne heterodyne, TurnLoops loops) {
        this.heterodyne = heterodyne;
        this.loops = loops;
    }

    @Override
    public void aim(PhaseHeterodyne.Chirp chirp, int from, int count) {
        loops.sincos(heterodyne, chirp, from, count, cosine, sine);
        for (int i = 0; i < count; i++) {
            double c = cosine[i];
            double s = sine[i];
            cosines[2 * i] = c;
            cosines[2 * i + 1] = c;
            sines[2 * i] = -s;
            sines[2 * i + 1] = s;
        }
    }

    @Override
    public void turn(MemorySegment rows, long offset, int count) {
        MemorySegment.copy(rows, ValueLayout.JAVA_DOUBLE, offset, parts, 0, 2 * count);
        loops.turn(parts, cosines, sines, count);
        MemorySegment.copy(parts, 0, rows, ValueLayout.JAVA_DOUBLE, offset, 2 * count);
    }
}
