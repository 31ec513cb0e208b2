package org.chirpmill.compression;

import java.lang.foreign.MemorySegment;
import org.chirpmill.rows.Precision;

/** Turns rows block by block where they lie, in one thread's hands: first it is aimed at bins, then it turns them. */
sealed interface RowTurner permits SingleTurner, DoubleTurner {
    /** One for rows of a precision. */
    static RowTurner of(PhaseHeterodyne heterodyne, Precision precision, TurnLoops loops) {
        return switch (precision) {
            case SINGLE -> new SingleTurner(heterodyne, loops);
            case DOUBLE -> new DoubleTurner(heterodyne, loops);
        };
    }

    /** Finds by how much a binary's phase turns some bins, at most {@link TurnLoops#BLOCK}. */
    void aim(PhaseHeterodyne.Chirp chirp, int from, int count);

    /**
     * Turns a polarization by that in the bins that it was aimed at.
     *
     * @param rows of whichever polarization
     * @param offset of the first of the bins, bytes
     */
    void turn(MemorySegment rows, long offset, int count);
}
