package org.chirpmill.compression;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.chirpmill.compression.PhaseHeterodyne.Chirp;
import org.chirpmill.rows.Precision;

/**
 * Turns rows where they lie, in one thread's hands: block of bins by block of bins, all polarizations of a block by the
 * same sines and cosines. The phase is computed in double precision, whichever the rows have.
 */
abstract sealed class RowTurner permits SingleTurner, DoubleTurner {
    private final PhaseHeterodyne heterodyne;
    private final TurnLoops loops;
    private final int complexBytes;
    private final double[] cosine = new double[TurnLoops.BLOCK];
    private final double[] sine = new double[TurnLoops.BLOCK];

    RowTurner(PhaseHeterodyne heterodyne, TurnLoops loops, Precision precision) {
        this.heterodyne = heterodyne;
        this.loops = loops;
        this.complexBytes = precision.complexBytes();
    }

    /** One for rows of a precision. */
    static RowTurner of(PhaseHeterodyne heterodyne, Precision precision, TurnLoops loops) {
        return switch (precision) {
            case SINGLE -> new SingleTurner(heterodyne, loops);
            case DOUBLE -> new DoubleTurner(heterodyne, loops);
        };
    }

    /**
     * Turns a row's bins from {@code firstBin} on and before {@code endBin}.
     *
     * @param chirp by whose phase
     * @param polarizations whole rows of each
     * @param row which of their rows, from 0
     */
    final void turn(Chirp chirp, List<MemorySegment> polarizations, int row, int firstBin, int endBin) {
        for (int from = firstBin; from < endBin; from += TurnLoops.BLOCK) {
            int count = Math.min(TurnLoops.BLOCK, endBin - from);
            long offset = ((long) row * heterodyne.bins() + from) * complexBytes;
            loops.sincos(heterodyne, chirp, from, count, cosine, sine);
            spread(cosine, sine, count);
            for (MemorySegment rows : polarizations) {
                turnBlock(rows, offset, count);
            }
        }
    }

    /** Keeps what {@link #turnBlock} turns by. */
    abstract void spread(double[] cosine, double[] sine, int count);

    /**
     * Turns some bins of a polarization.
     *
     * @param rows of whichever polarization
     * @param offset of the first of the bins, bytes
     * @param count how many, at most {@link TurnLoops#BLOCK}
     */
    abstract void turnBlock(MemorySegment rows, long offset, int count);
}
