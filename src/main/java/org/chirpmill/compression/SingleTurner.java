package org.chirpmill.compression;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.chirpmill.rows.Precision;

/** Turns rows in single precision. */
final class SingleTurner extends RowTurner {
    private final TurnLoops loops;
    private final float[] cosines = new float[2 * TurnLoops.BLOCK];
    private final float[] sines = new float[2 * TurnLoops.BLOCK];
    private final float[] parts = new float[2 * TurnLoops.BLOCK];

    SingleTurner(PhaseHeterodyne heterodyne, TurnLoops loops) {
        super(heterodyne, loops, Precision.SINGLE);
        this.loops = loops;
    }

    @Override
    void spread(double[] cosine, double[] sine, int count) {
        loops.spread(cosine, sine, count, cosines, sines);
    }

    @Override
    void turnBlock(MemorySegment rows, long offset, int count) {
        MemorySegment.copy(rows, ValueLayout.JAVA_FLOAT, offset, parts, 0, 2 * count);
        loops.turn(parts, cosines, sines, count);
        MemorySegment.copy(parts, 0, rows, ValueLayout.JAVA_FLOAT, offset, 2 * count);
    }
}
