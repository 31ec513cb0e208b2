package org.chirpmill.bench.gpu;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.chirpmill.engine.MatrixTransform;
import org.chirpmill.engine.cuda.Gauge;
import org.chirpmill.engine.cuda.LaunchShape;
import org.chirpmill.engine.cuda.OutOfDeviceMemoryException;
import org.chirpmill.engine.cuda.RowEvaluation;
import org.chirpmill.engine.cuda.Stream;
import org.chirpmill.engine.cuda.Workspace;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;

/**
 * One kernel, and where there is one the projection behind it, launched without an evaluator around them: their memory
 * is poisoned, and their time is the device's.
 */
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
    private final Precision precision;
    private final int columns;
    private final RowEvaluation evaluation;
    private final Stream stream;

    KernelRun(Bench bench, PreparedRows rows, Precision precision, Accuracy accuracy) {
        this(bench, rows, precision, accuracy, Optional.empty());
    }

    KernelRun(Bench bench, PreparedRows rows, Precision precision, Accuracy accuracy,
            Optional<MatrixTransform> transform) {
        this.bench = bench;
        this.rows = rows;
        this.precision = precision;
        this.columns = transform.map(MatrixTransform::columns).orElse(rows.bins());
        evaluation =
            RowEvaluation.open(bench.card(), rows.model(), rows.frame().grid(), precision, accuracy, transform);
        stream = bench.device().openStream();
    }

    RowEvaluation evaluation() {
        return evaluation;
    }

    /** All rows, or their coefficients, in launches of so many, each into poisoned memory. */
    Answer answer(int rowsAtOnce) {
        Arena arena = Arena.ofAuto();
        Workspace.Sizes sizes = evaluation.sizes();
        int most = Math.min(rowsAtOnce, rows.count());
        MemorySegment plus = arena.allocate(rows.count() * sizes.kept(), Double.BYTES);
        MemorySegment cross = arena.allocate(rows.count() * sizes.kept(), Double.BYTES);
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
                evaluation.launch(stream, workspace, count);
                stream.copyOut(plus.asSlice(from * sizes.kept(), count * sizes.kept()), workspace.keptPlus());
                stream.copyOut(cross.asSlice(from * sizes.kept(), count * sizes.kept()), workspace.keptCross());
                stream.copyOut(flags.asSlice((long) from * Integer.BYTES, (long) count * Integer.BYTES),
                    workspace.flags());
                stream.synchronise();
            }
        } finally {
            workspace.free();
        }
        return new Answer(plus, cross, flags.toArray(ValueLayout.JAVA_INT), columns, precision);
    }

    /**
     * Seconds that {@code count} rows take, sorted, the evaluation laid out as {@code shape} has it.
     *
     * @throws OutOfDeviceMemoryException where the rows do not fit
     */
    double[] seconds(int count, LaunchShape shape) {
        return seconds(count, workspace -> {
            evaluation.evaluate(stream, workspace, count, shape);
            evaluation.project(stream, workspace, count);
        });
    }

    /**
     * Seconds that the projection of {@code count} evaluated rows takes, sorted.
     *
     * @throws OutOfDeviceMemoryException where the rows do not fit
     */
    double[] projectionSeconds(int count) {
        return seconds(count, workspace -> evaluation.project(stream, workspace, count));
    }

    private double[] seconds(int count, Consumer<Workspace> work) {
        Workspace.Sizes sizes = evaluation.sizes();
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
                evaluation.launch(stream, workspace, count);
                workspaces.add(workspace);
            }
            // Two to warm up, the second of which tells how many make a sample.
            time(watch, workspaces, work, 1);
            double once = time(watch, workspaces, work, outputs) / outputs;
            int launches = (int) Math.clamp(Math.ceil(SAMPLE_SECONDS / once), 1, MOST_LAUNCHES);
            int fitting = (int) Math.min(LONGEST_SECONDS / (launches * once), bench.plan().samples());
            double[] seconds = new double[Math.max(Math.min(LEAST_SAMPLES, bench.plan().samples()), fitting)];
            for (int sample = 0; sample < seconds.length; sample++) {
                seconds[sample] = time(watch, workspaces, work, launches) / launches;
            }
            Arrays.sort(seconds);
            return seconds;
        } finally {
            bench.device().free(memory);
        }
    }

    private double time(Gauge.Stopwatch watch, List<Workspace> workspaces, Consumer<Workspace> work, int launches) {
        watch.start(stream);
        for (int i = 0; i < launches; i++) {
            work.accept(workspaces.get(i % workspaces.size()));
        }
        watch.stop(stream);
        stream.synchronise();
        return watch.seconds();
    }

    @Override
    public void close() {
        stream.close();
        evaluation.close();
    }
}
