package org.chirpmill.engine;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.Signal;

/**
 * Makes rows of a batch once more from all of their bins, those that a {@link SampledTransform} does not serve. Opens
 * an evaluator and takes memory when there is a first such row. One thread.
 */
final class WholeRows implements AutoCloseable {
    private final WaveformTask task;
    private final Evaluator first;
    private final int stride;
    private final int capacity;
    private final Arena arena = Arena.ofConfined();
    private Evaluator evaluator;
    /** Empty where the evaluator transforms. */
    private Optional<RowTransform.Applier> applier = Optional.empty();
    private Batch filled;
    /** The same batch where the evaluator transforms. */
    private Batch transformed;
    private double[] coefficients;

    /**
     * Rows of a task.
     *
     * @param task makes them of all bins
     * @param first the worker's evaluator of some bins
     * @param mostRows of a batch
     */
    WholeRows(WaveformTask task, Evaluator first, int mostRows) {
        this.task = task;
        this.first = first;
        this.stride = task.model().layout().size();
        this.capacity = Math.min(task.wholeRowsAtOnce(), mostRows);
    }

    /**
     * Replaces rows.
     *
     * @param places of the rows in the batch
     * @param rows coefficient rows of the batch
     * @param batch whose parameters they have
     * @param kept receives them
     * @param signals receives what there is of each
     */
    void replace(int[] places, double[] rows, Batch batch, Batch kept, Signal[] signals) {
        for (int from = 0; from < places.length; from += capacity) {
            replace(places, from, Math.min(capacity, places.length - from), rows, batch, kept, signals);
        }
    }

    private void replace(int[] places, int from, int count, double[] rows, Batch batch, Batch kept, Signal[] signals) {
        open();
        filled.startAt(0, count);
        transformed.startAt(0, count);
        long parameterBytes = (long) task.parameterCount() * Double.BYTES;
        for (int k = 0; k < count; k++) {
            int place = places[from + k];
            System.arraycopy(rows, place * stride, coefficients, k * stride, stride);
            MemorySegment.copy(batch.parameters(), place * parameterBytes, filled.parameters(), k * parameterBytes,
                parameterBytes);
        }
        evaluator.evaluate(coefficients, filled);
        for (int k = 0; k < count; k++) {
            signals[places[from + k]] = Signal.of(filled, k, task.firstOfFilled());
        }
        applier.ifPresent(each -> each.apply(filled, transformed));
        long bytes = (long) transformed.bins() * task.precision().complexBytes();
        for (int k = 0; k < count; k++) {
            long to = places[from + k] * bytes;
            MemorySegment.copy(transformed.plus(), ValueLayout.JAVA_BYTE, k * bytes, kept.plus(),
                ValueLayout.JAVA_BYTE, to, bytes);
            MemorySegment.copy(transformed.cross(), ValueLayout.JAVA_BYTE, k * bytes, kept.cross(),
                ValueLayout.JAVA_BYTE, to, bytes);
        }
    }

    private void open() {
        if (evaluator == null) {
            applier = task.transformOfWorkers().map(each -> each.open(capacity, task.precision()));
            filled = new Batch(arena, task.filledShape(capacity));
            transformed = applier.isPresent() ? new Batch(arena, task.keptShape(capacity)) : filled;
            coefficients = new double[capacity * stride];
            evaluator = task.openEvaluatorBeside(first);
        }
    }

    @Override
    public void close() {
        if (evaluator != null) {
            evaluator.close();
        }
        applier.ifPresent(RowTransform.Applier::close);
        arena.close();
    }
}
