package org.chirpmill.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chirpmill.domain.FrequencyDomain;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.RowSource;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.physics.Cosmology;
import org.chirpmill.prior.AcceptanceRate;
import org.chirpmill.prior.PriorDefaults;
import org.chirpmill.prior.PriorSampler;
import org.chirpmill.prior.PriorSet;
import org.chirpmill.prior.PriorSyntaxException;
import org.chirpmill.prior.ReadPriors;
import org.chirpmill.prior.StoredPriors;
import org.chirpmill.prior.UnsatisfiedConstraintsException;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.PriorEntry;
import org.chirpmill.settings.SettingsException;
import org.chirpmill.settings.SettingsTree;
import org.chirpmill.settings.UnknownKeys;
import org.chirpmill.settings.WaveformGeneratorSettings;
import org.chirpmill.source.SourceConversion;
import org.chirpmill.source.SourceParameters;
import org.chirpmill.source.UnphysicalSourceException;
import org.chirpmill.source.UnusableParametersException;

/**
 * The stages of a set, made from its settings and fitted together.
 *
 * @param settings that were read
 * @param folder where the files are looked for that the settings name
 * @param stored the settings as the dataset keeps them
 * @param prior what is drawn
 * @param conversion from draws to sources
 * @param model the waveform model
 * @param grid the frequencies
 * @param referenceFrequency f_ref, Hz
 * @param accuracy how exactly, where the settings say so
 * @param notices what the user should know, a sentence each
 */
