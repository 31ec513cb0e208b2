package org.chirpmill.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.chirpmill.dataset.DatasetException;
import org.chirpmill.dataset.ReferenceFile;
import org.chirpmill.dataset.ReferenceGrid;
import org.chirpmill.dataset.ReferenceSet;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.engine.WaveformDifference;
import org.chirpmill.engine.WaveformEvaluator;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.UnsupportedOptionException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.catalogue.ModelCatalogue;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;
import org.chirpmill.run.Choices;
import org.chirpmill.run.Models;
import org.chirpmill.run.ParameterNames;
import org.chirpmill.settings.SettingsException;
import org.chirpmill.settings.WaveformGeneratorSettings;
import org.chirpmill.source.FixedSource;
import org.chirpmill.source.UnphysicalSourceException;
import org.chirpmill.source.UnusableParametersException;

/**
 * Computes rows of reference sets anew and compares.
 *
 * @param backend who evaluates
 * @param precision of what it gives
 * @param asked how exactly
 * @param tolerance the largest difference that passes; empty for those of {@link Tolerances}
 */
public record ReferenceCheck(
        EvaluatorProvider backend, Precision precision, Accuracy asked, OptionalDouble tolerance) {
    /** LALSimulation cannot agree with itself better than its noise, so no row is held to less than ten times that. */
    private static final double NOISE_FACTOR = 10;
    /** Nor where its numerical settings move it by more. */
    private static final double SPREAD_FACTOR = 3;

    /** A model of a reference, or the sentence why there is none. */
    private record Found(Optional<WaveformModel> model, String obstacle) {}

    /** Who evaluates, in which precision and how exactly, as chosen. */
    public static ReferenceCheck of(Choices choices, OptionalDouble tolerance) {
        return new ReferenceCheck(choices.backend(), choices.precision(),
            choices.accuracyOfSingles(Optional.empty()), tolerance);
    }

    /** How exactly a model is evaluated: what the backend keeps for it of what is asked for. */
    public Accuracy accuracy(WaveformModel model) {
        return backend.kept(model, precision, asked);
    }

    /** What a row of a model may differ, where its reference is less noisy than that. */
    public double limit(WaveformModel model) {
        return tolerance.orElseGet(() -> Tolerances.ofReferences(model.traits(), precision));
    }

    /**
     * Compares with sets of a file.
     *
     * @param isWanted tells by its name whether a set is
     * @param unknown told of wanted sets whose model is not among those of this version, and why
     */
    public List<SetVerdict> verdicts(
            Path file, Predicate<String> isWanted, BiConsumer<ReferenceSet, String> unknown) throws IOException {
        List<SetVerdict> verdicts = new ArrayList<>();
        try (ReferenceFile reference = ReferenceFile.open(file)) {
            for (String name : reference.names()) {
                if (isWanted.test(name)) {
                    ReferenceSet set = reference.set(name);
                    Found found = model(set, file.getFileName().toString());
                    found.model().ifPresentOrElse(
                        model -> verdicts.add(verdict(file.getFileName().toString(), set, model)),
                        () -> unknown.accept(set, found.obstacle()));
                }
            }
        } catch (UnusableParametersException undetermined) {
            throw new DatasetException(file + " cannot be verified: " + undetermined.getMessage(), undetermined);
        }
        return verdicts;
    }

    /** The model of a set with its options. */
    private static Found model(ReferenceSet set, String file) {
        Optional<WaveformModel> model = ModelCatalogue.named(set.approximant());
        if (model.isEmpty()) {
            return new Found(model, set.approximant() + " is not in this version.");
        }
        try {
            return new Found(Optional.of(model.get().with(Models.options(WaveformGeneratorSettings.ofLalsimulation(
                set.approximant(), set.fRef(), set.options(), file)))), "");
        } catch (UnsupportedOptionException unsupported) {
            return new Found(Optional.empty(), unsupported.option() + " " + unsupported.getMessage() + ".");
        } catch (SettingsException unknown) {
            return new Found(Optional.empty(), unknown.getMessage());
        }
    }

    private SetVerdict verdict(String file, ReferenceSet set, WaveformModel model) {
        FixedSource sources = sources(set);
        double[] peak = new double[set.rows()];
        double[] loss = new double[set.rows()];
        double[] allowed = new double[set.rows()];
        double[] allowedByError = new double[set.rows()];
        int refused = 0;
        try (WaveformEvaluator evaluator = new WaveformEvaluator(model, frame(set), precision, backend,
                accuracy(model))) {
            for (int row = 0; row < set.rows(); row++) {
                WaveformDifference difference = difference(set, row, sources, evaluator);
                peak[row] = difference.peak();
                loss[row] = difference.loss();
                allowed[row] = Math.max(limit(model), Math.max(NOISE_FACTOR * value(set.noisePeak(), row),
                    SPREAD_FACTOR * value(set.spreadPeak(), row)));
                double error = value(set.errorPeak(), row);
                allowedByError[row] = error > 0 ? error + limit(model) : 0;
                refused += difference == SetVerdict.BOTH_REFUSED ? 1 : 0;
            }
        }
        return new SetVerdict(file, set.name(), model, set.options(), peak, loss, allowed, allowedByError,
            refused);
    }

    /** A row's own, nothing where it is not known. */
    private static double value(Optional<double[]> byRow, int row) {
        return byRow.isPresent() && !Double.isNaN(byRow.get()[row]) ? byRow.get()[row] : 0;
    }

    /** The way to its sources; where there is none, a slip in a name may be why. */
    private static FixedSource sources(ReferenceSet set) {
        try {
            return new FixedSource(set.columns(), set.fRef(), OptionalDouble.empty());
        } catch (UnusableParametersException undetermined) {
            List<String> slips = ParameterNames.complaints(set.columns());
            throw slips.isEmpty() ? undetermined : new UnusableParametersException(
                undetermined.getMessage().replaceFirst("\\.$", "") + "; " + String.join("; ", slips) + ".");
        }
    }

    private static WaveformDifference difference(
            ReferenceSet set, int row, FixedSource sources, WaveformEvaluator evaluator) {
        boolean referenceHasOne = !Double.isNaN(set.plus()[row][0]);
        try {
            WaveformEvaluator.Polarizations ours = evaluator.polarizations(sources.at(set.parameters()[row]));
            return referenceHasOne
                ? WaveformDifference.between(ours.plus(), ours.cross(), set.plus()[row], set.cross()[row])
                : SetVerdict.ONE_REFUSED;
        } catch (UnphysicalSourceException | SourceRefusedException refusal) {
            return referenceHasOne ? SetVerdict.ONE_REFUSED : SetVerdict.BOTH_REFUSED;
        }
    }

    /** Reference frequency and grid of a set, as its waveforms are evaluated. */
    public static EvaluationFrame frame(ReferenceSet set) {
        return new EvaluationFrame(set.fRef(), grid(set.grid()));
    }

    private static FrequencyGrid grid(ReferenceGrid grid) {
        return switch (grid) {
            case ReferenceGrid.Samples samples -> FrequencyGrid.ofSamples(samples.frequencies());
            case ReferenceGrid.Uniform uniform -> new FrequencyGrid(
                IntStream.range(0, uniform.bins()).mapToDouble(bin -> bin * uniform.deltaF()).toArray(),
                (int) Math.round(uniform.fMin() / uniform.deltaF()), uniform.deltaF());
        };
    }
}
