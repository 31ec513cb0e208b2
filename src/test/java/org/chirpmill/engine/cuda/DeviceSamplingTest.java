package org.chirpmill.engine.cuda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.chirpmill.compression.BasisMaker;
import org.chirpmill.compression.Compression;
import org.chirpmill.compression.CompressionTransform;
import org.chirpmill.compression.PhaseHeterodyne;
import org.chirpmill.compression.RowTolerance;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.domain.UniformFrequencyDomain;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.engine.MatrixTransform;
import org.chirpmill.engine.Pipeline;
import org.chirpmill.engine.RowSource;
import org.chirpmill.engine.SampledTransform;
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
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Coefficients from some bins that a device, an emulated one, evaluates and multiplies, beside those that workers make
 * of the scalar backend's rows in double precision.
 */
class DeviceSamplingTest {
    private static final int SIZE = 20;
    private static final RowTolerance TOLERANCE = new RowTolerance(0.01, 1e-6);
    private static final int ROWS = 41;
    /** Every so many rows one is of lower mass than any that the basis was trained on. */
    private static final int LIGHT = 5;
    private static final int LIGHT_ROWS = Math.ceilDiv(ROWS, LIGHT);
    private static final String NOTHING = "0 blocks, 0 pins, 0 streams";

    @BeforeEach
    void requireCompiler() {
        HostCompiler.ROUNDING.require();
    }

    /** Binaries of their row's own; those of a dataset, not those of a training, may be lighter or spoilt. */
    private record Binaries(long spoilt, double distance) implements RowSource.Drawer {
        private static final Binaries GOOD = new Binaries(-1, 500);

        @Override
        public void draw(long row, int attempt, double[] parameters) {
            SplittableRandom random = new SplittableRandom(row);
            boolean isLight = row < BasisMaker.FIRST_TRAINING_ROW && row % LIGHT == 0;
            parameters[0] = isLight ? random.nextDouble(8, 12) : random.nextDouble(25, 40);
            parameters[1] = random.nextDouble(0.5, 1);
            parameters[2] = row == spoilt && attempt == 0 ? distance : 500;
        }

        @Override
        public SourceParameters source(double[] parameters) {
            double heavier = parameters[0] * Math.pow(1 + parameters[1], 0.2) / Math.pow(parameters[1], 0.6);
            return new SourceParameters(heavier, parameters[1] * heavier, 0, 0, 0.3, 0, 0, -0.2, 0.4, 1.1,
                parameters[2], 0, 0);
        }
    }

    /** What a run makes: by row its numbers, and which remarks and rejections there were. */
    private record Made(double[][] rows, TreeMap<String, Integer> remarks, List<Rejection> rejections) {}

    private static WaveformTask task(EvaluatorProvider backend, Precision precision, Binaries binaries) {
        return new WaveformTask(() -> binaries, List.of("chirp_mass", "mass_ratio", "luminosity_distance"), 2,
            SomeRows.MODEL, new EvaluationFrame(20, SomeRows.GRID), precision, backend, Accuracy.EXACT);
    }

    /** A basis with sampled bins, trained on waveforms that are heterodyned where there is an order of that. */
    private static Compression compression(int order) throws Exception {
        Compression steps = new Compression(order < 0 ? List.of()
            : List.of(PhaseHeterodyne.of(order, new UniformFrequencyDomain(20, 512, 0.5))));
        WaveformTask kept = task(EvaluatorLookup.forced("scalar"), Precision.DOUBLE, Binaries.GOOD);
        BasisMaker maker = new BasisMaker(kept.evaluatedInDouble(), kept, steps, _ -> new Schedule(1, 50));
        SvdBasis basis = maker.trainSampled(maker.plan(320, SIZE), TOLERANCE, _ -> { }).basis();
        assertTrue(basis.sampling().isPresent());
        return order < 0 ? new Compression(List.of(basis))
            : new Compression(List.of(steps.heterodyne().orElseThrow(), basis));
    }

    private static WaveformTask sampled(EvaluatorProvider backend, Precision precision, Compression compression,
            Binaries binaries) {
        WaveformTask whole = task(backend, precision, binaries);
        return whole.transformedBy(CompressionTransform.sampled(
            compression, whole.parameters(), precision, TOLERANCE).orElseThrow());
    }

    private static CudaProvider provider(EmulatedDevice... devices) {
        Cards cards = Cards.of(Arrays.asList(devices));
        return new CudaProvider(() -> cards, List.of(), Long.MAX_VALUE);
    }

