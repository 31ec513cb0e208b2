package org.chirpmill.engine.vector;

import java.util.Optional;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.Accuracy;
import org.chirpmill.engine.Evaluator;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.engine.Precision;
import org.chirpmill.model.WaveformModel;

/** Offers the SIMD evaluator where the JVM was given the Vector API. */
public final class VectorProvider implements EvaluatorProvider {
    @Override
    public String name() {
        return "vector";
    }

    @Override
    public String description() {
        return "the CPU's SIMD lanes on " + Runtime.getRuntime().availableProcessors() + " cores";
    }

    @Override
    public Optional<String> obstacle() {
        return Optional.empty();
    }

    @Override
    public Evaluator open(WaveformModel model, FrequencyGrid grid, Precision precision, Accuracy accuracy) {
        return new VectorEvaluator(model, grid, precision, accuracy);
    }
}
