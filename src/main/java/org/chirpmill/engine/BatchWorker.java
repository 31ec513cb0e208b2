package org.chirpmill.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.source.SourceParameters;

/** Fills batches on one thread: draw, convert, prepare, evaluate, and all of it again for rows that fail. */
final class BatchWorker implements AutoCloseable {
    private final WaveformTask task;
    private final StageClock clock;
    private final RowSource.Drawer drawer;
    private final Evaluator evaluator;
    private final int stride;
    private final double[] parameters;
    private final double[] rows;
    private final int[] attempts;
    private final FiniteScan scan;

    BatchWorker(WaveformTask task, int capacity, StageClock clock) {
        this.task = task;
        this.clock = clock;
        clock.begin();
        this.drawer = task.source().open();
        this.evaluator = task.openEvaluator();
        this.stride = task.model().layout().size();
        this.parameters = new double[task.parameterCount()];
        this.rows = new double[capacity * stride];
        this.attempts = new int[capacity];
        this.scan = new FiniteScan(task.precision());
        clock.end(Stage.OPEN);
    }

    /** Fills the rows that {@code batch} stands for. */
    void fill(Batch batch) {
        clock.begin();
        for (int row = 0; row < batch.count(); row++) {
            attempts[row] = 0;
            prepare(batch, row);
        }
        evaluate(batch);
        while (replaceUnusableRows(batch)) {
            evaluate(batch);
        }
        for (int row = 0; row < batch.count(); row++) {
            task.model().remark(rows, row * stride).ifPresent(remark -> batch.remarks().merge(remark, 1, Integer::sum));
        }
        clock.end(Stage.CHECK);
    }

    @Override
    public void close() {
        evaluator.close();
    }

    /** Draws until the model accepts the draw. */
    private void prepare(Batch batch, int row) {
        while (true) {
            long index = batch.firstRow() + row;
            int attempt = attempts[row]++;
            try {
                drawer.draw(index, attempt, parameters);
                clock.end(Stage.DRAW);
                SourceParameters source = drawer.source(parameters);
                clock.end(Stage.CONVERT);
                task.model().prepare(source, task.frame(), rows, row * stride);
                MemorySegment.copy(parameters, 0, batch.parameters(), ValueLayout.JAVA_DOUBLE,
                    (long) row * parameters.length * Double.BYTES, parameters.length);
                clock.end(Stage.PREPARE);
                return;
            } catch (SourceRefusedException refusal) {
                reject(batch, new Rejection(index, attempt, refusal.getMessage()));
            }
        }
    }

    private void evaluate(Batch batch) {
        // Those of an evaluation before, some of whose rows were replaced.
        batch.remarks().clear();
        evaluator.evaluate(rows, batch);
        clock.end(Stage.EVALUATE);
    }

    private void reject(Batch batch, Rejection rejection) {
        if (rejection.attempt() + 1 >= task.attemptsPerRow()) {
            throw new UnusableRowException("row " + rejection.row() + " was given up after "
                + task.attemptsPerRow() + (task.attemptsPerRow() == 1 ? " attempt: " : " draws, the last because: ")
                + rejection.reason());
        }
        batch.rejections().add(rejection);
    }

    /** Rejects rows with a value that is not finite and prepares others in their place; whether there were any. */
    private boolean replaceUnusableRows(Batch batch) {
        boolean replaced = false;
        for (int row = 0; row < batch.count(); row++) {
            int bin = batch.isKnownFinite(row) ? -1 : firstNonFiniteBin(batch, row);
            if (bin >= 0) {
                clock.end(Stage.CHECK);
                reject(batch, new Rejection(batch.firstRow() + row, attempts[row] - 1,
                    task.model().approximant() + " gives no finite strain at "
                        + task.frame().grid().frequencies()[bin] + " Hz"));
                prepare(batch, row);
                replaced = true;
            }
        }
        clock.end(Stage.CHECK);
        return replaced;
    }

    /** The first bin of a row with a part that is not finite, or -1. */
    private int firstNonFiniteBin(Batch batch, int row) {
        long bytes = (long) batch.bins() * batch.precision().complexBytes();
        long part = scan.firstNonFinite(batch.plus().asSlice(row * bytes, bytes));
        if (part < 0) {
            part = scan.firstNonFinite(batch.cross().asSlice(row * bytes, bytes));
        }
        return Math.toIntExact(Math.floorDiv(part, 2));
    }
}
