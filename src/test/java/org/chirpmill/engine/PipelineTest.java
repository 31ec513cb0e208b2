package org.chirpmill.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.phenomd.PhenomD;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.BatchSink;
import org.chirpmill.rows.Precision;
import org.chirpmill.rows.Rejection;
import org.chirpmill.rows.RowRange;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches, threads and rejections never change what is in a row. */
class PipelineTest {
    /** More than a small set: all workers begin at once. */
    private static final int ROWS = (int) Pipeline.SMALL_SET + 11;
    private static final FrequencyGrid GRID = new FrequencyGrid(
        IntStream.range(0, 257).mapToDouble(bin -> 2.0 * bin).toArray(), 10, 2.0);

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 7", "1, 100", "2, 1", "2, 7", "3, 5", "8, 100"})
    void rowsDoNotDependOnThreadsAndBatchSize(int threads, int batchSize) throws Exception {
        Collected reference = collect(PipelineTest::binary, 100, new Schedule(1, ROWS));
        Collected divided = collect(PipelineTest::binary, 100, new Schedule(threads, batchSize).trimmedTo(ROWS));
        for (int row = 0; row < ROWS; row++) {
            assertArrayEquals(reference.parameters[row], divided.parameters[row], "parameters of row " + row);
            assertArrayEquals(reference.plus[row], divided.plus[row], "h_plus of row " + row);
        }
        assertEquals(reference.rejections, divided.rejections);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 2", "1, 7, 2", "2, 5, 2", "3, 4, 3", "1, 53, 2"})
    void rowsDoNotDependOnHowManyEvaluationsAreHeldAtOnce(int threads, int batchSize, int depth) throws Exception {
        // Row 17's first draw comes out as NaN, so that its batch is started twice.
        EvaluatorProvider spoiling = new AlteredProvider(EvaluatorLookup.forced("scalar"), batch -> {
            for (int row = 0; row < batch.count(); row++) {
                if (batch.row(row) == 17
                    && batch.parameters().getAtIndex(ValueLayout.JAVA_DOUBLE, 2L * row + 1) == 0) {
                    batch.plus().setAtIndex(ValueLayout.JAVA_FLOAT, 2L * (row * 257L + 30), Float.NaN);
                }
            }
        });
        Schedule schedule = new Schedule(threads, batchSize).trimmedTo(ROWS);
        Collected reference = collect(task(PipelineTest::binary, 100, spoiling), schedule);
        Collected deferred = collect(
            task(PipelineTest::binary, 100, new DeferredProvider(spoiling, depth)), schedule);
        for (int row = 0; row < ROWS; row++) {
            assertArrayEquals(reference.parameters[row], deferred.parameters[row], "parameters of row " + row);
            assertArrayEquals(reference.plus[row], deferred.plus[row], "h_plus of row " + row);
        }
        assertEquals(1, deferred.parameters[17][1]);
        assertEquals(reference.rejections, deferred.rejections);
    }

    @Test
    void refusedDrawsAreReplacedAndListed() throws Exception {
        Collected collected = collect(PipelineTest::binary, 100, new Schedule(2, 4));
        List<Long> rejectedRows = collected.rejections.stream().map(Rejection::row).distinct().toList();
        assertEquals(IntStream.range(0, ROWS).filter(row -> row % 5 == 3).mapToObj(Long::valueOf).toList(),
            rejectedRows);
        assertTrue(collected.rejections.getFirst().reason().contains("spins along the orbital angular momentum"),
            collected.rejections.getFirst().reason());
        for (int row = 0; row < ROWS; row++) {
            assertEquals(row % 5 == 3 ? 2 : 0, collected.parameters[row][1], "attempt that made row " + row);
            assertTrue(collected.plus[row][2 * 20] != 0, "row " + row + " is a waveform");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 16, 17, 40})
    void aBatchTellsOfRefusedDrawsByRowAndThenByAttempt(int batchSize) throws Exception {
        // Of some rows the first draw makes no source, of others the model refuses two, of row 23 all of that.
        RowSource.Drawer binaries = binary();
        RowSource source = () -> new RowSource.Drawer() {
            @Override
            public void draw(long row, int attempt, double[] parameters) {
                binaries.draw(row, attempt, parameters);
            }

            @Override
            public SourceParameters source(double[] parameters) throws SourceRefusedException {
                if (parameters[0] % 7 == 2 && parameters[1] == 0) {
                    throw new SourceRefusedException("no source");
                }
                return binaries.source(parameters);
            }
        };
        List<String> told = new ArrayList<>();
        new Pipeline(task(source, 100), new Schedule(1, batchSize)).run(RowRange.first(40), batch -> batch.rejections()
            .forEach(each -> told.add(each.row() + " " + each.attempt() + " " + each.reason().startsWith("no source"))),
            rows -> { });
        List<String> expected = new ArrayList<>();
        for (int row = 0; row < 40; row++) {
            if (row % 7 == 2) {
                expected.add(row + " 0 true");
            } else if (row % 5 == 3) {
                expected.add(row + " 0 false");
            }
            if (row % 5 == 3) {
                expected.add(row + " 1 false");
            }
        }
        assertEquals(expected, told);
    }

    @Test
    void aRowThatIsNeverAcceptedEndsTheRunWithItsReason() {
        RowSource hopeless = () -> new Binaries(row -> row >= 0, new AtomicLong());
        UnusableRowException thrown = assertThrows(UnusableRowException.class,
            () -> collect(hopeless, 7, new Schedule(2, 4)));
        assertTrue(thrown.getMessage().endsWith("was given up after 7 draws, the last because: nothing pleases"),
            thrown.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"plus, 0, NaN", "plus, 1, -Infinity", "cross, 0, Infinity", "cross, 1, NaN"})
    void aRowWithAPartThatIsNotFiniteIsReplacedAndListed(String polarization, int part, float bad) throws Exception {
        EvaluatorProvider scalar = EvaluatorLookup.forced("scalar");
        EvaluatorProvider failing = new AlteredProvider(scalar, batch -> {
            for (int row = 0; row < batch.count(); row++) {
                double index = batch.parameters().getAtIndex(ValueLayout.JAVA_DOUBLE, 2L * row);
                double attempt = batch.parameters().getAtIndex(ValueLayout.JAVA_DOUBLE, 2L * row + 1);
                if (index % 10 == 6 && attempt == 0) {
                    (polarization.equals("plus") ? batch.plus() : batch.cross())
                        .setAtIndex(ValueLayout.JAVA_FLOAT, 2L * (row * 257L + 30) + part, bad);
                }
            }
        });
        Collected collected = collect(task(PipelineTest::binary, 100, failing), new Schedule(2, 4));
        List<Rejection> spoiled = collected.rejections.stream().filter(rejection -> rejection.row() % 5 != 3).toList();
        assertEquals(IntStream.iterate(6, row -> row < ROWS, row -> row + 10)
            .mapToObj(row -> new Rejection(row, 0, "IMRPhenomD gives no finite strain at 60.0 Hz")).toList(), spoiled);
        for (int row = 6; row < ROWS; row += 10) {
            assertEquals(1, collected.parameters[row][1], "attempt that made row " + row);
        }
    }

    @Test
    void remarksOfAnEvaluationThatIsRepeatedCountOnce() throws Exception {
        EvaluatorProvider remarking = new AlteredProvider(EvaluatorLookup.forced("scalar"), batch -> {
            batch.remarks().merge("was evaluated", batch.count(), Integer::sum);
            if (batch.parameters().getAtIndex(ValueLayout.JAVA_DOUBLE, 1) == 0) {
                batch.plus().setAtIndex(ValueLayout.JAVA_FLOAT, 2 * 30, Float.NaN);
            }
        });
        Map<String, Integer> remarks = new TreeMap<>();
        new Pipeline(task(PipelineTest::binary, 100, remarking), new Schedule(2, 4)).run(RowRange.first(ROWS),
            batch -> batch.remarks().forEach((remark, rows) -> remarks.merge(remark, rows, Integer::sum)), rows -> { });
        assertEquals(Map.of("was evaluated", ROWS), remarks);
    }

    @Test
    @Timeout(60)
    void aRowThatIsNeverAcceptedEndsTheRunLongBeforeItsEnd() {
        AtomicLong drawn = new AtomicLong();
        RowSource hopelessAtOneRow = () -> new Binaries(row -> row == 4001, drawn);
        Pipeline pipeline = new Pipeline(task(hopelessAtOneRow, 3), new Schedule(3, 4));
        assertThrows(UnusableRowException.class,
            () -> pipeline.run(RowRange.first(200_000), batch -> { }, rows -> { }));
        // The others need no longer to hear of it than some batches take, even where the machine is busy.
        assertTrue(drawn.get() < 50_000, drawn.get() + " draws were made");
    }

    @Test
    @Timeout(60)
    void aSinkThatFailsEndsTheRun() {
        Pipeline pipeline = new Pipeline(task(PipelineTest::binary, 100), new Schedule(2, 4));
        IOException thrown = assertThrows(IOException.class, () -> pipeline.run(RowRange.first(1_000_000), batch -> {
            throw new IOException("disk full");
        }, rows -> { }));
        assertEquals("disk full", thrown.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 7", "2, 7", "3, 5"})
    void promptSinksAreCalledByWorkersOneAtATime(int threads, int batchSize) throws Exception {
        Collected reference = collect(PipelineTest::binary, 100, new Schedule(1, ROWS));
        Collected collected = new Collected(new double[ROWS][], new float[ROWS][], new ArrayList<>());
        AtomicLong told = new AtomicLong();
        AtomicLong callers = new AtomicLong();
        Thread caller = Thread.currentThread();
        Pipeline pipeline = new Pipeline(task(PipelineTest::binary, 100), new Schedule(threads, batchSize));
        pipeline.run(RowRange.first(ROWS), prompt(batch -> {
            assertEquals(0, callers.getAndIncrement(), "somebody else is in the sink");
            assertNotSame(caller, Thread.currentThread());
            collected.accept(batch);
            callers.getAndDecrement();
        }), told::addAndGet);
        assertArrayEquals(reference.parameters, collected.parameters);
        assertArrayEquals(reference.plus, collected.plus);
        assertEquals(ROWS, told.get());
    }

    @Test
    @Timeout(60)
    void aPromptSinkThatFailsEndsTheRun() {
        Pipeline pipeline = new Pipeline(task(PipelineTest::binary, 100), new Schedule(2, 4));
        RowRange all = RowRange.first(1_000_000);
        IOException thrown = assertThrows(IOException.class, () -> pipeline.run(all, prompt(batch -> {
            throw new IOException("no room");
        }), rows -> { }));
        assertEquals("no room", thrown.getMessage());
    }

    private static BatchSink prompt(BatchSink sink) {
        return new BatchSink() {
            @Override
            public void accept(Batch batch) throws IOException {
                sink.accept(batch);
            }

            @Override
            public boolean isPrompt() {
                return true;
            }
        };
    }

    /** A second worker begins after a while; a set that is done by then must not be held up by it. */
    @Test
    void runsThatOneWorkerFinishesDoNotWaitForTheOthersToBegin() {
        int runs = 300;
        Pipeline pipeline = new Pipeline(task(PipelineTest::binary, 100), new Schedule(4, 1));
        assertTimeout(Duration.ofMillis(runs * Pipeline.HEAD_START_MILLIS), () -> {
            for (int run = 0; run < runs; run++) {
                pipeline.run(RowRange.first(1), batch -> { }, rows -> { });
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 7, 1", "1, 5, 2", "3, 4, 2"})
    void onlyTransformedRowsAreKept(int threads, int batchSize, int depth) throws Exception {
        EvaluatorProvider scalar = EvaluatorLookup.forced("scalar");
        Collected whole = collect(task(PipelineTest::binary, 100, scalar), new Schedule(1, ROWS));
        WaveformTask task = task(PipelineTest::binary, 100, depth == 1 ? scalar : new DeferredProvider(scalar, depth))
            .transformedBy(new EveryHundredthBin(257, 3));
        Collected kept = collect(task, new Schedule(threads, batchSize).trimmedTo(ROWS));
        for (int row = 0; row < ROWS; row++) {
            assertArrayEquals(whole.parameters[row], kept.parameters[row], "parameters of row " + row);
            float[] bins = whole.plus[row];
            assertArrayEquals(new float[] {bins[0], bins[1], bins[200], bins[201], bins[400], bins[401]},
                kept.plus[row], "h_plus of row " + row);
        }
        assertEquals(whole.rejections, kept.rejections);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 7, 1", "1, 5, 2", "3, 4, 2"})
    void aRowThatTheTransformSpoilsIsReplacedAndListed(int threads, int batchSize, int depth) throws Exception {
        EvaluatorProvider scalar = EvaluatorLookup.forced("scalar");
        WaveformTask task = task(PipelineTest::binary, 100, depth == 1 ? scalar : new DeferredProvider(scalar, depth));
        Schedule schedule = new Schedule(threads, batchSize).trimmedTo(ROWS);
        Collected good = collect(task.transformedBy(new EveryHundredthBin(257, 3)), schedule);
        Collected spoiled = collect(task.transformedBy(new EveryHundredthBin(257, 3, 16)), schedule);
        for (int row = 0; row < ROWS; row++) {
            assertEquals(row == 16 ? 1 : good.parameters[row][1], spoiled.parameters[row][1], "attempt of row " + row);
            assertTrue(row == 16 || Arrays.equals(good.plus[row], spoiled.plus[row]), "h_plus of row " + row);
        }
        assertTrue(spoiled.plus[16][2] != good.plus[16][2] && spoiled.plus[16][2] != 0, "another waveform");
        List<Rejection> more = new ArrayList<>(spoiled.rejections);
        more.removeAll(good.rejections);
        assertEquals(
            List.of(new Rejection(16, 0, "IMRPhenomD gives no finite number 1 in single precision")), more);
    }

    /**
     * Keeps bins 0, 100, 200 and so on.
     *
     * @param spoiled the row of whose first draw number 1 becomes infinite
     */
    private record EveryHundredthBin(int bins, int columns, int spoiled) implements RowTransform {
        EveryHundredthBin(int bins, int columns) {
            this(bins, columns, -1);
        }

        @Override
        public boolean isInPlace() {
            return false;
        }

        @Override
        public int batchRows(int rowsForCaches) {
            return rowsForCaches;
        }

        @Override
        public long bytes(int workers, int capacity) {
            return 0;
        }

        @Override
        public Applier open(int capacity, Precision precision) {
            return new Applier() {
                @Override
                public void apply(Batch evaluated, Batch kept) {
                    for (int k = 0; k < kept.count() * columns; k++) {
                        long from = (long) (k / columns) * bins + 100L * (k % columns);
                        long bits = evaluated.plus().getAtIndex(ValueLayout.JAVA_LONG, from);
                        kept.plus().setAtIndex(ValueLayout.JAVA_LONG, k, bits);
                    }
                    for (int row = 0; row < kept.count(); row++) {
                        if (evaluated.parameters().getAtIndex(ValueLayout.JAVA_DOUBLE, 2L * row) == spoiled
                            && evaluated.parameters().getAtIndex(ValueLayout.JAVA_DOUBLE, 2L * row + 1) == 0) {
                            kept.plus().setAtIndex(ValueLayout.JAVA_FLOAT, 2L * (row * columns + 1),
                                Float.POSITIVE_INFINITY);
                        }
                    }
                }

                @Override
                public void close() {
                    // Nothing is held.
                }
            };
        }
    }

    @Test
    void stagesAreToldInTheirOrder() throws Exception {
        List<Stage> told = new ArrayList<>();
        StageClock clock = new StageClock() {
            @Override
            public void begin() {
                told.add(null);
            }

            @Override
            public void end(Stage stage) {
                told.add(stage);
            }
        };
        // Row 3 is drawn three times: its first two draws precess. All are drawn once before the first is prepared.
        new Pipeline(task(PipelineTest::binary, 100), new Schedule(1, 4), () -> clock)
            .run(new RowRange(2, 4), batch -> { }, rows -> { });
        assertEquals(Arrays.asList(null, Stage.OPEN, null, Stage.BLOCKED, null, Stage.DRAW, Stage.CONVERT, Stage.DRAW,
            Stage.CONVERT, Stage.PREPARE, Stage.PREPARE, Stage.PREPARE, Stage.DRAW, Stage.CONVERT, Stage.PREPARE,
            Stage.DRAW, Stage.CONVERT, Stage.PREPARE, Stage.EVALUATE, null, Stage.AWAIT, Stage.CHECK, Stage.CHECK),
            told);
    }

    @Test
    void theCallerLearnsOfEveryRowOnce() throws Exception {
        AtomicLong told = new AtomicLong();
        new Pipeline(task(PipelineTest::binary, 100), new Schedule(2, 6))
            .run(new RowRange(11, 40), batch -> { }, told::addAndGet);
        assertEquals(29, told.get());
    }

    private static RowSource.Drawer binary() {
        return new Binaries(row -> false, new AtomicLong());
    }

    /**
     * Sources whose masses follow from the row; every fifth row's first two draws precess and are refused.
     *
     * @param hopeless rows of which every draw is refused
     * @param drawn counts the draws
     */
    private record Binaries(LongPredicate hopeless, AtomicLong drawn) implements RowSource.Drawer {
        @Override
        public void draw(long row, int attempt, double[] parameters) {
            drawn.incrementAndGet();
            parameters[0] = row;
            parameters[1] = attempt;
        }

        @Override
        public SourceParameters source(double[] parameters) throws SourceRefusedException {
            long row = (long) parameters[0];
            double attempt = parameters[1];
            if (hopeless.test(row)) {
                throw new SourceRefusedException("nothing pleases");
            }
            double inPlane = row % 5 == 3 && attempt < 2 ? 0.1 : 0;
            return new SourceParameters(
                30 + 0.1 * row, 25 + attempt, inPlane, 0, 0.3, 0, 0, -0.2, 0.4, 1.1, 500, 0, 0);
        }
    }

    private static WaveformTask task(RowSource source, int attempts) {
        return task(source, attempts, EvaluatorLookup.forced("scalar"));
    }

    private static WaveformTask task(RowSource source, int attempts, EvaluatorProvider backend) {
        return new WaveformTask(source, List.of("row", "attempt"), attempts, new PhenomD(),
            new EvaluationFrame(20, GRID), Precision.SINGLE,
            backend, Accuracy.EXACT);
    }

    private static Collected collect(RowSource source, int attempts, Schedule schedule) throws Exception {
        return collect(task(source, attempts), schedule);
    }

    private static Collected collect(WaveformTask task, Schedule schedule) throws Exception {
        Collected collected = new Collected(new double[ROWS][], new float[ROWS][], new ArrayList<>());
        new Pipeline(task, schedule).run(RowRange.first(ROWS), collected, rows -> { });
        collected.rejections.sort(Comparator.comparingLong(Rejection::row).thenComparing(Rejection::attempt));
        return collected;
    }

    private record Collected(double[][] parameters, float[][] plus, List<Rejection> rejections) implements BatchSink {
        @Override
        public void accept(Batch batch) {
            float[] plusOfBatch = batch.plus().toArray(ValueLayout.JAVA_FLOAT);
            double[] parametersOfBatch = batch.parameters().toArray(ValueLayout.JAVA_DOUBLE);
            int parts = 2 * batch.bins();
            for (int row = 0; row < batch.count(); row++) {
                int index = (int) batch.row(row);
                parameters[index] = Arrays.copyOfRange(parametersOfBatch, 2 * row, 2 * row + 2);
                plus[index] = Arrays.copyOfRange(plusOfBatch, parts * row, parts * (row + 1));
            }
            rejections.addAll(batch.rejections());
        }
    }
}
