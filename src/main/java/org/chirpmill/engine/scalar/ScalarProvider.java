package org.chirpmill.engine.scalar;

import java.util.Optional;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.Evaluator;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;

/** Offers the plain Java evaluator, which runs everywhere. */
public final class ScalarProvider implements EvaluatorProvider {
    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public String description() {
        return "plain Java on " + Runtime.getRuntime().availableProcessors() + " CPU cores";
    }

    @Override
    public Optional<String> obstacle() {
        return Optional.empty();
    }

    @Override
    public Accuracy kept(WaveformModel model, Precision precision, Accuracy asked) {
        return Accuracy.EXACT;
    }

    @Override
    public Evaluator open(WaveformModel model, FrequencyGrid grid, Precision precision, Accuracy accuracy) {
        return new ScalarEvaluator(model, grid, precision);
    }
}