    private static Made made(WaveformTask task, Schedule schedule) throws Exception {
        Made made = new Made(new double[ROWS][4 * SIZE], new TreeMap<>(), new ArrayList<>());
        new Pipeline(task, schedule).run(RowRange.first(ROWS), batch -> {
            batch.remarks().forEach((text, rows) -> made.remarks.merge(text, rows, Integer::sum));
            made.rejections.addAll(batch.rejections());
            for (int row = 0; row < batch.count(); row++) {
                for (int part = 0; part < 2 * SIZE; part++) {
                    long at = 2L * SIZE * row + part;
                    made.rows[(int) batch.row(row)][part] = number(batch, batch.plus(), at);
                    made.rows[(int) batch.row(row)][2 * SIZE + part] = number(batch, batch.cross(), at);
                }
            }
        }, _ -> { });
        made.rejections.sort(Comparator.comparingLong(Rejection::row));
        return made;
    }

    private static double number(Batch batch, MemorySegment memory, long at) {
        return batch.precision() == Precision.SINGLE ? memory.getAtIndex(ValueLayout.JAVA_FLOAT, at)
            : memory.getAtIndex(ValueLayout.JAVA_DOUBLE, at);
    }

    private static void assertSame(double[][] expected, double[][] found, String what) {
        for (int row = 0; row < ROWS; row++) {
            assertArrayEquals(expected[row], found[row], "row " + row + ", " + what);
        }
    }

    private static double length(double[] numbers) {
        return Math.sqrt(Arrays.stream(numbers).map(each -> each * each).sum());
    }

    @ParameterizedTest
    @CsvSource({"SINGLE, -1", "DOUBLE, -1", "SINGLE, 0", "DOUBLE, 2"})
    void rowsAreThoseOfTheWorkersServedOrMadeWhole(Precision precision, int order) throws Exception {
        Compression compression = compression(order);
        EmulatedDevice device = new EmulatedDevice(0);
        WaveformTask onDevice = sampled(provider(device), precision, compression, Binaries.GOOD);
        assertTrue(onDevice.isTransformedByBackend());
        Made found = made(onDevice, new Schedule(2, 9));
        Made expected = made(sampled(EvaluatorLookup.forced("scalar"), Precision.DOUBLE, compression, Binaries.GOOD),
            new Schedule(1, ROWS));
        assertEquals(expected.remarks, found.remarks);
        int madeWhole = found.remarks.values().iterator().next();
        assertTrue(madeWhole > 0 && madeWhole < ROWS, found.remarks::toString);
        double tolerance = precision == Precision.SINGLE ? 2e-7 : 1e-12;
        for (int row = 0; row < ROWS; row++) {
            assertArrayEquals(expected.rows[row], found.rows[row], tolerance * length(expected.rows[row]),
                "row " + row);
        }
        assertEquals(NOTHING, device.held());
    }

    /** Those that are made whole are those of a device that projects all bins of all rows, to the last bit. */
    @ParameterizedTest
    @CsvSource({"-1", "2"})
    void noByteDependsOnBatchesWorkersOrDevices(int order) throws Exception {
        Compression compression = compression(order);
        Made expected = made(sampled(provider(new EmulatedDevice(0)), Precision.SINGLE, compression, Binaries.GOOD),
            new Schedule(1, ROWS));
        for (Schedule schedule : List.of(new Schedule(1, 1), new Schedule(3, 4), new Schedule(2, 20))) {
            EmulatedDevice[] devices = {new EmulatedDevice(0), new EmulatedDevice(1)};
            Made found = made(
                sampled(provider(devices), Precision.SINGLE, compression, Binaries.GOOD), schedule);
            assertSame(expected.rows, found.rows, schedule.toString());
            assertEquals(expected.remarks, found.remarks);
            assertEquals(List.of(NOTHING, NOTHING), List.of(devices[0].held(), devices[1].held()));
        }
        WaveformTask whole = sampled(provider(new EmulatedDevice(0)), Precision.SINGLE, compression, Binaries.GOOD)
            .ofWholeRows().orElseThrow();
        double[][] projected = made(whole, new Schedule(1, 10)).rows;
        for (int row = 0; row < ROWS; row += LIGHT) {
            assertArrayEquals(projected[row], expected.rows[row], "row " + row);
        }
    }

