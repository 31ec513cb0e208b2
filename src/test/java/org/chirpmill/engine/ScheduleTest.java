package org.chirpmill.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.phenomd.PhenomD;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    private static final RowSource NO_ROWS = () -> {
        throw new IllegalStateException("nobody asks for rows here");
    };

    /** A task whose rows take 8 + 8 (2 bins) bytes. */
    private static WaveformTask task(int bins) {
        FrequencyGrid grid = FrequencyGrid.ofSamples(new double[bins]);
        return new WaveformTask(NO_ROWS, List.of("row"), 1, new PhenomD(), new EvaluationFrame(20, grid),
            Precision.SINGLE,
            EvaluatorLookup.forced("scalar"), Accuracy.EXACT);
    }

    @ParameterizedTest
    @CsvSource({
        // rows, threads, workers, rows a batch
        "600, 2, 2, 50",
        "601, 2, 2, 51",
        "1200, 2, 2, 100",
        "1000000000000, 2, 2, 100",
        "2400, 4, 4, 100",
        "2376, 4, 4, 99",
        "12, 2, 2, 1",
        "13, 2, 2, 2",
        "3, 8, 3, 1",
        "1, 8, 1, 1",
        "0, 8, 1, 1",
    })
    void sixBatchesAWorkerAndAtMostAHundredRowsEach(long rows, int threads, int workers, int batchSize) {
        assertEquals(new Schedule(workers, batchSize), Schedule.automatic(task(10), rows, threads));
    }

    @ParameterizedTest
    @CsvSource({
        // bins, rows a batch: what fits into 1 MiB
        "654, 100",
        "655, 99",
        "8193, 7",
        "65535, 1",
        "5000000, 1",
    })
    void longRowsMakeSmallBatches(int bins, int batchSize) {
        Schedule schedule = Schedule.automatic(task(bins), 1_000_000, 4);
        assertEquals(new Schedule(4, batchSize), schedule);
        assertTrue(batchSize == 1 || batchSize * task(bins).bytesPerRow() <= 1L << 20, "fits");
    }

    @Test
    void thereAreNoMoreRowsAndWorkersThanThereIsWork() {
        assertEquals(new Schedule(1, 5), new Schedule(8, 100).trimmedTo(5));
        assertEquals(new Schedule(3, 2), new Schedule(8, 2).trimmedTo(5));
        assertEquals(new Schedule(8, 2), new Schedule(8, 2).trimmedTo(Long.MAX_VALUE));
        assertEquals(new Schedule(1, 1), new Schedule(8, 2).trimmedTo(0));
    }

    @Test
    void memoryIsThatOfTheBatchesInHandsAndOfTwoThatWait() {
        assertEquals((3 + 2) * 7 * (8 + 16 * 10), new Schedule(3, 7).hostBytes(task(10)));
        assertEquals(Long.MAX_VALUE, new Schedule(Integer.MAX_VALUE - 2, Integer.MAX_VALUE).hostBytes(task(10)));
    }
}
