package org.chirpmill.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chirpmill.domain.FrequencyDomain;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.engine.RowSource;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.SpinSupport;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.parameters.NonSourceParameters;
import org.chirpmill.physics.Cosmology;
import org.chirpmill.prior.PriorDefaults;
import org.chirpmill.prior.PriorSampler;
import org.chirpmill.prior.PriorSet;
import org.chirpmill.prior.PriorSyntaxException;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.PriorEntry;
import org.chirpmill.settings.SettingsTree;
import org.chirpmill.source.SourceConversion;
import org.chirpmill.source.SourceParameters;
import org.chirpmill.source.UnphysicalSourceException;
import org.chirpmill.source.UnusableParametersException;

/**
 * The stages of a dataset, made from its settings and fitted together. Public for programs that take batches
 * themselves.
 *
 * @param stored the settings as the dataset keeps them, filled-in priors included
 * @param prior what is drawn
 * @param conversion from draws to sources
 * @param model the waveform model
 * @param grid the frequencies
 * @param referenceFrequency f_ref, Hz
 * @param notices what the user should know, a sentence each
 */
public record Recipe(
    SettingsTree stored,
    PriorSet prior,
    SourceConversion conversion,
    WaveformModel model,
    FrequencyGrid grid,
    double referenceFrequency,
    List<String> notices) {

    /** After so many rejected draws of one row the settings are to blame. */
    private static final int ATTEMPTS_PER_ROW = 1000;

    /** Fits the stages together, or says in one sentence why they do not fit. */
    public static Recipe of(DatasetSettings settings) {
        settings.requireGeneratable();
        WaveformModel model = Models.of(settings);
        List<String> notices = new ArrayList<>(settings.warnings());
        SettingsTree stored = settings.forDataset();
        try {
            PriorDefaults.Completed completed =
                PriorDefaults.complete(entries(settings), model.spinSupport() == SpinSupport.PRECESSING);
            for (String key : completed.filled()) {
                notices.add(key + " has no prior: taking dingo-gw's default, " + completed.priors().get(key) + ".");
                stored = stored.with("intrinsic_prior." + key, completed.priors().get(key));
            }
            PriorSet prior = PriorSet.of(completed.priors());
            SourceConversion conversion = new SourceConversion(
                prior.columns(), settings.waveformGenerator().referenceFrequency(),
                settings.waveformGenerator().spinConversionPhase(), Cosmology::planck15);
            NonSourceParameters.unknown(conversion.ignoredColumns()).forEach(key -> notices.add(
                settings.priorKey() + "." + key + " is no parameter of a source that Chirpmill knows: it is drawn and "
                    + "stored, and changes no waveform (" + settings.tree().place(settings.priorKey() + "." + key)
                    + ")."));
            FrequencyGrid grid =
                FrequencyDomain.of(settings.domain()).grid(settings.waveformGenerator().startFrequency());
            return new Recipe(stored, prior, conversion, model, grid,
                settings.waveformGenerator().referenceFrequency(), List.copyOf(notices));
        } catch (PriorSyntaxException unreadable) {
            throw settings.priorRefusal(unreadable.key(), unreadable.getMessage());
        } catch (UnusableParametersException undetermined) {
            throw settings.tree().refusal(settings.priorKey(), Failures.withoutFullStop(undetermined.getMessage()));
        }
    }

    /** What the engine is to compute. */
    public WaveformTask task(long seed, Precision precision, EvaluatorProvider backend, Accuracy accuracy) {
        return new WaveformTask(draws(seed), prior.columns().size(), ATTEMPTS_PER_ROW, model,
            new EvaluationFrame(referenceFrequency, grid), precision, backend, accuracy);
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
            values.put(entry.getKey(), entry.getValue().value());
        }
        return values;
    }
}
