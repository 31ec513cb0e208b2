package org.chirpmill.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.phenomd.PhenomD;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Batches, threads and rejections never change what is in a row. */
class PipelineTest {
    private static final int ROWS = 53;
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

    @Test
    void aRowThatIsNeverAcceptedEndsTheRunWithItsReason() {
        RowSource hopeless = () -> (row, attempt, parameters) -> {
            throw new SourceRefusedException("nothing pleases");
        };
        UnusableRowException thrown = assertThrows(UnusableRowException.class,
            () -> collect(hopeless, 7, new Schedule(2, 4)));
        assertTrue(thrown.getMessage().endsWith("was given up after 7 draws, the last because: nothing pleases"),
            thrown.getMessage());
    }

    @Test
    void aSinkThatFailsEndsTheRun() {
        Pipeline pipeline = new Pipeline(task(PipelineTest::binary, 100), new Schedule(2, 4));
        IOException thrown = assertThrows(IOException.class, () -> pipeline.run(0, 1_000_000, batch -> {
            throw new IOException("disk full");
        }, rows -> { }));
        assertEquals("disk full", thrown.getMessage());
    }

    @Test
    void theCallerLearnsOfEveryRowOnce() throws Exception {
        AtomicLong told = new AtomicLong();
        new Pipeline(task(PipelineTest::binary, 100), new Schedule(2, 6)).run(11, 40, batch -> { }, told::addAndGet);
        assertEquals(29, told.get());
    }

    /** A source whose masses follow from the row; every fifth row's first two draws precess and are refused. */
    private static RowSource.Drawer binary() {
        return (row, attempt, parameters) -> {
            parameters[0] = row;
            parameters[1] = attempt;
            double inPlane = row % 5 == 3 && attempt < 2 ? 0.1 : 0;
            return new SourceParameters(
                30 + 0.1 * row, 25 + attempt, inPlane, 0, 0.3, 0, 0, -0.2, 0.4, 1.1, 500, 0, 0);
        };
    }

    private static WaveformTask task(RowSource source, int attempts) {
        return new WaveformTask(source, 2, attempts, new PhenomD(), new EvaluationFrame(20, GRID), Precision.SINGLE,
            EvaluatorLookup.forced("scalar"));
    }

    @Test
    void aScheduleHasNoMoreRowsAndWorkersThanThereIsWork() {
        assertEquals(new Schedule(1, 5), new Schedule(8, 100).trimmedTo(5));
        assertEquals(new Schedule(3, 2), new Schedule(8, 2).trimmedTo(5));
        assertEquals(new Schedule(8, 2), new Schedule(8, 2).trimmedTo(Long.MAX_VALUE));
        assertEquals(new Schedule(1, 1), new Schedule(8, 2).trimmedTo(0));
        WaveformTask task = task(PipelineTest::binary, 100);
        assertEquals((3 + 2) * 7 * task.bytesPerRow(), new Schedule(3, 7).hostBytes(task));
        assertEquals(Long.MAX_VALUE, new Schedule(Integer.MAX_VALUE - 2, Integer.MAX_VALUE).hostBytes(task));
    }

    private static Collected collect(RowSource source, int attempts, Schedule schedule) throws Exception {
        Collected collected = new Collected(new double[ROWS][], new float[ROWS][], new ArrayList<>());
        new Pipeline(task(source, attempts), schedule).run(0, ROWS, collected, rows -> { });
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
                int index = (int) batch.firstRow() + row;
                parameters[index] = Arrays.copyOfRange(parametersOfBatch, 2 * row, 2 * row + 2);
                plus[index] = Arrays.copyOfRange(plusOfBatch, parts * row, parts * (row + 1));
            }
            rejections.addAll(batch.rejections());
        }
    }
}
