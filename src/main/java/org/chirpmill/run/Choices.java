package org.chirpmill.run;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.engine.Schedule;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;
import org.chirpmill.settings.CompressionSettings;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.Sampling;
import org.chirpmill.settings.SettingsException;
import org.chirpmill.settings.SettingsTree;

/**
 * What is chosen beside the settings. Whatever is not chosen is decided here and nowhere else.
 *
 * @param seed decides all rows, in place of the settings' {@code seed}
 * @param precision of the polarizations
 * @param backend who evaluates
 * @param accuracy how exactly, in place of the settings' {@code waveform_generator.accuracy}
 * @param sampling whether coefficients come from a few bins, in place of the settings' {@code compression.svd.sampling}
 * @param threads workers; empty for one for each core
 * @param batchSize rows that a worker takes at a time; empty for what suits caches or the backend's device
 */
public record Choices(OptionalLong seed, Precision precision, EvaluatorProvider backend, Optional<Accuracy> accuracy,
        Optional<Sampling> sampling, OptionalInt threads, OptionalInt batchSize) {
    private static final String SEED = "seed";

    /** Where neither choices nor settings say how exactly the rows of a set are evaluated. */
    public static final Accuracy ACCURACY_OF_SETS = Accuracy.DEFAULT;

    /** Where neither choices nor settings say from how many bins coefficients come. */
    public static final Sampling SAMPLING_OF_SETS = Sampling.within(0.01);

    /** Where neither choices nor settings say how exactly single waveforms, which cost nothing, are evaluated. */
    public static final Accuracy ACCURACY_OF_SINGLES = Accuracy.EXACT;

    /** The settings' seed, single precision, the best backend that runs here on all its cores or devices. */
    public static Choices automatic() {
        return on(EvaluatorLookup.automatic(_ -> { }));
    }

    /** The same on a backend of the caller's choice, such as {@code EvaluatorLookup.forced("vector")}. */
    public static Choices on(EvaluatorProvider backend) {
        return new Choices(OptionalLong.empty(), Precision.SINGLE, backend, Optional.empty(), Optional.empty(),
            OptionalInt.empty(), OptionalInt.empty());
    }

    /** The same with another seed: other rows, independent of these. */
    public Choices withSeed(long other) {
        return new Choices(OptionalLong.of(other), precision, backend, accuracy, sampling, threads, batchSize);
    }

    /** The same in another precision. */
    public Choices withPrecision(Precision other) {
        return new Choices(seed, other, backend, accuracy, sampling, threads, batchSize);
    }

    /** The same as exactly as that, whatever the settings say. */
    public Choices withAccuracy(Accuracy other) {
        return new Choices(seed, precision, backend, Optional.of(other), sampling, threads, batchSize);
    }

    /** The same with coefficients from as many bins as that says, whatever the settings say. */
    public Choices withSampling(Sampling other) {
        return new Choices(seed, precision, backend, accuracy, Optional.of(other), threads, batchSize);
    }

    /** The same divided otherwise, which changes how fast rows are made and nothing else. */
    public Choices dividedInto(OptionalInt workers, OptionalInt rowsEach) {
        return new Choices(seed, precision, backend, accuracy, sampling, workers, rowsEach);
    }

    /** What decides the rows: chosen, else as the settings have it, else 0. */
    public long seedOf(DatasetSettings settings) {
        return seed.orElse(settings.seed().orElse(0));
    }

    /** How exactly rows are asked for: chosen, else as the settings have it, else {@link #ACCURACY_OF_SETS}. */
    public Accuracy accuracyOf(Recipe recipe) {
        return accuracy.or(recipe::accuracy).orElse(ACCURACY_OF_SETS);
    }

    /**
     * From how many bins coefficients come, where they can: chosen, else as the settings have it, else
     * {@link #SAMPLING_OF_SETS}, or all bins of a model that needs them.
     *
     * @throws SettingsException where such a model is asked for coefficients of a few
     */
    Sampling samplingOf(Recipe recipe) {
        Optional<Sampling> asked = askedSampling(recipe.settings());
        if (!recipe.model().countsBins(recipe.grid())) {
            return asked.orElse(SAMPLING_OF_SETS);
        }
        if (asked.filter(Sampling::isOn).isPresent()) {
            throw recipe.settings().tree().refusal(CompressionSettings.SAMPLING, recipe.model().approximant()
                + " averages over neighbouring bins, which are other ones where only some of a multibanded domain are "
                + "evaluated: sampling must be off");
        }
        return Sampling.OFF;
    }

    /** The same where choices or settings say it. */
    Optional<Sampling> askedSampling(DatasetSettings settings) {
        return sampling.or(() ->
            settings.compression().flatMap(CompressionSettings::svd).flatMap(CompressionSettings.Svd::sampling));
    }

    /**
     * How exactly waveforms are evaluated one by one: chosen, else as is known of them from their settings or the
     * dataset that holds them, else {@link #ACCURACY_OF_SINGLES}.
     */
    public Accuracy accuracyOfSingles(Optional<Accuracy> known) {
        return accuracy.or(() -> known).orElse(ACCURACY_OF_SINGLES);
    }

    /**
     * The settings as a dataset keeps them: where they speak of a seed, an accuracy or sampled bins, with the seed and
     * the sampling that were taken and the accuracy that the task keeps.
     */
    SettingsTree stored(Recipe recipe, WaveformTask task) {
        boolean isAsked = recipe.accuracy().isPresent()
            || recipe.stored().has(Recipe.ACCURACY) && accuracy.isPresent();
        SettingsTree stored = recipe.stored().has(SEED)
            ? recipe.stored().with(SEED, seedOf(recipe.settings())) : recipe.stored();
        if (sampling.isPresent() && stored.has(CompressionSettings.SAMPLING)) {
            stored = stored.with(CompressionSettings.SAMPLING, sampling.get().stored());
        }
        return isAsked ? stored.with(Recipe.ACCURACY, task.accuracy().toString()) : stored;
    }

    /** The division of so many rows among workers. */
    public Schedule schedule(WaveformTask task, long rows) {
        int workers = threads.orElse(Runtime.getRuntime().availableProcessors());
        return batchSize.isEmpty() ? Schedule.automatic(task, rows, workers)
            : new Schedule(workers, batchSize.getAsInt()).trimmedTo(rows);
    }
}
