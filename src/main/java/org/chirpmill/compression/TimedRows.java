package org.chirpmill.compression;

import java.io.IOException;

/** Rows that know how long their readers waited for them. */
final class TimedRows implements TrainingRows {
    private final TrainingRows rows;
    private long waited;

    TimedRows(TrainingRows rows) {
        this.rows = rows;
    }

    /** Time that went by in reading, without what consumers took of it, s. */
    double secondsWaited() {
        return waited * 1e-9;
    }

    private interface Reading {
        void into(BlockConsumer consumer) throws IOException, InterruptedException;
    }

    private void timed(BlockConsumer consumer, Reading reading) throws IOException, InterruptedException {
        long began = System.nanoTime();
        reading.into(block -> {
            long given = System.nanoTime();
            consumer.accept(block);
            waited -= System.nanoTime() - given;
        });
        waited += System.nanoTime() - began;
    }

    @Override
    public int bins() {
        return rows.bins();
    }

    @Override
    public int firstBin() {
        return rows.firstBin();
    }

    @Override
    public long count() {
        return rows.count();
    }

    @Override
    public void read(long polarizations, BlockConsumer consumer) throws IOException, InterruptedException {
        timed(consumer, each -> rows.read(polarizations, each));
    }

    @Override
    public void readAt(int[] places, long polarizations, BlockConsumer consumer)
            throws IOException, InterruptedException {
        timed(consumer, each -> rows.readAt(places, polarizations, each));
    }

    @Override
    public void read(long[] waveforms, BlockConsumer consumer) throws IOException, InterruptedException {
        timed(consumer, each -> rows.read(waveforms, each));
    }
}
