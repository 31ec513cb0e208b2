package org.chirpmill.engine;

import java.util.Optional;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.WaveformModel;

/**
 * A way of evaluating that this version of Chirpmill knows by name but does not contain.
 *
 * @param name what {@code --backend} calls it
 * @param description what it would run on
 */
record MissingProvider(String name, String description) implements EvaluatorProvider {
    @Override
    public Optional<String> obstacle() {
        return Optional.of("the " + name + " backend is not part of this version of Chirpmill: use --backend scalar");
    }

    @Override
    public Evaluator open(WaveformModel model, FrequencyGrid grid, Precision precision, Accuracy accuracy) {
        throw new UnsupportedOperationException(obstacle().orElseThrow());
    }
}
