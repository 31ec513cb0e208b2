package org.chirpmill.compression;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.function.LongConsumer;
import org.chirpmill.engine.Pipeline;
import org.chirpmill.engine.Schedule;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.rows.BatchSink;
import org.chirpmill.rows.Precision;
import org.chirpmill.rows.RowRange;
import org.chirpmill.rows.Signal;

/**
 * Polarizations that a pipeline evaluates anew each time they are read. They are rows of the same seed as a dataset's
 * with indices that no dataset reaches: drawn alike, and independent of its rows.
 */
final class EvaluatedRows implements TrainingRows {
    private final WaveformTask task;
    private final Schedule schedule;
    private final double[] divisors;
    private final long firstRow;
    private final long waveforms;
    private final LongConsumer progress;
    private long empty;

    /**
     * Rows of a task.
     *
     * @param task evaluates in double precision, and transforms nothing
     * @param compression the steps before a basis
     * @param firstRow index of the first
     * @param progress told of waveforms as they are read
     */
    EvaluatedRows(WaveformTask task, Schedule schedule, Compression compression, long firstRow, long waveforms,
            LongConsumer progress) {
        if (task.precision() != Precision.DOUBLE || task.transform().isPresent()) {
            throw new IllegalArgumentException("bases are made from whole waveforms in double precision");
        }
        // Turned by workers where they lie; divided as blocks are filled: neither minds what came first.
        this.task = compression.heterodyne().map(heterodyne ->
            task.transformedBy(new HeterodyneInPlace(heterodyne, task.parameters()))).orElse(task);
        this.schedule = schedule;
        this.firstRow = firstRow;
        this.waveforms = waveforms;
        this.progress = progress;
        this.divisors = compression.whitening().map(Whitening::asd).orElseGet(() -> ones(bins()));
        if (divisors.length != bins()) {
            throw new IllegalArgumentException("the whitening has " + divisors.length + " bins, not " + bins());
        }
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Index of the first row. */
    long firstRow() {
        return firstRow;
    }

    /** How many waveforms of those that were read last were zero in every bin. */
    long empty() {
        return empty;
    }

    @Override
    public int bins() {
        return task.grid().bins();
    }

    @Override
    public int firstBin() {
        return task.grid().firstBin();
    }

    @Override
    public long count() {
        return 2 * waveforms;
    }

    @Override
    public void read(long polarizations, BlockConsumer consumer) throws IOException, InterruptedException {
        read(polarizations, consumer, _ -> { });
    }

    /** The same, with each batch shown to a witness first. */
    void read(long polarizations, BlockConsumer consumer, BatchSink witness)
            throws IOException, InterruptedException {
        String nothing = Signal.NONE.remark(task.precision()).orElseThrow();
        empty = 0;
        try (Arena arena = Arena.ofConfined()) {
            WhitenedBlocks blocks = new WhitenedBlocks(
                arena, divisors, firstBin(), firstRow, polarizations, consumer);
            long rows = polarizations / 2;
            new Pipeline(task, schedule.trimmedTo(rows)).run(new RowRange(firstRow, firstRow + rows), batch -> {
                empty += batch.remarks().getOrDefault(nothing, 0);
                witness.accept(batch);
                blocks.accept(batch);
            }, progress);
        }
    }
}
