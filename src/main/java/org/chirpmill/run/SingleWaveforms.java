package org.chirpmill.run;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.chirpmill.domain.FrequencyDomain;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.domain.UniformFrequencyDomain;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.engine.PhaseHarmonics;
import org.chirpmill.engine.WaveformEvaluator;
import org.chirpmill.engine.WaveformEvaluator.Polarizations;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.ModeModuli;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.parameters.KnownParameters;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.DomainSettings;
import org.chirpmill.settings.WaveformGeneratorSettings;
import org.chirpmill.source.FixedSource;
import org.chirpmill.source.SourceParameters;
import org.chirpmill.source.UnphysicalSourceException;

/**
 * Waveforms one at a time, in double precision: of parameters by name, by the model and on the grid of settings, which
 * need no prior. For one thread; datasets are made by a {@link Run}.
 */
public final class SingleWaveforms implements AutoCloseable {
    private final WaveformGeneratorSettings settings;
    private final WaveformModel model;
    private final EvaluationFrame frame;
    private final EvaluatorProvider backend;
    private final Accuracy accuracy;
    /** Opened when the first waveform is asked for: sources and modes do without. */
    private WaveformEvaluator evaluator;

    private SingleWaveforms(DatasetSettings settings, FrequencyGrid grid, Choices choices) {
        this.settings = settings.waveformGenerator();
        this.model = Models.of(settings);
        this.frame = new EvaluationFrame(this.settings.referenceFrequency(), grid);
        this.backend = choices.backend();
        this.accuracy = choices.accuracyOfSingles(Recipe.accuracy(settings));
    }

    /**
     * On the grid of the settings' domain.
     *
     * @param choices who evaluates and how exactly; nothing else of them matters
     * @throws org.chirpmill.settings.SettingsException where there is no such model, with file and line
     */
    public static SingleWaveforms of(DatasetSettings settings, Choices choices) {
        return new SingleWaveforms(settings,
            FrequencyDomain.of(settings.domain()).grid(settings.waveformGenerator().startFrequency()), choices);
    }

    /** Where bin k lies at k delta_f: on the settings' own grid, or on the one that their bands are made of. */
    public static SingleWaveforms onUniformGrid(DatasetSettings settings, Choices choices) {
        return switch (settings.domain()) {
            case DomainSettings.Uniform _ -> of(settings, choices);
            case DomainSettings.Multibanded multibanded -> new SingleWaveforms(settings,
                new UniformFrequencyDomain(multibanded.nodes().getFirst(),
                    multibanded.baseDomain().maximumFrequency(), multibanded.baseDomain().deltaF()).grid(), choices);
        };
    }

    /** The frequencies of a waveform. */
    public FrequencyGrid grid() {
        return frame.grid();
    }

    /** How exactly they are evaluated: what the backend keeps of what was chosen or the settings ask for. */
    public Accuracy accuracy() {
        return backend.kept(model, Precision.DOUBLE, accuracy);
    }

    /** Of parameters' names, those that mean nothing to a source or a detector, such as a misspelt one. */
    public List<String> unknown(Collection<String> names) {
        return KnownParameters.unknown(List.copyOf(names));
    }

    /**
     * What is taken for granted because parameters of these names do not tell it, a sentence each.
     *
     * @throws org.chirpmill.source.UnusableParametersException where the names do not determine a source
     */
    public List<String> assumptions(Collection<String> names) {
        return new Assumptions(sources(List.copyOf(names)).conversion(), model).sentences();
    }

    /**
     * The source that parameters describe. Masses may be repeated in other forms, as files do.
     *
     * @throws SourceRefusedException where there is none
     * @throws org.chirpmill.source.UnusableParametersException where the names do not determine one
     */
    public SourceParameters source(Map<String, Double> parameters) throws SourceRefusedException {
        try {
            return sources(List.copyOf(parameters.keySet()))
                .at(parameters.values().stream().mapToDouble(Double::doubleValue).toArray());
        } catch (UnphysicalSourceException unphysical) {
            throw new SourceRefusedException(unphysical.getMessage());
        }
    }

    private FixedSource sources(List<String> names) {
        return new FixedSource(names, settings.referenceFrequency(), settings.spinConversionPhase());
    }

    /**
     * The waveform of a source.
     *
     * @throws SourceRefusedException where the model does not take the source
     */
    public Polarizations polarizations(SourceParameters source) throws SourceRefusedException {
        return evaluator().polarizations(source);
    }

    /** The waveform of parameters, as {@link #source} reads them. */
    public Polarizations polarizations(Map<String, Double> parameters) throws SourceRefusedException {
        return polarizations(source(parameters));
    }

    /** The same taken apart by m: see {@link PhaseHarmonics}. */
    public SortedMap<Integer, Polarizations> harmonics(Map<String, Double> parameters) throws SourceRefusedException {
        return PhaseHarmonics.of(evaluator(), source(parameters));
    }

    /** Whether the model has modes to show. */
    public boolean hasModes() {
        return model instanceof ModeModuli;
    }

    /**
     * The moduli |h_lm| of those modes by name, 1/Hz, one number a bin.
     *
     * @throws UnsupportedOperationException where there are none
     */
    public Map<String, double[]> modes(Map<String, Double> parameters) throws SourceRefusedException {
        if (model instanceof ModeModuli modes) {
            return modes.moduli(source(parameters), frame);
        }
        throw new UnsupportedOperationException(model.approximant() + " has no modes to show");
    }

    private WaveformEvaluator evaluator() {
        if (evaluator == null) {
            evaluator = new WaveformEvaluator(model, frame, Precision.DOUBLE, backend, accuracy);
        }
        return evaluator;
    }

    @Override
    public void close() {
        if (evaluator != null) {
            evaluator.close();
            evaluator = null;
        }
    }
}
