package org.chirpmill.compression;

import java.io.IOException;

/**
 * The polarizations that a basis is made from or measured on, whitened where that is asked for. They can be read again
 * and again, always the same and in the same order, and are never all in memory. Consumers are given each block once,
 * in order; both polarizations of a waveform lie in one block, side by side.
 */
interface TrainingRows {
    /** Bins of a waveform. */
    int bins();

    /** Bins before this one are zero in all waveforms and are not given out. */
    int firstBin();

    /** How many polarizations there are: h_plus and h_cross of each waveform. */
    long count();

    /**
     * Reads the first polarizations, block after block.
     *
     * @param polarizations how many, an even number
     */
    void read(long polarizations, BlockConsumer consumer) throws IOException, InterruptedException;

    /**
     * The same at some bins alone.
     *
     * @param places of the bins among those that are given out, rising
     */
    void readAt(int[] places, long polarizations, BlockConsumer consumer) throws IOException, InterruptedException;

    /**
     * Reads some waveforms whole.
     *
     * @param waveforms their numbers, rising: of waveform k the polarizations are 2 k and 2 k + 1
     */
    void read(long[] waveforms, BlockConsumer consumer) throws IOException, InterruptedException;

    /** How many bins are given out. */
    default int activeBins() {
        return bins() - firstBin();
    }
}
