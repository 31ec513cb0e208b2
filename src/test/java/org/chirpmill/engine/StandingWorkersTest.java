package org.chirpmill.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.RowList;
import org.chirpmill.run.Choices;
import org.chirpmill.run.Recipe;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workers that are asked again and again. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StandingWorkersTest {
    private static final int ROWS = 5;

    private final BlockingQueue<BatchOrder> waiting = new LinkedBlockingQueue<>();
    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private final BatchOrders orders = new BatchOrders() {
        @Override
        public BatchOrder take() throws InterruptedException {
            return waiting.take();
        }

        @Override
        public Optional<BatchOrder> takeNow() {
            return Optional.ofNullable(waiting.poll());
        }
    };

    /** What came of an order. */
    private record Told(Batch batch, Throwable failure) {}

    private record Order(Batch batch, BlockingQueue<Told> told) implements BatchOrder {
        @Override
        public void filled() {
            told.add(new Told(batch, null));
        }

        @Override
        public void failed(Throwable reason) {
            told.add(new Told(batch, reason));
        }
    }

    private static WaveformTask task(EvaluatorProvider provider) {
        return Recipe.read(Path.of("configs/quick.yaml")).task(Choices.on(provider).withSeed(4));
    }

    private static EvaluatorProvider scalar(int depth) {
        EvaluatorProvider scalar = EvaluatorLookup.forced("scalar");
        return depth == 1 ? scalar : new DeferredProvider(scalar, depth);
    }

    private void order(Arena arena, WaveformTask task, long first) {
        Batch batch = new Batch(arena, task.keptShape(ROWS));
        batch.startAt(first, ROWS);
        waiting.add(new Order(batch, told));
    }

    private static float[][] rows(WaveformTask task, RowList wanted) throws IOException, InterruptedException {
        List<float[]> rows = new ArrayList<>();
        new Pipeline(task, new Schedule(1, 100)).run(wanted, batch -> rows.add(
            batch.plus().toArray(ValueLayout.JAVA_FLOAT)), _ -> { });
        return rows.toArray(float[][]::new);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyOrderIsFilledWithTheRowsOfAPipeline(int depth) throws Exception {
        WaveformTask task = task(scalar(depth));
        try (Arena arena = Arena.ofShared(); StandingWorkers _ =
                new StandingWorkers(task, new Schedule(2, ROWS), orders)) {
            for (int order = 0; order < 20; order++) {
                order(arena, task, 100L * order);
            }
            for (int order = 0; order < 20; order++) {
                Told filled = told.take();
                assertNull(filled.failure());
                long first = filled.batch().row(0);
                float[][] expected = rows(task, RowList.of(first, first + 1, first + 2, first + 3, first + 4));
                assertArrayEquals(expected[0], filled.batch().plus().toArray(ValueLayout.JAVA_FLOAT),
                    "rows from " + first + " on");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatFailsIsToldAndTheNextOrderIsFilled(int depth) throws Exception {
        AtomicInteger evaluations = new AtomicInteger();
        EvaluatorProvider failing = new AlteredProvider(scalar(1), batch -> {
            if (batch.row(0) == 200) {
                throw new DeviceFailureException("the device has fallen off the bus");
            }
            evaluations.incrementAndGet();
        });
        WaveformTask task = task(depth == 1 ? failing : new DeferredProvider(failing, depth));
        try (Arena arena = Arena.ofShared()) {
            for (long first : new long[] {100, 200, 300, 400}) {
                order(arena, task, first);
            }
            int failed = 0;
            try (StandingWorkers _ = new StandingWorkers(task, new Schedule(1, ROWS), orders)) {
                for (int order = 0; order < 4; order++) {
                    Told each = told.take();
                    failed += each.failure() == null ? 0 : 1;
                    if (each.batch().row(0) == 200) {
                        assertEquals("the device has fallen off the bus", each.failure().getMessage());
                    }
                }
            }
            assertEquals(depth == 1 ? 1 : 2, failed, "that one, and what the device held beside it");
        }
    }
}
