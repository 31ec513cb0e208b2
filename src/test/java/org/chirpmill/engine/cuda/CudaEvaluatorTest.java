package org.chirpmill.engine.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.chirpmill.engine.DeviceFailureException;
import org.chirpmill.engine.Evaluator;
import org.chirpmill.kernels.HostCompiler;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.Precision;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The evaluator on an emulated device: what it computes, how it survives, and that it gives everything back. */
class CudaEvaluatorTest {
    private static final String NOTHING = "0 blocks, 0 pins, 0 streams";

    @BeforeEach
    void requireCompiler() {
        HostCompiler.ROUNDING.require();
    }

    private static CudaProvider provider(EmulatedDevice... devices) {
        Cards cards = Cards.of(List.of(devices));
        return new CudaProvider(() -> cards, List.of(), Long.MAX_VALUE);
    }

    private static Evaluator open(CudaProvider provider, Precision precision, Accuracy accuracy) {
        return provider.open(SomeRows.MODEL, SomeRows.GRID, precision, accuracy);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void rowsAreTheScalarOnes(Precision precision) {
        EmulatedDevice device = new EmulatedDevice(0);
        try (Arena arena = Arena.ofConfined();
            Evaluator evaluator = open(provider(device), precision, Accuracy.EXACT)) {
            Batch batch = SomeRows.batch(arena, 21, precision, 5, 20);
            evaluator.evaluate(SomeRows.prepared(5, 20), batch);
            SomeRows.requireScalar(batch);
            assertTrue(batch.isKnownFinite(19), "the kernel looked at every number");
            assertEquals(SomeRows.GRID.bins(), batch.silentFrom(19), "every bin was written");
            assertEquals(Map.of(), batch.remarks());
        }
        assertEquals(NOTHING, device.held());
        int shared = SomeRows.STRIDE * Double.BYTES;
        assertEquals(List.of(new LaunchShape(5, 3, 256, shared)), device.launches());
    }

    @Test
    void twoEvaluationsAreUnderWayAndEndInTheirOrder() {
        EmulatedDevice device = new EmulatedDevice(0);
        CudaProvider provider = provider(device);
        assertEquals(2, provider.depth());
        try (Arena arena = Arena.ofConfined();
            Evaluator evaluator = open(provider, Precision.DOUBLE, Accuracy.EXACT)) {
            Deque<Batch> started = new ArrayDeque<>();
            for (int i = 0; i < 5; i++) {
                Batch batch = SomeRows.batch(arena, 4, Precision.DOUBLE, 10 * i, 1 + i % 4);
                double[] rows = SomeRows.prepared(10 * i, 1 + i % 4);
                evaluator.start(rows, batch);
                Arrays.fill(rows, Double.NaN);
                started.add(batch);
                if (started.size() == 2) {
                    Batch oldest = started.remove();
                    evaluator.finish(oldest);
                    SomeRows.requireScalar(oldest);
                }
            }
            evaluator.start(SomeRows.prepared(90, 1), SomeRows.batch(arena, 4, Precision.DOUBLE, 90, 1));
            assertThrows(IllegalStateException.class, () -> evaluator.start(
                SomeRows.prepared(90, 1), SomeRows.batch(arena, 4, Precision.DOUBLE, 90, 1)));
            // Closed with two under way, whose memory goes next.
        }
        assertEquals(NOTHING, device.held());
    }

    @Test
    void aRowThatIsNotFiniteIsNotCalledFinite() {
        try (Arena arena = Arena.ofConfined();
            Evaluator evaluator = open(provider(new EmulatedDevice(0)), Precision.SINGLE, Accuracy.EXACT)) {
            double[] rows = SomeRows.prepared(0, 3);
            Arrays.fill(rows, SomeRows.STRIDE, 2 * SomeRows.STRIDE, Double.NaN);
            rows[SomeRows.STRIDE + SomeRows.MODEL.layout().size() - 1] = Double.NaN;
            double[] cutoff = SomeRows.prepared(1, 1);
            int cutoffAt = SomeRows.MODEL.layout().names().indexOf("CUTOFF");
            rows[SomeRows.STRIDE + cutoffAt] = cutoff[cutoffAt];
            Batch batch = SomeRows.batch(arena, 3, Precision.SINGLE, 0, 3);
            evaluator.evaluate(rows, batch);
            assertTrue(batch.isKnownFinite(0) && batch.isKnownFinite(2));
            assertFalse(batch.isKnownFinite(1));
        }
    }

    @Test
    void memoryThatRunsOutHalvesTheRowsOfALaunchForGood() {
        Workspace.Sizes sizes = Workspace.Sizes.of(SomeRows.STRIDE, SomeRows.GRID.bins(), Precision.DOUBLE);
        // Room for tables and two workspaces of 4 rows, not of 5.
        EmulatedDevice device = new EmulatedDevice(0).withMemory(6L * 8 * SomeRows.GRID.bins() + 2 * sizes.total(4));
        try (Arena arena = Arena.ofConfined();
            Evaluator evaluator = open(provider(device), Precision.DOUBLE, Accuracy.EXACT)) {
            Batch one = SomeRows.batch(arena, 16, Precision.DOUBLE, 0, 15);
            Batch two = SomeRows.batch(arena, 16, Precision.DOUBLE, 15, 16);
            for (int round = 0; round < 2; round++) {
                evaluator.start(SomeRows.prepared(0, 15), one);
                evaluator.start(SomeRows.prepared(15, 16), two);
                evaluator.finish(one);
                evaluator.finish(two);
                SomeRows.requireScalar(one);
                SomeRows.requireScalar(two);
            }
            // The first batch by 8 rows, all others by 4.
            assertEquals(2 + 4 + 4 + 4, device.launches().size());
        }
        assertEquals(NOTHING, device.held());
    }

    @Test
    void aLaunchThatFindsNoMemoryIsRepeatedWithFewerRows() {
        EmulatedDevice device = new EmulatedDevice(0).refusing(2);
        try (Arena arena = Arena.ofConfined();
            Evaluator evaluator = open(provider(device), Precision.SINGLE, Accuracy.EXACT)) {
            Batch batch = SomeRows.batch(arena, 8, Precision.SINGLE, 0, 7);
            evaluator.evaluate(SomeRows.prepared(0, 7), batch);
            SomeRows.requireScalar(batch);
            assertEquals(4, device.launches().size(), "of at most two rows each");
        }
        assertEquals(NOTHING, device.held());
    }

    @Test
    void aDeviceTooSmallForOneRowSaysSo() {
        EmulatedDevice device = new EmulatedDevice(0).withMemory(6L * 8 * SomeRows.GRID.bins() + 1000);
        try (Arena arena = Arena.ofConfined();
            Evaluator evaluator = open(provider(device), Precision.SINGLE, Accuracy.EXACT)) {
            Batch batch = SomeRows.batch(arena, 8, Precision.SINGLE, 0, 7);
            assertEquals("GPU 0 (Emulation) has too little free memory for even one waveform of 1025 bins: end what "
                + "else runs on it, or use the vector backend", assertThrows(DeviceFailureException.class,
                    () -> evaluator.evaluate(SomeRows.prepared(0, 7), batch)).getMessage());
        }
        assertEquals(NOTHING, device.held());
    }

    @Test
    void aLostDeviceEndsTheEvaluationAndHoldsNothing() {
        EmulatedDevice device = new EmulatedDevice(0).failingAt(2);
        try (Arena arena = Arena.ofConfined();
            Evaluator evaluator = open(provider(device), Precision.SINGLE, Accuracy.EXACT)) {
            Batch batch = SomeRows.batch(arena, 2, Precision.SINGLE, 0, 2);
            double[] rows = SomeRows.prepared(0, 2);
            evaluator.evaluate(rows, batch);
            assertThrows(DeviceFailureException.class, () -> evaluator.evaluate(rows, batch));
            assertThrows(DeviceFailureException.class, () -> evaluator.evaluate(rows, batch));
        }
        assertEquals(NOTHING, device.held());
    }

    @Test
    void evaluatorsOfOneDeviceShareTablesAndPins() {
        EmulatedDevice device = new EmulatedDevice(0);
        CudaProvider provider = provider(device);
        try (Arena arena = Arena.ofConfined()) {
            Batch batch = SomeRows.batch(arena, 2, Precision.SINGLE, 0, 2);
            Evaluator first = open(provider, Precision.SINGLE, Accuracy.EXACT);
            Evaluator second = open(provider, Precision.SINGLE, Accuracy.EXACT);
            first.evaluate(SomeRows.prepared(0, 2), batch);
            second.evaluate(SomeRows.prepared(0, 2), batch);
            assertEquals("3 blocks, 4 pins, 4 streams", device.held(), "tables, two workspaces; two stagings, h");
            first.close();
            assertEquals("2 blocks, 3 pins, 2 streams", device.held());
            second.evaluate(SomeRows.prepared(0, 2), batch);
            SomeRows.requireScalar(batch);
            assertEquals(4, device.allPins());
            second.close();
        }
        assertEquals(NOTHING, device.held());
    }

    @Test
    void otherMemoryInThePlaceOfAPinIsPinnedAnew() {
        EmulatedDevice device = new EmulatedDevice(0);
        PinnedMemory pinned = new PinnedMemory();
        device.makeCurrent();
        try (Arena old = Arena.ofConfined(); Arena young = Arena.ofConfined()) {
            var place = old.allocate(64);
            pinned.hold(device, "one", place, 64);
            pinned.hold(device, "two", place.reinterpret(64, young, null), 64);
            assertEquals(2, device.allPins());
            pinned.release("one");
            assertEquals("0 blocks, 1 pins, 0 streams", device.held());
            pinned.release("two");
        }
        assertEquals(NOTHING, device.held());
    }

    @Test
    void twoDevicesTakeEvaluatorsInTurns() {
        EmulatedDevice zero = new EmulatedDevice(0);
        EmulatedDevice one = new EmulatedDevice(1);
        CudaProvider provider = provider(zero, one);
        try (Arena arena = Arena.ofConfined();
            Evaluator first = open(provider, Precision.SINGLE, Accuracy.EXACT);
            Evaluator second = open(provider, Precision.SINGLE, Accuracy.EXACT)) {
            Batch left = SomeRows.batch(arena, 2, Precision.SINGLE, 0, 2);
            Batch right = SomeRows.batch(arena, 2, Precision.SINGLE, 2, 2);
            first.start(SomeRows.prepared(0, 2), left);
            second.start(SomeRows.prepared(2, 2), right);
            first.finish(left);
            second.finish(right);
            SomeRows.requireScalar(left);
            SomeRows.requireScalar(right);
            assertEquals(1, zero.launches().size());
            assertEquals(1, one.launches().size());
        }
        assertEquals(NOTHING, zero.held());
        assertEquals(NOTHING, one.held());
    }

    @Test
    void aFastKernelIsTakenWhereThereIsOneAndATolerance() {
        EmulatedDevice device = new EmulatedDevice(0, EmulatedImage.Fast.PRESENT, 9);
        CudaProvider provider = provider(device);
        try (Arena arena = Arena.ofConfined();
            Evaluator fast = open(provider, Precision.SINGLE, Accuracy.DEFAULT);
            Evaluator exact = open(provider, Precision.SINGLE, Accuracy.EXACT)) {
            Batch batch = SomeRows.batch(arena, 5, Precision.SINGLE, 0, 5);
            fast.evaluate(SomeRows.prepared(0, 5), batch);
            assertEquals(Map.of("polynomials reach fast(1e-6) at less than half of the bins, and the others were "
                + "evaluated one by one", 2), batch.remarks());
            batch.startAt(0, 5);
            exact.evaluate(SomeRows.prepared(0, 5), batch);
            assertEquals(Map.of(), batch.remarks());
        }
        assertEquals(List.of(new LaunchShape(5, 1, 256, EmulatedImage.FAST_SHARED_BYTES),
            new LaunchShape(5, 1, 256, SomeRows.STRIDE * Double.BYTES)), device.launches());
    }

    @ParameterizedTest
    @EnumSource(value = EmulatedImage.Fast.class, names = {"ABSENT", "TOO_LARGE"})
    void withoutAFastKernelThatFitsTheExactOneServesATolerance(EmulatedImage.Fast fast) {
        EmulatedDevice device = new EmulatedDevice(0, fast, 9);
        try (Arena arena = Arena.ofConfined();
            Evaluator evaluator = open(provider(device), Precision.SINGLE, Accuracy.DEFAULT)) {
            Batch batch = SomeRows.batch(arena, 5, Precision.SINGLE, 0, 5);
            evaluator.evaluate(SomeRows.prepared(0, 5), batch);
            SomeRows.requireScalar(batch);
        }
        assertEquals(SomeRows.STRIDE * Double.BYTES, device.launches().getFirst().sharedBytes());
    }
}
