package org.chirpmill.compression;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import org.chirpmill.engine.Pipeline;
import org.chirpmill.engine.Schedule;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.rows.BatchSink;
import org.chirpmill.rows.Precision;
import org.chirpmill.rows.RowList;
import org.chirpmill.rows.RowRange;
import org.chirpmill.rows.RowSelection;
import org.chirpmill.rows.Signal;

/**
 * Polarizations that a pipeline evaluates anew each time they are read. They are rows of the same seed as a dataset's
 * with indices that no dataset reaches: drawn alike, and independent of its rows.
 */
final class EvaluatedRows implements TrainingRows {
    private final WaveformTask task;
    private final Optional<HeterodyneInPlace> turning;
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
     * @param progress told of waveforms as they are read, but for those that are read by their numbers
     */
    EvaluatedRows(WaveformTask task, Schedule schedule, Compression compression, long firstRow, long waveforms,
            LongConsumer progress) {
        if (task.precision() != Precision.DOUBLE || task.transform().isPresent()) {
            throw new IllegalArgumentException("bases are made from whole waveforms in double precision");
        }
        // Turned by workers where they lie; divided as blocks are filled: neither minds what came first.
        this.turning = compression.heterodyne().map(each -> new HeterodyneInPlace(each, task.parameters()));
        this.task = turning.map(task::transformedBy).orElse(task);
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
        new Reading(task, activePlaces(), activePlaces(), first(polarizations), this::number, progress)
            .into(consumer, witness);
    }

    @Override
    public void readAt(int[] places, long polarizations, BlockConsumer consumer)
            throws IOException, InterruptedException {
        int[] bins = Arrays.stream(places).map(place -> place + firstBin()).toArray();
        // A model that counts bins needs them all.
        boolean isWhole = task.model().countsBins(task.grid());
        WaveformTask evaluated = isWhole ? task : task.at(bins, turning.map(each -> each.only(bins)));
        new Reading(evaluated, isWhole ? bins : IntStream.range(0, bins.length).toArray(), bins, first(polarizations),
            this::number, progress).into(consumer, _ -> { });
    }

    @Override
    public void read(long[] numbers, BlockConsumer consumer) throws IOException, InterruptedException {
        empty = 0;
        if (numbers.length > 0) {
            RowList rows = RowList.of(Arrays.stream(numbers).map(number -> firstRow + number).toArray());
            new Reading(task, activePlaces(), activePlaces(), rows,
                row -> Arrays.binarySearch(numbers, number(row)), _ -> { }).into(consumer, _ -> { });
        }
    }

    private int[] activePlaces() {
        return IntStream.range(firstBin(), bins()).toArray();
    }

    private RowRange first(long polarizations) {
        return new RowRange(firstRow, firstRow + polarizations / 2);
    }

    private long number(long row) {
        return row - firstRow;
    }

    /**
     * Some rows, evaluated once.
     *
     * @param evaluated makes them
     * @param places of the bins that are wanted, among those that are evaluated
     * @param bins their places in the whole series
     * @param numbers the number of a row among these
     * @param told of waveforms as they are there
     */
    private final class Reading {
        private final WaveformTask evaluated;
        private final int[] places;
        private final double[] asd;
        private final RowSelection rows;
        private final LongUnaryOperator numbers;
        private final LongConsumer told;

        Reading(WaveformTask evaluated, int[] places, int[] bins, RowSelection rows, LongUnaryOperator numbers,
                LongConsumer told) {
            this.evaluated = evaluated;
            this.places = places;
            this.asd = Arrays.stream(bins).mapToDouble(bin -> divisors[bin]).toArray();
            this.rows = rows;
            this.numbers = numbers;
            this.told = told;
        }

        void into(BlockConsumer consumer, BatchSink witness) throws IOException, InterruptedException {
            String nothing = Signal.NONE.remark(task.precision()).orElseThrow();
            empty = 0;
            try (Arena arena = Arena.ofConfined()) {
                WhitenedBlocks blocks =
                    new WhitenedBlocks(arena, places, asd, numbers, 2 * rows.count(), consumer);
                new Pipeline(evaluated, schedule.trimmedTo(rows.count())).run(rows, batch -> {
                    empty += batch.remarks().getOrDefault(nothing, 0);
                    witness.accept(batch);
                    blocks.accept(batch);
                }, told);
            }
        }
    }
}
