package org.chirpmill.engine.lookup;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.Evaluator;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.engine.RowTransform;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;

/**
 * The best backend, left to Chirpmill to choose: for a model that it cannot evaluate, the next one that can.
 *
 * @param best what is taken for most models
 * @param others that run here too, the preferred first
 * @param log told why a better one is passed over
 */
record PreferredProvider(EvaluatorProvider best, List<EvaluatorProvider> others, Consumer<String> log)
        implements EvaluatorProvider {
    @Override
    public EvaluatorProvider suited(WaveformModel model) {
        return candidates().filter(each -> {
            Optional<String> obstacle = each.obstacle(model);
            obstacle.ifPresent(log);
            return obstacle.isEmpty();
        }).findFirst().orElseThrow(() -> new UnsupportedOperationException(best.obstacle(model).orElseThrow()));
    }

    @Override
    public Optional<String> obstacle(WaveformModel model) {
        return candidates().anyMatch(each -> each.obstacle(model).isEmpty()) ? Optional.empty()
            : best.obstacle(model);
    }

    private Stream<EvaluatorProvider> candidates() {
        return Stream.concat(Stream.of(best), others.stream());
    }

    @Override
    public String name() {
        return best.name();
    }

    @Override
    public String description() {
        return best.description();
    }

    @Override
    public Optional<String> obstacle() {
        return best.obstacle();
    }

    @Override
    public Optional<String> drawback() {
        return best.drawback();
    }

    @Override
    public Accuracy kept(WaveformModel model, Precision precision, Accuracy asked) {
        return suited(model).kept(model, precision, asked);
    }

    @Override
    public EvaluatorProvider on(List<String> devices) {
        return new PreferredProvider(best.on(devices), others, log);
    }

    @Override
    public EvaluatorProvider within(long deviceBytes) {
        return new PreferredProvider(best.within(deviceBytes), others, log);
    }

    @Override
    public List<String> devices() {
        return best.devices();
    }

    @Override
    public int depth() {
        return best.depth();
    }

    @Override
    public OptionalInt batchRows(WaveformTask task, int workers) {
        return best.batchRows(task, workers);
    }

    @Override
    public boolean transforms(RowTransform transform) {
        return best.transforms(transform);
    }

    @Override
    public Evaluator openTransforming(
            WaveformModel model, FrequencyGrid grid, Precision precision, Accuracy accuracy, RowTransform transform) {
        return best.openTransforming(model, grid, precision, accuracy, transform);
    }

    @Override
    public Evaluator open(WaveformModel model, FrequencyGrid grid, Precision precision, Accuracy accuracy) {
        return suited(model).open(model, grid, precision, accuracy);
    }
}
