package org.chirpmill.engine;

import java.util.Optional;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.rows.Batch;

/**
 * One way of turning coefficient rows into polarizations. An evaluator belongs to one thread from its opening to its
 * closing and was made for one model, grid and precision.
 *
 * <p>On a device an evaluation goes on while its thread does other things: {@link #start} begins it and
 * {@link #finish} waits for it, up to {@link EvaluatorProvider#depth} of them at once, finished in the order in which
 * they were started.
 */
public interface Evaluator extends AutoCloseable {
    /**
     * Fills {@code batch.plus()} and {@code batch.cross()} for its first {@code batch.count()} rows, zero bins
     * included. What the user should know of a row may be added to {@code batch.remarks()}, which is empty before.
     *
     * @param rows coefficient rows, {@code model.layout().size()} apart, the first at index 0
     * @param batch receives the polarizations
     */
    void evaluate(double[] rows, Batch batch);

    /** Begins what {@link #evaluate} does; neither argument may be touched until {@link #finish}. */
    default void start(double[] rows, Batch batch) {
        evaluate(rows, batch);
    }

    /** Waits until the oldest evaluation that was started, that of {@code batch}, is done. */
    default void finish(Batch batch) {
        // Evaluated when it was started.
    }

    /**
     * Opens a second evaluator for this one's thread, of the same model, precision and accuracy and on the same device.
     * Where memory is short there this one gives back its own, which it takes again when it next begins. Empty where
     * there is nothing to share.
     *
     * @param grid of the second
     * @param transform makes what the second's batches receive; empty where they receive rows as evaluated
     */
    default Optional<Evaluator> openBeside(FrequencyGrid grid, Optional<RowTransform> transform) {
        return Optional.empty();
    }

    @Override
    void close();
}
