package org.chirpmill.engine;

import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.WaveformModel;

/**
 * What is to be computed: everything that decides the content of a row.
 *
 * @param source gives the rows
 * @param parameterCount columns of a row
 * @param attemptsPerRow how many draws of one row may be rejected before the run gives up
 * @param model the waveform model
 * @param frame reference frequency and grid
 * @param precision output precision
 * @param backend who evaluates
 * @param accuracy how exactly: what the backend keeps of what is asked for
 */
public record WaveformTask(
    RowSource source,
    int parameterCount,
    int attemptsPerRow,
    WaveformModel model,
    EvaluationFrame frame,
    Precision precision,
    EvaluatorProvider backend,
    Accuracy accuracy) {

    /** Asks the backend what it keeps of the accuracy. */
    public WaveformTask {
        accuracy = backend.kept(accuracy);
    }

    /** Opens the backend's evaluator for the calling thread. */
    public Evaluator openEvaluator() {
        return backend.open(model, frame.grid(), precision, accuracy);
    }

    /** Bytes of one row: its parameters and both polarizations. */
    public long bytesPerRow() {
        return (long) parameterCount * Double.BYTES + 2L * frame.grid().bins() * precision.complexBytes();
    }
}
