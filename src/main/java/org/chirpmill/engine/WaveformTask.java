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

    /** As many rows as products with a large matrix are fast for. */
    private static final int WHOLE_ON_CPU = 32;
    /** All those of a batch, mostly: one takes a device as long as a tile's rows. */
    private static final int WHOLE_ON_DEVICE = 256;

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

    /** What the backend does to rows where it evaluates them, so that only what comes of it leaves its device. */
    public Optional<RowTransform> transformedByBackend() {
        return firstTransform().filter(backend::transforms);
    }

    /** Whether there is something like that. */
    public boolean isTransformedByBackend() {
        return transformedByBackend().isPresent();
    }

    /** What is left for the workers to do to evaluated rows first. */
    public Optional<RowTransform> transformOfWorkers() {
        return isTransformedByBackend() ? Optional.empty() : firstTransform();
    }

    /** What is done to evaluated rows first, wherever: all of the transform, or the product of sampled bins. */
    private Optional<RowTransform> firstTransform() {
        return transform.map(each -> each instanceof SampledTransform sampled ? sampled.ofBins() : each);
    }

    /** What the workers do to products of sampled bins; empty where rows are whole. */
    public Optional<SampledTransform> sampledTransform() {
        return transform.filter(SampledTransform.class::isInstance).map(SampledTransform.class::cast);
    }

    /** The same rows, each made of all bins; empty where they are anyway. */
    public Optional<WaveformTask> ofWholeRows() {
        return sampledTransform().map(sampled -> transformedBy(sampled.whole()));
    }

    /** The most rows that a worker has made whole at once, where these are the rows of {@link #ofWholeRows}. */
    public int wholeRowsAtOnce() {
        return isTransformedByBackend() ? WHOLE_ON_DEVICE : WHOLE_ON_CPU;
    }

    /** Whether rows need memory of their own where evaluators fill it, beside those that are kept. */
    public boolean keepsOtherRows() {
        return sampledTransform().isPresent() || transformOfWorkers().filter(each -> !each.isInPlace()).isPresent();
    }

    /** How many complex numbers are kept of one polarization of one row. */
    public int columns() {
        return transform.map(RowTransform::columns).orElse(frame.points().bins());
    }

    /** Batches of so many rows as they are kept. */
    public BatchShape keptShape(int capacity) {
        return new BatchShape(capacity, columns(), parameterCount(), precision);
    }

    /** Batches of so many rows as evaluators fill them: evaluated, or what the backend makes of that. */
    public BatchShape filledShape(int capacity) {
        int numbers = transformedByBackend().map(RowTransform::columns).orElse(frame.points().bins());
        return new BatchShape(capacity, numbers, parameterCount(), precision);
    }

    /** The first number of a row, as evaluators fill it, that is not always zero. */
    int firstOfFilled() {
        return isTransformedByBackend() ? 0 : frame.points().firstBin();
    }

    /** Batches of so many rows of which sampled bins were multiplied, without parameters. */
    BatchShape multipliedShape(int capacity) {
        return new BatchShape(capacity, firstTransform().orElseThrow().columns(), 0, precision);
    }

    /** Opens the backend's evaluator for the calling thread. */
    public Evaluator openEvaluator() {
        return transformedByBackend()
            .map(each -> backend.openTransforming(model, frame.points(), precision, accuracy, each))
            .orElseGet(() -> backend.open(model, frame.points(), precision, accuracy));
    }

    /** The same for a thread that has an evaluator of another task with this model already, perhaps on its device. */
    Evaluator openEvaluatorBeside(Evaluator first) {
        return first.openBeside(frame.points(), transformedByBackend()).orElseGet(this::openEvaluator);
    }

    /** Bytes of one row as it is kept: its parameters and both polarizations. */
    public long bytesPerRow() {
        return bytes(keptShape(1));
    }

    /** Bytes of one row as evaluators fill it. */
    public long filledBytesPerRow() {
        return bytes(filledShape(1));
    }

    /** Bytes of one row of products of sampled bins, where the workers make them; 0 elsewhere. */
    long multipliedBytesPerRow() {
        return sampledTransform().isPresent() && !isTransformedByBackend() ? bytes(multipliedShape(1)) : 0;
    }

    private static long bytes(BatchShape row) {
        return row.parameterBytes() + 2 * row.polarizationBytes();
    }
}
