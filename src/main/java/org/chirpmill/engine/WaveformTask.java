package org.chirpmill.engine;

import java.util.List;
import java.util.Optional;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.BatchShape;
import org.chirpmill.rows.Precision;

/**
 * What is to be computed: everything that decides the content of a row.
 *
 * @param source gives the rows
 * @param parameters names of the columns of a row
 * @param attemptsPerRow how many draws of one row may be rejected before the run gives up
 * @param model the waveform model
 * @param frame reference frequency and grid
 * @param precision output precision
 * @param backend who evaluates
 * @param accuracy how exactly: what the backend keeps of what is asked for
 * @param transform what becomes of the polarizations before they are kept; empty where they are kept as evaluated
 */
public record WaveformTask(
    RowSource source,
    List<String> parameters,
    int attemptsPerRow,
    WaveformModel model,
    EvaluationFrame frame,
    Precision precision,
    EvaluatorProvider backend,
    Accuracy accuracy,
    Optional<RowTransform> transform) {

    /** Copies the names; asks the backend who evaluates the model, and what that one keeps of the accuracy. */
    public WaveformTask {
        parameters = List.copyOf(parameters);
        backend = backend.suited(model);
        accuracy = backend.kept(model, precision, accuracy);
    }

    /** Rows that are kept as they are evaluated. */
    public WaveformTask(
            RowSource source, List<String> parameters, int attemptsPerRow, WaveformModel model, EvaluationFrame frame,
            Precision precision, EvaluatorProvider backend, Accuracy accuracy) {
        this(source, parameters, attemptsPerRow, model, frame, precision, backend, accuracy, Optional.empty());
    }

    /** The same rows, kept as the transform makes them, and evaluated at the bins that it takes. */
    public WaveformTask transformedBy(RowTransform other) {
        EvaluationFrame evaluated = other instanceof SampledTransform sampled
            ? frame.at(sampled.bins()) : frame.everywhere();
        return new WaveformTask(source, parameters, attemptsPerRow, model, evaluated, precision, backend, accuracy,
            Optional.of(other));
    }

    /** The same rows at some bins alone, in rising order, kept as they are evaluated or as a transform of these. */
    public WaveformTask at(int[] bins, Optional<RowTransform> ofBins) {
        return new WaveformTask(source, parameters, attemptsPerRow, model, frame.at(bins), precision, backend, accuracy,
            ofBins);
    }

    /** Columns of a row. */
    public int parameterCount() {
        return parameters.size();
    }

    /** The frequencies of a whole row. */
    public FrequencyGrid grid() {
        return frame.grid();
    }

    /** The frequencies of a row as it is evaluated: all, or those that the transform takes. */
    public FrequencyGrid points() {
        return frame.points();
    }

    /** The same rows whole and in double precision, whatever is kept of them. */
    public WaveformTask evaluatedInDouble() {
        return new WaveformTask(source, parameters, attemptsPerRow, model, frame.everywhere(), Precision.DOUBLE,
            backend, accuracy);
    }

    /** Whether the backend transforms rows where it evaluates them, so that only what is kept leaves its device. */
    public boolean isTransformedByBackend() {
        return transform.filter(backend::transforms).isPresent();
    }

    /** What is left for the workers to do to evaluated rows. */
    public Optional<RowTransform> transformOfWorkers() {
        return isTransformedByBackend() ? Optional.empty() : transform;
    }

    /** What the workers do where they have evaluated some bins alone; empty where rows are whole. */
    public Optional<SampledTransform> sampledTransform() {
        return transform.filter(SampledTransform.class::isInstance).map(SampledTransform.class::cast);
    }

    /** Whether evaluated rows need memory of their own, beside those that are kept. */
    public boolean keepsOtherRows() {
        return transformOfWorkers().filter(each -> !each.isInPlace()).isPresent();
    }

    /** How many complex numbers are kept of one polarization of one row. */
    public int columns() {
        return transform.map(RowTransform::columns).orElse(frame.points().bins());
    }

    /** Batches of so many rows as they are kept. */
    public BatchShape keptShape(int capacity) {
        return new BatchShape(capacity, columns(), parameterCount(), precision);
    }

    /** Batches of so many rows as they are evaluated. */
    public BatchShape evaluatedShape(int capacity) {
        return new BatchShape(capacity, frame.points().bins(), parameterCount(), precision);
    }

    /** Opens the backend's evaluator for the calling thread. */
    public Evaluator openEvaluator() {
        return isTransformedByBackend()
            ? backend.openTransforming(model, frame.points(), precision, accuracy, transform.orElseThrow())
            : backend.open(model, frame.points(), precision, accuracy);
    }

    /** Bytes of one row as it is kept: its parameters and both polarizations. */
    public long bytesPerRow() {
        return bytes(keptShape(1));
    }

    /** Bytes of one row as it is evaluated. */
    public long evaluatedBytesPerRow() {
        return bytes(evaluatedShape(1));
    }

    private static long bytes(BatchShape row) {
        return row.parameterBytes() + 2 * row.polarizationBytes();
    }
}