    @Test
    void productsAloneLeaveTheDeviceAndNoWorkerMultiplies() throws Exception {
        Compression compression = compression(-1);
        EmulatedDevice device = new EmulatedDevice(0);
        WaveformTask task = sampled(provider(device), Precision.SINGLE, compression, Binaries.GOOD);
        assertEquals(Optional.empty(), task.transformOfWorkers());
        SampledTransform transform = task.sampledTransform().orElseThrow();
        int columns = transform.ofBins().columns();
        assertTrue(columns > SIZE && columns < transform.bins().length, columns + " numbers");
        assertEquals(columns, task.filledShape(1).columns());
        // Two batches in each worker's hands with products, these and two that wait with coefficients; a matrix.
        long products = 3 * 8 + 2L * columns * 8;
        long coefficients = 3 * 8 + 2L * SIZE * 8;
        assertEquals(4 * 10 * products + 6 * 10 * coefficients + transform.bytes(2, 10),
            new Schedule(2, 10).hostBytes(task));
        made(task, new Schedule(1, ROWS));
        // An evaluation and a product a polarization: of the chosen bins, and of all bins of the light rows.
        assertEquals(List.of(
            LaunchShape.projection(ROWS, columns, 16_000), LaunchShape.projection(ROWS, columns, 16_000),
            LaunchShape.projection(LIGHT_ROWS, SIZE, 16_000), LaunchShape.projection(LIGHT_ROWS, SIZE, 16_000)),
            device.launches().stream().filter(each -> each.sharedBytes() == 16_000).toList());
        assertEquals(6, device.launches().size());
    }

    /** Matrices, tables and rows of some bins fill the device, so that rows of all bins need what these have. */
    @ParameterizedTest
    @EnumSource(Precision.class)
    void memoryThatRunsOutChangesNoByte(Precision precision) throws Exception {
        Compression compression = compression(-1);
        WaveformTask ample = sampled(provider(new EmulatedDevice(0)), precision, compression, Binaries.GOOD);
        Made expected = made(ample, new Schedule(1, ROWS));
        long least = tight(ample);
        for (long spare : new long[] {0, 50_000, 300_000, 1_000_000}) {
            EmulatedDevice device = new EmulatedDevice(0).withMemory(least + spare);
            Made found = made(sampled(provider(device), precision, compression, Binaries.GOOD), new Schedule(1, ROWS));
            assertSame(expected.rows, found.rows, spare + " bytes to spare");
            assertEquals(NOTHING, device.held());
        }
        EmulatedDevice refusing = new EmulatedDevice(0).refusing(3);
        assertSame(expected.rows,
            made(sampled(provider(refusing), precision, compression, Binaries.GOOD), new Schedule(2, 20)).rows,
            "launches without memory");
    }

    /** Both matrices and tables, and one row of all bins, which is more than one of some. */
    private static long tight(WaveformTask task) {
        SampledTransform transform = task.sampledTransform().orElseThrow();
        WaveformTask whole = task.ofWholeRows().orElseThrow();
        long tables = 6L * Double.BYTES * (task.points().bins() + whole.points().bins());
        return tables + transform.ofBins().matrixBytes()
            + onDevice(whole).transform().matrixBytes() + onDevice(whole).sizes().total(1);
    }

    /** What a task does on a device, and what a row takes there. */
    private record OnDevice(MatrixTransform transform, Workspace.Sizes sizes) {}

    private static OnDevice onDevice(WaveformTask task) {
        var transform = (MatrixTransform) task.transformedByBackend().orElseThrow();
        return new OnDevice(transform, Workspace.Sizes.of(
            SomeRows.STRIDE, task.points().bins(), Optional.of(transform), task.precision()));
    }

    @Test
    void batchesLeaveRoomForBothMatricesAndForRowsThatAreMadeWhole() throws Exception {
        Compression compression = compression(-1);
        WaveformTask task = sampled(provider(new EmulatedDevice(0)), Precision.SINGLE, compression, Binaries.GOOD);
        OnDevice ofBins = onDevice(task);
        OnDevice whole = onDevice(task.ofWholeRows().orElseThrow());
        long beside = ofBins.transform.matrixBytes() + whole.transform.matrixBytes()
            + 3 * whole.sizes.total(256);
        EmulatedDevice device = new EmulatedDevice(0).withMemory(2 * (beside + 2 * 3 * 50 * ofBins.sizes.total(1)));
        CudaProvider provider = provider(device);
        assertEquals(50, provider.batchRows(
            sampled(provider, Precision.SINGLE, compression, Binaries.GOOD), 3).orElseThrow());
        assertEquals(NOTHING, device.held());
    }

    @Test
    void whatIsNotFiniteIsReplaced() throws Exception {
        Compression compression = compression(-1);
        // An infinite strain, and a source so near that strains are finite and their sums are not.
        for (double distance : new double[] {1e-320, 1e-45}) {
            for (long spoilt : new long[] {7, 10}) {
                WaveformTask task = sampled(provider(new EmulatedDevice(0)), Precision.SINGLE, compression,
                    new Binaries(spoilt, distance));
                List<Rejection> rejections = made(task, new Schedule(2, 9)).rejections;
                assertEquals(1, rejections.size(), rejections::toString);
                assertEquals(spoilt, rejections.getFirst().row());
                assertTrue(rejections.getFirst().reason().matches(distance < 1e-300
                    ? "IMRPhenomD gives no finite strain"
                    : "IMRPhenomD gives no finite coefficient \\d+ in single precision"), rejections::toString);
            }
        }
    }
}
