package org.chirpmill.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.LongStream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.phenomd.PhenomD;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.BatchMemory;
import org.chirpmill.rows.BatchShape;
import org.chirpmill.rows.Precision;
import org.chirpmill.rows.RowList;
import org.chirpmill.rows.RowOrder;
import org.chirpmill.rows.RowRange;
import org.chirpmill.rows.RowSelection;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows by range or by list, in either order, in memory of the run's own or of the caller's. */
class BatchDeliveryTest {
    private static final FrequencyGrid GRID = new FrequencyGrid(
        LongStream.range(0, 129).mapToDouble(bin -> bin * 4.0).toArray(), 5, 4.0);

    @ParameterizedTest
    @ValueSource(strings = {"vector", "scalar"})
    void aListedRowIsTheSameAsInARangeWhereverItStands(String backend) throws Exception {
        Map<Long, float[]> whole = collect(task(backend, 0), new Schedule(2, 7), RowRange.first(60),
            RowOrder.BY_COMPLETION, BatchMemory.OWN, new ArrayList<>());
        RowSelection some = RowList.of(59, 3, 17, 3, 0, 44, 45, 46, 58);
        List<Long> seen = new ArrayList<>();
        Map<Long, float[]> listed =
            collect(task(backend, 0), new Schedule(2, 2), some, RowOrder.BY_ROW, BatchMemory.OWN, seen);
        assertEquals(List.of(59L, 3L, 17L, 3L, 0L, 44L, 45L, 46L, 58L), seen, "the order that was asked for");
        listed.forEach((row, plus) -> assertArrayEquals(whole.get(row), plus, "row " + row));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void batchesComeInTheOrderOfRowsThoughTheFirstTakesLongest(int depth) {
        // Row 0 is drawn slowly, so that all memory is taken by batches that wait for it.
        EvaluatorProvider backend = depth == 1 ? EvaluatorLookup.forced("scalar")
            : new DeferredProvider(EvaluatorLookup.forced("scalar"), depth);
        WaveformTask task = task(backend, 30);
        List<Long> seen = new ArrayList<>();
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> collect(task, new Schedule(3, 2),
            RowRange.first(200), RowOrder.BY_ROW, BatchMemory.OWN, seen));
        assertEquals(LongStream.range(0, 200).boxed().toList(), seen);
    }

    @Test
    void memoryOfTheCallersIsFilledWhateverItHeldBefore() throws Exception {
        Map<Long, float[]> expected = collect(task("vector", 0), new Schedule(1, 3), RowRange.first(40),
            RowOrder.BY_ROW, BatchMemory.OWN, new ArrayList<>());
        try (Arena arena = Arena.ofShared()) {
            // Two places where the run would like more: it waits, and does not stop.
            Slots slots = new Slots(arena, 2);
            Map<Long, float[]> found = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> collect(
                task("vector", 0), new Schedule(2, 3), RowRange.first(40), RowOrder.BY_ROW, slots,
                new ArrayList<>()));
            assertEquals(expected.keySet(), found.keySet());
            expected.forEach((row, plus) -> assertArrayEquals(plus, found.get(row), "row " + row));
            assertTrue(slots.closed, "the run has let go of the memory");
        }
    }

    /** A few places that are given back full of NaN. */
    private static final class Slots implements BatchMemory {
        private final Arena arena;
        private final int places;
        private boolean closed;

        Slots(Arena arena, int places) {
            this.arena = arena;
            this.places = places;
        }

        @Override
        public Batches open(BatchShape shape, int atOnce) {
            BlockingQueue<Batch> free = new LinkedBlockingQueue<>();
            Map<Batch, MemorySegment> memory = new HashMap<>();
            for (int k = 0; k < places; k++) {
                MemorySegment plus = arena.allocate(shape.polarizationBytes(), 64);
                Batch batch = Batch.over(shape, arena.allocate(shape.parameterBytes(), 64), plus,
                    arena.allocate(shape.polarizationBytes(), 64));
                memory.put(batch, plus);
                free.add(batch);
            }
            memory.values().forEach(plus -> plus.fill((byte) -1));
            return new Batches() {
                @Override
                public Batch take() throws InterruptedException {
                    return free.take();
                }

                @Override
                public Optional<Batch> takeNow() {
                    return Optional.ofNullable(free.poll());
                }

                @Override
                public void giveBack(Batch batch) {
                    memory.get(batch).fill((byte) -1);
                    free.add(batch);
                }

                @Override
                public void close() {
                    closed = true;
                }
            };
        }
    }

    private static Map<Long, float[]> collect(WaveformTask task, Schedule schedule, RowSelection rows,
            RowOrder order, BatchMemory memory, List<Long> seen) throws Exception {
        Map<Long, float[]> plus = new HashMap<>();
        new Pipeline(task, schedule).run(rows, order, memory, batch -> {
            float[] all = batch.plus().toArray(ValueLayout.JAVA_FLOAT);
            int parts = 2 * batch.bins();
            for (int k = 0; k < batch.count(); k++) {
                assertEquals(rows.row(batch.position() + k), batch.row(k), "the row at position " + k);
                seen.add(batch.row(k));
                plus.put(batch.row(k), java.util.Arrays.copyOfRange(all, k * parts, (k + 1) * parts));
            }
        }, _ -> { });
        return plus;
    }

    private static WaveformTask task(String backend, long millisecondsOfRowZero) {
        return task(EvaluatorLookup.forced(backend), millisecondsOfRowZero);
    }

    /** Every third row's binary is heavy, so that its waveform ends far before the band does. */
    private static WaveformTask task(EvaluatorProvider backend, long millisecondsOfRowZero) {
        RowSource source = () -> new RowSource.Drawer() {
            @Override
            public void draw(long row, int attempt, double[] parameters) {
                parameters[0] = row;
                try {
                    Thread.sleep(row == 0 ? millisecondsOfRowZero : 0);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public SourceParameters source(double[] parameters) {
                double mass = parameters[0] % 3 == 0 ? 140 : 20 + parameters[0];
                return new SourceParameters(mass, mass / 2, 0, 0, 0.3, 0, 0, -0.2, 0.4, 1.1, 500, 0, 0);
            }
        };
        return new WaveformTask(source, List.of("row"), 1, new PhenomD(), new EvaluationFrame(20, GRID),
            Precision.SINGLE, backend,
            Accuracy.EXACT);
    }
}
