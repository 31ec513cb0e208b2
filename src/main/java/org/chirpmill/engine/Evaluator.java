package org.chirpmill.engine;

/**
 * One way of turning coefficient rows into polarizations. An evaluator belongs to one thread from its opening to its
 * closing and was made for one model, grid and precision.
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

    @Override
    void close();
}
