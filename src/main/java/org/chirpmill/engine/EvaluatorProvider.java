package org.chirpmill.engine;

import java.util.Optional;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.WaveformModel;

/** One way of evaluating waveforms, and whether this machine can go it. */
public interface EvaluatorProvider {
    /** The name that {@code --backend} takes. */
    String name();

    /** What it runs on, in words, such as the number of cores. */
    String description();

    /** Why it cannot run here, one sentence with its remedy; empty where it can. */
    Optional<String> obstacle();

    /** How exactly it evaluates where {@code asked} is asked for: some know the exact way only. */
    default Accuracy kept(Accuracy asked) {
        return asked;
    }

    /**
     * Opens an evaluator for one thread. Call only where there is no {@link #obstacle}.
     *
     * @throws UnsupportedOperationException where there is one
     */
    Evaluator open(WaveformModel model, FrequencyGrid grid, Precision precision, Accuracy accuracy);
}
