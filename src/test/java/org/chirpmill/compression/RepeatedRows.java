package org.chirpmill.compression;

/**
 * The same columns again and again.
 *
 * @param columns active bins x a multiple of the block
 * @param count how many polarizations they make
 */
record RepeatedRows(ComplexMatrix columns, long count) implements TrainingRows {
    @Override
    public int bins() {
        return columns.rows();
    }

    @Override
    public int firstBin() {
        return 0;
    }

    @Override
    public void read(long polarizations, BlockConsumer consumer) {
        for (long done = 0; done < polarizations; done += WhitenedBlocks.BLOCK) {
            int now = (int) Math.min(WhitenedBlocks.BLOCK, polarizations - done);
            consumer.accept(columns.columns((int) (done % columns.columns()), now));
        }
    }

    @Override
    public void readAt(int[] places, long polarizations, BlockConsumer consumer) {
        RepeatedRows some = new RepeatedRows(RowsInMemory.rowsOf(columns, places), count);
        some.read(polarizations, consumer);
    }

    @Override
    public void read(long[] waveforms, BlockConsumer consumer) {
        for (long waveform : waveforms) {
            consumer.accept(columns.columns((int) (2 * waveform % columns.columns()), 2));
        }
    }
}
