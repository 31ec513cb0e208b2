package org.chirpmill.cli;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.chirpmill.dataset.ReferenceGrid;
import org.chirpmill.dataset.ReferenceSet;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.engine.WaveformDifference;
import org.chirpmill.engine.WaveformEvaluator;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;
import org.chirpmill.source.FixedSource;
import org.chirpmill.source.UnphysicalSourceException;

/** Computes every row of a reference set anew and compares. */
record ReferenceCheck(EvaluatorProvider backend, Precision precision, Accuracy accuracy, double tolerance) {
    /** LALSimulation cannot agree with itself better than its noise, so nobody is held to less than ten times that. */
    private static final double NOISE_FACTOR = 10;

    SetVerdict verdict(String file, ReferenceSet set, WaveformModel model) {
        EvaluationFrame frame = new EvaluationFrame(set.fRef(), grid(set.grid()));
        FixedSource sources = new FixedSource(set.columns(), set.fRef(), OptionalDouble.empty());
        double[] peak = new double[set.rows()];
        double[] loss = new double[set.rows()];
        double[] allowed = new double[set.rows()];
        int refused = 0;
        try (WaveformEvaluator evaluator = new WaveformEvaluator(model, frame, precision, backend, accuracy)) {
            for (int row = 0; row < set.rows(); row++) {
                WaveformDifference difference = difference(set, row, sources, evaluator);
                peak[row] = difference.peak();
                loss[row] = difference.loss();
                double noise = set.noisePeak().isPresent() ? set.noisePeak().get()[row] : 0;
                allowed[row] = Math.max(tolerance, NOISE_FACTOR * (Double.isNaN(noise) ? 0 : noise));
                refused += difference == SetVerdict.BOTH_REFUSED ? 1 : 0;
            }
        }
        return new SetVerdict(file, set.name(), set.approximant(), peak, loss, allowed, refused);
    }

    private static WaveformDifference difference(
            ReferenceSet set, int row, FixedSource sources, WaveformEvaluator evaluator) {
        boolean referenceHasOne = !Double.isNaN(set.plus()[row][0]);
        try {
            WaveformEvaluator.Polarizations ours = evaluator.polarizations(sources.at(set.parameters()[row]));
            return referenceHasOne
                ? WaveformDifference.between(ours.plus(), ours.cross(), set.plus()[row], set.cross()[row])
                : SetVerdict.ONE_REFUSED;
        } catch (UnphysicalSourceException | SourceRefusedException refusal) {
            return referenceHasOne ? SetVerdict.ONE_REFUSED : SetVerdict.BOTH_REFUSED;
        }
    }

    static FrequencyGrid grid(ReferenceGrid grid) {
        return switch (grid) {
            case ReferenceGrid.Samples samples -> FrequencyGrid.ofSamples(samples.frequencies());
            case ReferenceGrid.Uniform uniform -> new FrequencyGrid(
                IntStream.range(0, uniform.bins()).mapToDouble(bin -> bin * uniform.deltaF()).toArray(),
                (int) Math.round(uniform.fMin() / uniform.deltaF()), uniform.deltaF());
        };
    }
}
