package org.chirpmill.engine.cuda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.chirpmill.compression.Compression;
import org.chirpmill.compression.CompressionTransform;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.engine.Pipeline;
import org.chirpmill.engine.RowSource;
import org.chirpmill.engine.RowTransform;
import org.chirpmill.engine.Schedule;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.kernels.HostCompiler;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.Precision;
import org.chirpmill.rows.Rejection;
import org.chirpmill.rows.RowRange;
import org.chirpmill.rows.Signal;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Coefficients made on a device, an emulated one, beside those that workers make of the scalar backend's rows. */
class DeviceProjectionTest {
    private static final int SIZE = 70;
    private static final int ROWS = 41;
    /** Mpc. */
    private static final double NEAR = 1e-45;

    @BeforeEach
    void requireCompiler() {
        HostCompiler.ROUNDING.require();
    }

    /** Also with as many vectors as bins, where coefficients are as long as what they are made of. */
    @ParameterizedTest
    @CsvSource({"SINGLE, 70", "DOUBLE, 70", "DOUBLE, 1025"})
    void coefficientsAreThoseOfTheWorkers(Precision precision, int size) throws Exception {
        RowTransform transform = transform(precision, size);
        EmulatedDevice device = new EmulatedDevice(0);
        double[][] found = coefficients(task(provider(device), precision, transform), new ArrayList<>());
        double[][] expected = coefficients(
            task(EvaluatorLookup.forced("scalar"), precision, transform), new ArrayList<>());
        double tolerance = precision == Precision.SINGLE ? 1e-6 : 1e-12;
        for (int row = 0; row < ROWS; row++) {
            double norm = Math.sqrt(Arrays.stream(expected[row]).map(each -> each * each).sum());
            assertTrue(norm > 0);
            assertArrayEquals(expected[row], found[row], tolerance * norm, "row " + row);
        }
        assertEquals("0 blocks, 0 pins, 0 streams", device.held());
    }

    @Test
    void onlyCoefficientsLeaveTheDevice() {
        WaveformTask task = task(provider(new EmulatedDevice(0)), Precision.SINGLE, transform(Precision.SINGLE));
        assertTrue(task.isTransformedByBackend());
        assertEquals(Optional.empty(), task.transformOfWorkers());
        Schedule schedule = new Schedule(2, 10);
        // Two batches in each worker's hands and two that wait, of coefficients and a parameter: no evaluated rows.
        assertEquals(6 * 10 * (8 + 2L * SIZE * 8), schedule.hostBytes(task));
    }

    @Test
    void aRowThatIsNotFiniteIsReplaced() throws Exception {
        List<Rejection> rejections = new ArrayList<>();
        coefficients(task(provider(new EmulatedDevice(0)), Precision.SINGLE, transform(Precision.SINGLE), 7),
            rejections);
        assertEquals(List.of(new Rejection(7, 0, "IMRPhenomD gives no finite strain")), rejections);
    }

