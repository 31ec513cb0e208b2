package org.chirpmill.engine.tornado;

import java.lang.foreign.MemorySegment;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.Precision;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.WaveformModel;
import uk.ac.manchester.tornado.api.TaskGraph;
import uk.ac.manchester.tornado.api.TornadoExecutionPlan;
import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.enums.DataTransferMode;
import uk.ac.manchester.tornado.api.exceptions.TornadoExecutionPlanException;
import uk.ac.manchester.tornado.api.types.arrays.DoubleArray;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.TornadoNativeArray;

/**
 * Device code for a fixed number of rows, and the memory that it works on: off-heap on the host, and as much on the
 * device.
 */
final class Launch implements AutoCloseable {
    /** The number of threads is a multiple of this, so that groups of threads can be as large as a device likes. */
    private static final int GROUP = 1024;

    private final int capacity;
    private final int stride;
    private final int activeBins;
    private final TornadoDevice device;
    private final int[] filled = new int[1];
    private final double[] rows;
    private final TornadoNativeArray plus;
    private final TornadoNativeArray cross;
    private final TornadoExecutionPlan plan;

    Launch(WaveformModel model, FrequencyGrid grid, Precision precision, TornadoDevice device, int capacity) {
        this.capacity = capacity;
        this.stride = model.layout().size();
        this.activeBins = grid.bins() - grid.firstBin();
        this.device = device;
        this.rows = new double[capacity * stride];
        double[] tables = GridTables.of(grid);
        int threads = Math.ceilDiv(capacity * activeBins, GROUP) * GROUP;
        DoubleArray exactPlus = new DoubleArray(2 * threads);
        DoubleArray exactCross = new DoubleArray(2 * threads);
        TaskGraph graph = new TaskGraph("chirpmill")
            .transferToDevice(DataTransferMode.FIRST_EXECUTION, tables)
            .transferToDevice(DataTransferMode.EVERY_EXECUTION, filled, rows)
            .task("evaluate", BinTasks.of(model), filled, rows, stride, tables, grid.bins(), grid.firstBin(), threads,
                exactPlus, exactCross);
        plus = inPrecision(precision, graph, "narrowPlus", exactPlus);
        cross = inPrecision(precision, graph, "narrowCross", exactCross);
        graph.transferToHost(DataTransferMode.EVERY_EXECUTION, plus, cross);
        plan = new TornadoExecutionPlan(graph.snapshot()).withDevice(device);
    }

    /** The array that the host gets of the device's numbers: themselves, or what a further task makes of them. */
    private static TornadoNativeArray inPrecision(
            Precision precision, TaskGraph graph, String task, DoubleArray numbers) {
        if (precision == Precision.DOUBLE) {
            return numbers;
        }
        FloatArray narrowed = new FloatArray(numbers.getSize());
        graph.task(task, BinTasks::narrow, numbers, narrowed, numbers.getSize());
        return narrowed;
    }

    /** How many rows one run evaluates at most. */
    int capacity() {
        return capacity;
    }

    /** Evaluates {@code count} rows, the first of which starts at {@code offset}. */
    void run(double[] source, int offset, int count) {
        System.arraycopy(source, offset, rows, 0, count * stride);
        filled[0] = count * activeBins;
        // One plan fills the device, and TornadoVM makes the command queues of its threads without a guard.
        synchronized (device) {
            plan.execute();
        }
    }

    /** h_plus of the last run, bins from the grid's first on, in the precision asked for. */
    MemorySegment plus() {
        return plus.getSegment();
    }

    /** h_cross, likewise. */
    MemorySegment cross() {
        return cross.getSegment();
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
