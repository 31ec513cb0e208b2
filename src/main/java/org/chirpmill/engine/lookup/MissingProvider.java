package org.chirpmill.engine.lookup;

import java.util.Optional;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.Evaluator;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;

/**
 * A way of evaluating that Chirpmill knows by name but does not contain.
 *
 * @param name what it is asked for by
 * @param description what it would run on
 * @param reason why it is missing and what to do, in words that follow its name
 */
record MissingProvider(String name, String description, String reason) implements EvaluatorProvider {
    MissingProvider(String name, String description) {
        this(name, description, "is not part of this version of Chirpmill: use the scalar backend");
    }

    @Override
    public Optional<String> obstacle() {
        return Optional.of("the " + name + " backend " + reason);
    }

    @Override
    public Accuracy kept(WaveformModel model, Precision precision, Accuracy asked) {
        throw new UnsupportedOperationException(obstacle().orElseThrow());
    }

    @Override
    public Evaluator open(WaveformModel model, FrequencyGrid grid, Precision precision, Accuracy accuracy) {
        throw new UnsupportedOperationException(obstacle().orElseThrow());
    }
}
