package org.chirpmill.engine.cuda;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chirpmill.engine.Accuracy;
import org.chirpmill.engine.Precision;

/** One kernel, launched without an evaluator around it: its memory is poisoned, and its time is the device's. */
final class KernelRun implements AutoCloseable {
    private static final byte POISON = (byte) 0xFF;
    /** A sample is so many launches that a mark's own time is nothing beside it. */
    private static final double SAMPLE_SECONDS = 2e-3;
    /** And a measurement ends by then, after three samples at least. */
    private static final double LONGEST_SECONDS = 0.4;
    private static final int LEAST_SAMPLES = 3;
    private static final int MOST_LAUNCHES = 200;
    /** Launches take turns among outputs of together so many bytes, lest a cache be measured. */
    private static final long ROTATED_BYTES = 256L << 20;

    private final Bench bench;
    private final PreparedRows rows;
    private final ChosenKernel kernel;
    private final Precision precision;
    private final double tolerance;
    private final Stream stream;
    private final long tables;

    KernelRun(Bench bench, PreparedRows rows, Precision precision, Accuracy accuracy) {
        this.bench = bench;
        this.rows = rows;
        this.precision = precision;
        tolerance = accuracy.tolerance();
        kernel = bench.card().kernel(rows.model(), precision, accuracy);
        stream = bench.device().openStream();
        tables = bench.card().acquireTables(rows.frame().grid());
    }

    ChosenKernel kernel() {
        return kernel;
    }

    Workspace.Sizes sizes() {
        return Workspace.Sizes.of(rows.stride(), rows.bins(), precision);
    }

    LaunchShape shape(int count) {
        return kernel.shape(rows.bins(), count);
    }

    /** All rows, in launches of so many, each into poisoned memory. */
    Answer answer(int rowsAtOnce) {
        Arena arena = Arena.ofAuto();
        Workspace.Sizes sizes = sizes();
        int most = Math.min(rowsAtOnce, rows.count());
        MemorySegment plus = arena.allocate(rows.count() * sizes.polarization(), Double.BYTES);
        MemorySegment cross = arena.allocate(rows.count() * sizes.polarization(), Double.BYTES);
        MemorySegment flags = arena.allocate((long) rows.count() * Integer.BYTES, Integer.BYTES);
        MemorySegment coefficients = arena.allocateFrom(ValueLayout.JAVA_DOUBLE, rows.coefficients());
        Workspace workspace = Workspace.allocate(bench.device(), most, sizes);
        try {
            for (int from = 0; from < rows.count(); from += most) {
                int count = Math.min(most, rows.count() - from);
                bench.gauge().fill(stream, workspace.address(), sizes.total(most), POISON);
                stream.copyIn(workspace.rows(),
                    coefficients.asSlice(from * sizes.row(), count * sizes.row()));
                stream.clear(workspace.flags(), (long) count * Integer.BYTES);
                launch(workspace, shape(count), count);
                stream.copyOut(plus.asSlice(from * sizes.polarization(), count * sizes.polarization()),
                    workspace.plus());
                stream.copyOut(cross.asSlice(from * sizes.polarization(), count * sizes.polarization()),
                    workspace.cross());
                stream.copyOut(flags.asSlice((long) from * Integer.BYTES, (long) count * Integer.BYTES),
                    workspace.flags());
                stream.synchronise();
            }
        } finally {
            workspace.free();
        }
        return new Answer(plus, cross, flags.toArray(ValueLayout.JAVA_INT), rows.bins(), precision);
    }

    /**
     * Seconds a launch over {@code count} rows, sorted.
     *
     * @throws OutOfDeviceMemoryException where the rows do not fit
     */
    double[] seconds(int count, LaunchShape shape) {
        Workspace.Sizes sizes = sizes();
        long bytes = sizes.total(count);
        int outputs = Math.clamp(Math.ceilDiv(ROTATED_BYTES, bytes), 1, 64);
        outputs = Math.clamp(bench.device().freeBytes() / 2 / bytes, 1, outputs);
        long memory = bench.device().allocate(outputs * bytes);
        try (Gauge.Stopwatch watch = bench.gauge().openStopwatch(); Arena arena = Arena.ofConfined()) {
            MemorySegment coefficients = arena.allocateFrom(ValueLayout.JAVA_DOUBLE, rows.repeated(count));
            List<Workspace> workspaces = new ArrayList<>();
            for (int i = 0; i < outputs; i++) {
                Workspace workspace = new Workspace(bench.device(), memory + i * bytes, count, sizes);
                stream.copyIn(workspace.rows(), coefficients);
                stream.clear(workspace.flags(), (long) count * Integer.BYTES);
                workspaces.add(workspace);
            }
            // Two to warm up, the second of which tells how many make a sample.
            time(watch, workspaces, shape, count, 1);
            double once = time(watch, workspaces, shape, count, outputs) / outputs;
            int launches = (int) Math.clamp(Math.ceil(SAMPLE_SECONDS / once), 1, MOST_LAUNCHES);
            int fitting = (int) Math.min(LONGEST_SECONDS / (launches * once), bench.plan().samples());
            double[] seconds = new double[Math.max(Math.min(LEAST_SAMPLES, bench.plan().samples()), fitting)];
            for (int sample = 0; sample < seconds.length; sample++) {
                seconds[sample] = time(watch, workspaces, shape, count, launches) / launches;
            }
            Arrays.sort(seconds);
            return seconds;
        } finally {
            bench.device().free(memory);
        }
    }

    private double time(Gauge.Stopwatch watch, List<Workspace> workspaces, LaunchShape shape, int count,
            int launches) {
        watch.start(stream);
        for (int i = 0; i < launches; i++) {
            launch(workspaces.get(i % workspaces.size()), shape, count);
        }
        watch.stop(stream);
        stream.synchronise();
        return watch.seconds();
    }

    private void launch(Workspace workspace, LaunchShape shape, int count) {
        stream.launch(kernel.kernel(), shape, new KernelArguments(workspace.rows(), rows.stride(), count, tables,
            rows.bins(), rows.frame().grid().firstBin(), tolerance, workspace.plus(), workspace.cross(),
            workspace.flags()));
    }

    @Override
    public void close() {
        stream.close();
        bench.card().releaseTables(rows.frame().grid());
    }
}
