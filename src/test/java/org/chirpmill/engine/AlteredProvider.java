package org.chirpmill.engine;

import java.util.function.Consumer;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.Precision;

/**
 * Another provider's evaluators, whose results are altered before they are seen.
 *
 * @param original who evaluates
 * @param alteration what is done to a batch that is evaluated
 */
record AlteredProvider(EvaluatorProvider original, Consumer<Batch> alteration)
        implements ProviderOfAnother {
    @Override
    public Evaluator open(WaveformModel model, FrequencyGrid grid, Precision precision, Accuracy accuracy) {
        Evaluator evaluator = original.open(model, grid, precision, accuracy);
        return new Evaluator() {
            @Override
            public void evaluate(double[] rows, Batch batch) {
                evaluator.evaluate(rows, batch);
                alteration.accept(batch);
            }

            @Override
            public void close() {
                evaluator.close();
            }
        };
    }
}
