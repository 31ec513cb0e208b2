package org.chirpmill.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;

/** One way of evaluating waveforms, and whether this machine can go it. */
public interface EvaluatorProvider {
    /** What it is asked for by. */
    String name();

    /** What it runs on, in words, such as the number of cores. */
    String description();

    /** Why it cannot run here, one sentence with its remedy; empty where it can. */
    Optional<String> obstacle();

    /** Why it cannot evaluate a model though it can run here, one sentence with its remedy; empty where it can. */
    default Optional<String> obstacle(WaveformModel model) {
        return Optional.empty();
    }

    /**
     * The backend that evaluates a model where this one was chosen: itself, unless the choice was left to Chirpmill.
     *
     * @throws UnsupportedOperationException where it has an {@link #obstacle(WaveformModel)}
     */
    default EvaluatorProvider suited(WaveformModel model) {
        obstacle(model).ifPresent(reason -> {
            throw new UnsupportedOperationException(reason);
        });
        return this;
    }

    /** Its name, and how it evaluates a model where that is not as it evaluates most. */
    default String way(WaveformModel model) {
        return name();
    }

    /** Why it is taken only where it is asked for though it can run here, one sentence; empty for most. */
    default Optional<String> drawback() {
        return Optional.empty();
    }

    /**
     * How exactly it evaluates a model where {@code asked} is asked for: never less so, and as exactly as can be
     * promised, since this is what a dataset records. Call only where there is no {@link #obstacle}.
     */
    Accuracy kept(WaveformModel model, Precision precision, Accuracy asked);

    /**
     * The same backend on some of its devices only.
     *
     * @param devices what {@code chirpmill devices} calls them; work is shared among them
     * @throws UnsupportedOperationException where there is no such device, or the backend knows none
     */
    default EvaluatorProvider on(List<String> devices) {
        throw new UnsupportedOperationException("the " + name() + " backend runs on the CPU's cores: only cuda and "
            + "tornado have devices to choose");
    }

    /**
     * The same backend with batches that take at most so much of each device's memory.
     *
     * @param deviceBytes how much
     * @throws UnsupportedOperationException where the backend's devices have no memory of their own
     */
    default EvaluatorProvider within(long deviceBytes) {
        throw new UnsupportedOperationException(
            "the " + name() + " backend plans no device memory: only cuda does");
    }

    /** The devices that {@link #on} takes, one line each that begins with the name; empty for the CPU's cores. */
    default List<String> devices() {
        return List.of();
    }

    /** How many evaluations one evaluator holds at once, started and not yet finished: 1 where there is no device. */
    default int depth() {
        return 1;
    }

    /**
     * How many rows a batch should have, where a device has an opinion on that: enough to fill it, few enough for its
     * memory. Empty where the CPU's caches decide.
     *
     * @param task what is to be computed
     * @param workers how many evaluators will be open at once
     */
    default OptionalInt batchRows(WaveformTask task, int workers) {
        return OptionalInt.empty();
    }

    /** Whether its evaluators can transform rows where they evaluate them: {@link #openTransforming}. */
    default boolean transforms(RowTransform transform) {
        return false;
    }

    /**
     * Opens an evaluator whose batches receive transformed rows; evaluated ones stay on the device. Call only where
     * {@link #transforms} says so.
     */
    default Evaluator openTransforming(
            WaveformModel model, FrequencyGrid grid, Precision precision, Accuracy accuracy, RowTransform transform) {
        throw new UnsupportedOperationException("the " + name() + " backend does not transform rows");
    }

    /**
     * Opens an evaluator for one thread. Call only where there is no {@link #obstacle}.
     *
     * @throws UnsupportedOperationException where there is one
     */
    Evaluator open(WaveformModel model, FrequencyGrid grid, Precision precision, Accuracy accuracy);
}