public record Recipe(
    DatasetSettings settings,
    Path folder,
    SettingsTree stored,
    PriorSet prior,
    SourceConversion conversion,
    WaveformModel model,
    FrequencyGrid grid,
    double referenceFrequency,
    Optional<Accuracy> accuracy,
    List<String> notices) {

    /** The key of the accuracy. */
    static final String ACCURACY = "waveform_generator.accuracy";

    /** After so many rejected draws of one row the settings are to blame. */
    private static final int ATTEMPTS_PER_ROW = 1000;

    /**
     * Reads a settings file, YAML as dingo-gw reads it, in which nothing may be unknown.
     *
     * @throws SettingsException where it cannot be read or used, with a sentence that names key, file and line
     */
    public static Recipe read(Path file) {
        return read(file, UnknownKeys.REFUSED);
    }

    /**
     * Reads a settings file, YAML as dingo-gw reads it.
     *
     * @throws SettingsException where it cannot be read or used, with a sentence that names key, file and line
     */
    public static Recipe read(Path file, UnknownKeys unknownKeys) {
        return read(file, Optional.empty(), unknownKeys);
    }

    /**
     * The same with another prior than the settings have.
     *
     * @param prior a .prior file, as bilby reads it
     * @throws SettingsException where one of them cannot be read or used
     */
    public static Recipe read(Path file, Optional<Path> prior, UnknownKeys unknownKeys) {
        return of(DatasetSettings.read(file, prior, unknownKeys, Faults::find), file.toAbsolutePath().getParent());
    }

    /**
     * Fits the stages together.
     *
     * @param folder where the files are looked for that the settings name
     * @throws SettingsException where they do not fit, with a sentence that says why
     */
    public static Recipe of(DatasetSettings settings, Path folder) {
        settings.requireGeneratable();
        WaveformModel model = Models.of(settings);
        List<String> notices = new ArrayList<>(settings.warnings());
        ParameterNames names = ParameterNames.ofPrior(settings);
        try {
            Map<String, Object> entries = entries(settings);
            ReadPriors priors = ReadPriors.of(entries);
            notices.addAll(names.unknown(priors.columns(), "it is drawn and stored, and changes no waveform"));
            names.requireSource(priors.columns(), model);
            PriorSet prior = (settings.tree().stored() ? priors.withoutIdleConstraints(key -> notices.add(
                "the constraint on " + key + " follows from nothing and is passed over, as bilby does.")) : priors)
                .together();
            SettingsTree stored = settings.tree().stored() ? settings.forDataset()
                : settings.forDataset().with("intrinsic_prior", StoredPriors.of(entries));
            SourceConversion conversion = new SourceConversion(
                prior.columns(), settings.waveformGenerator().referenceFrequency(),
                settings.waveformGenerator().spinConversionPhase(), Cosmology::planck15);
            notices.addAll(new Assumptions(conversion, model).sentences());
            notices.addAll(Doubts.of(settings, prior, conversion.ignoredColumns()));
            FrequencyGrid grid =
                FrequencyDomain.of(settings.domain()).grid(settings.waveformGenerator().startFrequency());
            return new Recipe(settings, folder, stored, prior, conversion, model, grid,
                settings.waveformGenerator().referenceFrequency(), accuracy(settings), List.copyOf(notices));
        } catch (PriorSyntaxException unreadable) {
            throw settings.priorRefusal(unreadable.key(), unreadable.getMessage());
        } catch (UnusableParametersException undetermined) {
            throw settings.tree().refusal(settings.priorKey(), undetermined.getMessage());
        }
    }

    /** How exactly settings ask for their waveforms; empty where they do not say. */
    public static Optional<Accuracy> accuracy(DatasetSettings settings) {
        return accuracy(settings.tree(), settings.waveformGenerator());
    }

    /** The same of a part of the settings. */
    static Optional<Accuracy> accuracy(SettingsTree tree, WaveformGeneratorSettings generator) {
        return generator.accuracy().map(text -> {
            try {
                return Accuracy.of(text);
            } catch (IllegalArgumentException unknown) {
                throw tree.refusal(ACCURACY,
                    ACCURACY + " is " + SettingsTree.shown(tree.get(ACCURACY)) + " but must be " + Accuracy.FORMS);
            }
        });
    }

    /** What the user should know before rows are made: {@link #notices}, and where constraints admit few draws. */
    public List<String> noticesBeforeRows() {
        List<String> all = new ArrayList<>(notices);
        prior.acceptanceRate().filter(AcceptanceRate::isLow).ifPresent(rate -> all.add(
            "the constraints admit " + rate.inWords() + " of draws, the others are drawn again."));
        return all;
    }

    /** What can hardly be meant and was made all the same, which a dataset's reader should know too. */
    public List<String> doubts() {
        List<String> doubts = new ArrayList<>(Doubts.of(settings, prior, conversion.ignoredColumns()));
        doubts.addAll(Doubts.ofWhitening(settings, folder));
        return doubts;
    }

    /** What the engine is to compute: whole waveforms. */
    public WaveformTask task(Choices choices) {
        return new WaveformTask(draws(choices.seedOf(settings)), prior.columns(), ATTEMPTS_PER_ROW, model,
            new EvaluationFrame(referenceFrequency, grid), choices.precision(), choices.backend(),
            choices.accuracyOf(this));
    }

    /** Says with file and line that some row cannot be made from these settings. */
    public SettingsException refusal(RuntimeException unusable) {
        return unusable instanceof UnsatisfiedConstraintsException constraints
            ? settings.priorRefusal(constraints.key(), constraints.getMessage())
            : settings.tree().refusal(settings.priorKey(), unusable.getMessage());
    }

    private RowSource draws(long seed) {
        return () -> new Draws(seed, prior.sampler(), conversion);
    }

    /** Draws of the prior and what they mean. */
    private record Draws(long seed, PriorSampler sampler, SourceConversion conversion) implements RowSource.Drawer {
        @Override
        public void draw(long row, int attempt, double[] parameters) {
            sampler.draw(seed, row, attempt, parameters, 0);
        }

        @Override
        public SourceParameters source(double[] parameters) throws SourceRefusedException {
            try {
                return conversion.convert(parameters, 0);
            } catch (UnphysicalSourceException unphysical) {
                throw new SourceRefusedException(unphysical.getMessage());
            }
        }
    }

    private static Map<String, Object> entries(DatasetSettings settings) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, PriorEntry> entry : settings.prior().entrySet()) {
            values.put(entry.getKey(), settings.tree().stored()
                ? inDataset(entry.getKey(), entry.getValue().value()) : entry.getValue().value());
        }
        return values;
    }

    /** A prior in the settings of a dataset, of which a default may be one that is gone. */
    private static Object inDataset(String key, Object value) {
        return PriorDefaults.WORD.equals(value) && PriorDefaults.formerly(key).isPresent()
            ? PriorDefaults.formerly(key).get() : value;
    }
}
