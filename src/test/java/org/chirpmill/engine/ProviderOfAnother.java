package org.chirpmill.engine;

import java.util.Optional;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;

/** A provider that changes how another's evaluators work, and runs where that one does. */
interface ProviderOfAnother extends EvaluatorProvider {
    /** Who evaluates in the end. */
    EvaluatorProvider original();

    @Override
    default String name() {
        return original().name();
    }

    @Override
    default String description() {
        return original().description();
    }

    @Override
    default Optional<String> obstacle() {
        return original().obstacle();
    }

    @Override
    default Accuracy kept(WaveformModel model, Precision precision, Accuracy asked) {
        return original().kept(model, precision, asked);
    }
}
