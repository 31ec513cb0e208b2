package org.chirpmill.engine;

import java.util.ArrayDeque;
import java.util.Queue;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.Precision;

/**
 * Evaluates as a device does: what is started is done when it is finished, in the order of the starts, and no more is
 * held at once than was promised.
 *
 * @param original who evaluates in the end
 * @param depth how many evaluations are held at once
 */
record DeferredProvider(EvaluatorProvider original, int depth) implements ProviderOfAnother {
    @Override
    public Evaluator open(WaveformModel model, FrequencyGrid grid, Precision precision, Accuracy accuracy) {
        Evaluator evaluator = original.open(model, grid, precision, accuracy);
        return new Evaluator() {
            private final Queue<Started> started = new ArrayDeque<>();

            @Override
            public void evaluate(double[] rows, Batch batch) {
                evaluator.evaluate(rows, batch);
            }

            @Override
            public void start(double[] rows, Batch batch) {
                started.add(new Started(rows, batch));
                if (started.size() > depth) {
                    throw new IllegalStateException(started.size() + " evaluations are held, promised were " + depth);
                }
            }

            @Override
            public void finish(Batch batch) {
                Started oldest = started.remove();
                if (oldest.batch != batch) {
                    throw new IllegalStateException("finished out of order");
                }
                evaluator.evaluate(oldest.rows, oldest.batch);
            }

            @Override
            public void close() {
                evaluator.close();
            }
        };
    }

    private record Started(double[] rows, Batch batch) {}
}
