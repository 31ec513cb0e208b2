package org.chirpmill.engine;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.stream.IntStream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.Preparer;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.Precision;
import org.chirpmill.source.SourceParameters;

/** Waveforms one at a time, for checks and single files; datasets go through the {@link Pipeline}. One thread. */
public final class WaveformEvaluator implements AutoCloseable {
    private final WaveformModel model;
    private final Preparer preparer;
    private final FrequencyGrid grid;
    private final Arena arena = Arena.ofConfined();
    private final Batch batch;
    private final Evaluator evaluator;
    private final double[] row;
    private final FiniteScan scan;

    /** Opens an evaluator of the backend for one waveform after another. */
    public WaveformEvaluator(
            WaveformModel model, EvaluationFrame frame, Precision precision, EvaluatorProvider backend,
            Accuracy accuracy) {
        this(model, frame, frame.points(), precision, backend, accuracy);
    }

    /**
     * The same at other frequencies than those that waveforms are prepared for: these decide where some models end.
     *
     * @param grid the frequencies to evaluate at
     */
    public WaveformEvaluator(
            WaveformModel model, EvaluationFrame frame, FrequencyGrid grid, Precision precision,
            EvaluatorProvider backend, Accuracy accuracy) {
        this.model = model;
        this.preparer = model.open(frame);
        this.grid = grid;
        this.batch = new Batch(arena, 1, grid.bins(), 1, precision);
        this.evaluator = backend.suited(model).open(model, grid, precision, accuracy);
        this.row = new double[model.layout().size()];
        this.scan = new FiniteScan(precision);
    }

    /**
     * The waveform of a source.
     *
     * @throws SourceRefusedException where the model does not take the source, or has no finite strain for it
     */
    public Polarizations polarizations(SourceParameters source) throws SourceRefusedException {
        preparer.prepare(source, row, 0);
        batch.startAt(0, 1);
        evaluator.evaluate(row, batch);
        requireFinite(batch.plus());
        requireFinite(batch.cross());
        return new Polarizations(doubles(batch.plus()), doubles(batch.cross()));
    }

    @Override
    public void close() {
        evaluator.close();
        arena.close();
    }

    private void requireFinite(MemorySegment polarization) throws SourceRefusedException {
        long part = scan.firstNonFinite(polarization);
        if (part >= 0) {
            throw new SourceRefusedException(model.approximant() + " gives no finite strain at "
                + grid.frequencies()[(int) (part / 2)] + " Hz");
        }
    }

    private double[] doubles(MemorySegment segment) {
        if (batch.precision() == Precision.DOUBLE) {
            return segment.toArray(ValueLayout.JAVA_DOUBLE);
        }
        float[] single = segment.toArray(ValueLayout.JAVA_FLOAT);
        return IntStream.range(0, single.length).mapToDouble(part -> single[part]).toArray();
    }

    /**
     * One waveform.
     *
     * @param plus h_plus, strain/Hz, real and imaginary parts in turns, 2 x bins
     * @param cross h_cross, likewise
     */
    public record Polarizations(double[] plus, double[] cross) {}
}