    @Test
    void aRowWhoseCoefficientsAreNotFiniteIsReplaced() throws Exception {
        List<Rejection> rejections = new ArrayList<>();
        // Of a source so near, strains are finite and their sums are not.
        coefficients(task(provider(new EmulatedDevice(0)), Precision.SINGLE, transform(Precision.SINGLE), 7, NEAR),
            rejections);
        assertEquals(1, rejections.size(), rejections::toString);
        assertTrue(rejections.getFirst().reason().matches(
            "IMRPhenomD gives no finite coefficient \\d+ in single precision"), rejections::toString);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void rowsOfWhichTheDeviceKeepsNothingButZerosAreCounted(Precision precision) throws Exception {
        RowSource.Drawer drawer = new RowSource.Drawer() {
            @Override
            public void draw(long row, int attempt, double[] parameters) {
                parameters[0] = row;
            }

            @Override
            public SourceParameters source(double[] parameters) {
                return parameters[0] % 3 != 0 ? SomeRows.source((long) parameters[0])
                    : new SourceParameters(3000, 2500, 0, 0, 0.3, 0, 0, -0.2, 0.4, 1.1, 500, 0, 0);
            }
        };
        for (boolean isProjected : new boolean[] {true, false}) {
            WaveformTask whole = new WaveformTask(() -> drawer, List.of("row"), 2, SomeRows.MODEL,
                new EvaluationFrame(20, SomeRows.GRID), precision, provider(new EmulatedDevice(0)), Accuracy.EXACT);
            Map<String, Integer> remarks = new TreeMap<>();
            new Pipeline(isProjected ? whole.transformedBy(transform(precision)) : whole, new Schedule(2, 9)).run(
                RowRange.first(ROWS), batch -> batch.remarks().forEach((text, rows) ->
                    remarks.merge(text, rows, Integer::sum)), done -> { });
            assertEquals(Map.of(Signal.NONE.remark(precision).orElseThrow(), (ROWS + 2) / 3), remarks);
        }
    }

    private static CudaProvider provider(EmulatedDevice device) {
        Cards cards = Cards.of(List.of(device));
        return new CudaProvider(() -> cards, List.of(), Long.MAX_VALUE);
    }

    private static RowTransform transform(Precision precision) {
        return transform(precision, SIZE);
    }

    private static RowTransform transform(Precision precision, int size) {
        double[] v = new Random(1).doubles(2L * SomeRows.GRID.bins() * size, -1, 1).toArray();
        // As in a basis of waveforms, no vector reaches the bins before the first.
        Arrays.fill(v, 0, 2 * size * SomeRows.GRID.firstBin(), 0);
        SvdBasis basis = new SvdBasis(SomeRows.GRID.bins(), v, new double[size], Optional.empty());
        return CompressionTransform.of(new Compression(List.of(basis)), List.of(), precision).orElseThrow();
    }

    private static WaveformTask task(EvaluatorProvider backend, Precision precision, RowTransform transform) {
        return task(backend, precision, transform, -1);
    }

    /** A task whose row {@code spoiled} is infinite at its first draw. */
    private static WaveformTask task(
            EvaluatorProvider backend, Precision precision, RowTransform transform, long spoiled) {
        return task(backend, precision, transform, spoiled, 1e-320);
    }

    /** A task whose row {@code spoiled} comes from another distance, Mpc, at its first draw. */
    private static WaveformTask task(EvaluatorProvider backend, Precision precision, RowTransform transform,
            long spoiled, double distance) {
        RowSource.Drawer drawer = new RowSource.Drawer() {
            @Override
            public void draw(long row, int attempt, double[] parameters) {
                parameters[0] = row == spoiled && attempt == 0 ? -1 : row;
            }

            @Override
            public SourceParameters source(double[] parameters) {
                return parameters[0] < 0
                    ? new SourceParameters(30, 25, 0, 0, 0.3, 0, 0, -0.2, 0.4, 1.1, distance, 0, 0)
                    : SomeRows.source((long) parameters[0]);
            }
        };
        return new WaveformTask(() -> drawer, List.of("row"), 2, SomeRows.MODEL,
            new EvaluationFrame(20, SomeRows.GRID), precision,
            backend, Accuracy.EXACT).transformedBy(transform);
    }

    private static double[][] coefficients(WaveformTask task, List<Rejection> rejections) throws Exception {
        int size = task.columns();
        double[][] rows = new double[ROWS][4 * size];
        new Pipeline(task, new Schedule(2, 9)).run(RowRange.first(ROWS), batch -> {
            assertEquals(size, batch.bins());
            rejections.addAll(batch.rejections());
            for (int row = 0; row < batch.count(); row++) {
                for (int part = 0; part < 2 * size; part++) {
                    long at = 2L * size * row + part;
                    rows[(int) batch.row(row)][part] = number(batch, batch.plus(), at);
                    rows[(int) batch.row(row)][2 * size + part] = number(batch, batch.cross(), at);
                }
            }
        }, done -> { });
        return rows;
    }

    private static double number(Batch batch, MemorySegment memory, long at) {
        return batch.precision() == Precision.SINGLE ? memory.getAtIndex(ValueLayout.JAVA_FLOAT, at)
            : memory.getAtIndex(ValueLayout.JAVA_DOUBLE, at);
    }
}
