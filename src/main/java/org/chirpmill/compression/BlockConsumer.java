package org.chirpmill.compression;

/** Takes whitened polarizations, a few hundred at a time. */
interface BlockConsumer {
    /**
     * Uses a block, whose memory may be overwritten and is used again when this returns.
     *
     * @param block active bins x polarizations; column 2i is h_plus of waveform i, column 2i + 1 its h_cross
     */
    void accept(ComplexMatrix block);
}
