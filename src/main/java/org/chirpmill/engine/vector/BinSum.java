package org.chirpmill.engine.vector;

import java.lang.foreign.MemorySegment;
import org.chirpmill.model.lanes.ModeSum;

/** Sums the modes of a waveform over a block of bins and stores both polarizations. One thread. */
interface BinSum {
    /** The most bins of a block: all that is computed for one stays in the first-level cache. */
    int BLOCK = 1024;

    /**
     * Computes and stores the bins from {@code from} to {@code to}.
     *
     * @param sum the waveform
     * @param ends where each mode's bins end
     * @param pieces each mode's polynomials; null where every bin is to be evaluated
     * @param from first bin
     * @param to end of the bins, at most {@link #BLOCK} more
     * @param plus receives h_plus
     * @param cross receives h_cross
     * @param offset where in both, bytes
     * @return whether all stored numbers are finite
     */
    boolean store(ModeSum sum, int[] ends, ModePieces[] pieces, int from, int to,
        MemorySegment plus, MemorySegment cross, long offset);
}
