package org.chirpmill.compression;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.chirpmill.rows.Precision;

/** Turns rows in double precision. */
final class DoubleTurner extends RowTurner {
    private final TurnLoops loops;
    private final double[] cosines = new double[2 * TurnLoops.BLOCK];
    private final double[] sines = new double[2 * TurnLoops.BLOCK];
    private final double[] parts = new double[2 * TurnLoops.BLOCK];

    DoubleTurner(PhaseHeterodyne heterodyne, TurnLoops loops) {
        super(heterodyne, loops, Precision.DOUBLE);
        this.loops = loops;
    }

    @Override
    void spread(double[] cosine, double[] sine, int count) {
        loops.spread(cosine, sine, count, cosines, sines);
    }

    @Override
    void turnBlock(MemorySegment rows, long offset, int count) {
        MemorySegment.copy(rows, ValueLayout.JAVA_DOUBLE, offset, parts, 0, 2 * count);
        loops.turn(parts, cosines, sines, count);
        MemorySegment.copy(parts, 0, rows, ValueLayout.JAVA_DOUBLE, offset, 2 * count);
    }
}
