package org.chirpmill.engine.tornado;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.MatrixTransform;
import org.chirpmill.engine.scalar.ProjectionKernel;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.rows.Precision;
import uk.ac.manchester.tornado.api.TaskGraph;
import uk.ac.manchester.tornado.api.TornadoExecutionPlan;
import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.enums.DataTransferMode;
import uk.ac.manchester.tornado.api.exceptions.TornadoExecutionPlanException;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/**
 * Device code for a fixed number of rows, and the memory that it works on, on the host and on the device. Only what is
 * kept of the rows comes back: their bins, or their coefficients.
 */
final class Launch implements AutoCloseable {
    /** The number of threads is a multiple of this, so that groups of threads can be as large as a device likes. */
    private static final int GROUP = 1024;

    private final int capacity;
    private final int stride;
    private final int activeBins;
    private final int vectors;
    private final TornadoDevice device;
    /** Threads that have something to do: of the evaluation, of the projection. */
    private final int[] filled = new int[2];
    private final double[] rows;
    private final MemorySegment plus;
    private final MemorySegment cross;
    private final TornadoExecutionPlan plan;

    Launch(WaveformModel model, FrequencyGrid grid, Precision precision, TornadoDevice device,
            Optional<MatrixTransform> transform, int capacity) {
        this.capacity = capacity;
        this.stride = model.layout().size();
        this.activeBins = grid.bins() - grid.firstBin();
        this.vectors = transform.map(MatrixTransform::columns).orElse(0);
        this.device = device;
        this.rows = new double[capacity * stride];
        double[] tables = GridTables.of(grid);
        int threads = inGroups(inBlocks(capacity) * activeBins);
        double[] strainPlus = new double[2 * threads];
        double[] strainCross = new double[2 * threads];
        TaskGraph graph = new TaskGraph("chirpmill")
            .transferToDevice(DataTransferMode.FIRST_EXECUTION, tables)
            .transferToDevice(DataTransferMode.EVERY_EXECUTION, filled, rows)
            .task("evaluate", BinTasks.of(model).orElseThrow(), filled, rows, stride, tables, grid.bins(),
                grid.firstBin(), threads, strainPlus, strainCross);
        double[] keptPlus = strainPlus;
        double[] keptCross = strainCross;
        if (transform.isPresent()) {
            DeviceMatrix matrix = DeviceMatrix.of(transform.get(), grid);
            graph.transferToDevice(DataTransferMode.FIRST_EXECUTION, (Object) matrix.elements());
            keptPlus = projected(graph, "projectPlus", strainPlus, matrix);
            keptCross = projected(graph, "projectCross", strainCross, matrix);
        }
        plus = toHost(precision, graph, "narrowPlus", keptPlus);
        cross = toHost(precision, graph, "narrowCross", keptCross);
        plan = new TornadoExecutionPlan(graph.snapshot()).withDevice(device);
    }

    private static int inGroups(int threads) {
        return Math.ceilDiv(threads, GROUP) * GROUP;
    }

    /** As many rows as whole blocks of the projection have. */
    private static int inBlocks(int rows) {
        return Math.ceilDiv(rows, ProjectionKernel.ROWS) * ProjectionKernel.ROWS;
    }

    /** The array that a further task fills with the coefficients of rows. */
    private double[] projected(TaskGraph graph, String task, double[] strain, DeviceMatrix matrix) {
        staysOnDevice(graph, strain);
        double[] coefficients = new double[2 * inBlocks(capacity) * vectors];
        graph.task(task, BinTasks::project, filled, strain, activeBins, matrix.offset(), matrix.counted(),
            matrix.elements(), vectors, matrix.scale(), inGroups(inBlocks(capacity) / ProjectionKernel.ROWS * vectors),
            coefficients);
        return coefficients;
    }

    /** TornadoVM wants to be told of every array; this one is not demanded. */
    private static void staysOnDevice(TaskGraph graph, double[] numbers) {
        graph.transferToHost(DataTransferMode.UNDER_DEMAND, (Object) numbers);
    }

    /** What the host gets of the device's numbers: themselves, or what a further task makes of them. */
    private static MemorySegment toHost(Precision precision, TaskGraph graph, String task, double[] numbers) {
        if (precision == Precision.DOUBLE) {
            graph.transferToHost(DataTransferMode.EVERY_EXECUTION, (Object) numbers);
            return MemorySegment.ofArray(numbers);
        }
        staysOnDevice(graph, numbers);
        FloatArray narrowed = new FloatArray(numbers.length);
        graph.task(task, BinTasks::narrow, numbers, narrowed, numbers.length);
        graph.transferToHost(DataTransferMode.EVERY_EXECUTION, narrowed);
        return narrowed.getSegment();
    }

    /** How many rows one run evaluates at most. */
    int capacity() {
        return capacity;
    }

    /** Evaluates {@code count} rows, the first of which starts at {@code offset}. */
    void run(double[] source, int offset, int count) {
        System.arraycopy(source, offset, rows, 0, count * stride);
        filled[0] = count * activeBins;
        filled[1] = inBlocks(count) / ProjectionKernel.ROWS * vectors;
        // One plan fills the device, and TornadoVM makes the command queues of its threads without a guard.
        synchronized (device) {
            plan.execute();
        }
    }

    /** What is kept of h_plus of the last run: bins from the grid's first on, or coefficients, as precise as asked. */
    MemorySegment plus() {
        return plus;
    }

    /** The same of h_cross. */
    MemorySegment cross() {
        return cross;
    }

    @Override
    public void close() {
        synchronized (device) {
            try {
                plan.close();
            } catch (TornadoExecutionPlanException failure) {
                throw new IllegalStateException("TornadoVM does not give back the device's memory", failure);
            }
        }
    }
}
