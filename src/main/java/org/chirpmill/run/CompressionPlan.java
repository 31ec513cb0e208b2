package org.chirpmill.run;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chirpmill.compression.Compression;
import org.chirpmill.compression.CompressionSources;
import org.chirpmill.compression.CompressionTransform;
import org.chirpmill.compression.RowTolerance;
import org.chirpmill.compression.SampledBins;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.compression.TrainingPlan;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.settings.CompressionSettings;
import org.chirpmill.settings.Sampling;
import org.chirpmill.settings.SettingsException;

/**
 * What settings ask for beside the waveforms themselves: the steps of their compression.
 *
 * @param settings that ask; empty where waveforms are kept as they are
 * @param unprojected the steps before a basis: whitening, found in its file, and heterodyning
 * @param basis of a file, or trained by now; empty where there is none, or it has yet to be trained
 * @param sampling whether coefficients come from a few bins
 */
public record CompressionPlan(
        Optional<CompressionSettings> settings, Compression unprojected, Optional<SvdBasis> basis, Sampling sampling) {
    private static final String BASIS_FILE = CompressionSettings.SVD + ".file";

    /**
     * Reads the files that the settings name.
     *
     * @throws SettingsException where one is of no use, or the basis that is to be trained cannot have its size
     */
    static CompressionPlan of(Recipe recipe, Choices choices) throws IOException {
        CompressionPlan plan = new CompressionPlan(recipe.settings().compression(),
            unprojected(recipe),
            CompressionSources.basis(recipe.settings(), recipe.folder()), choices.samplingOf(recipe));
        try {
            plan.trainingPlan(recipe.grid());
        } catch (SettingsException tooLarge) {
            throw recipe.settings().tree().refusal(CompressionSettings.SVD + ".size", tooLarge.getMessage());
        }
        if (choices.askedSampling(recipe.settings()).isPresent() && plan.lacksSampledBins()) {
            throw recipe.settings().tree().refusal(BASIS_FILE, plan.basisInWords()
                + ", a basis without sampled bins, and sampling is asked for: 'chirpmill svd sample' gives it some");
        }
        return plan;
    }

    private boolean lacksSampledBins() {
        return sampling.isOn() && basis.filter(found -> found.sampling().isEmpty()).isPresent();
    }

    private String basisInWords() {
        return BASIS_FILE + " is '"
            + settings.flatMap(CompressionSettings::svd).flatMap(CompressionSettings.Svd::file).orElse("") + "'";
    }

    /** A sentence where rows could be made faster. */
    Optional<String> notice(FrequencyGrid grid) {
        return basis.filter(found -> lacksSampledBins() && SampledBins.areWorthwhile(found.size(), grid))
            .map(_ -> basisInWords() + ", a basis without sampled bins: with those that 'chirpmill svd sample' gives "
                + "it, rows are made faster.");
    }

    /**
     * The steps that the settings ask for before a basis.
     *
     * @throws SettingsException where a file is of no use or rows lack a parameter
     */
    static Compression unprojected(Recipe recipe) {
        return Compression.of(CompressionSources.whitening(recipe.settings(), recipe.folder()),
            CompressionSources.heterodyne(recipe.settings(), recipe.prior().columns()), Optional.empty());
    }

    /** The same with a basis. */
    CompressionPlan with(SvdBasis other) {
        return new CompressionPlan(settings, unprojected, Optional.of(other), sampling);
    }

    /** The training that the settings ask for; empty where the basis is there or none is wanted. */
    public Optional<CompressionSettings.Svd> training() {
        return settings.flatMap(CompressionSettings::svd).filter(_ -> basis.isEmpty());
    }

    /** How the basis would be trained that the settings ask for; empty where none is. */
    public Optional<TrainingPlan> trainingPlan(FrequencyGrid grid) {
        return training().map(wanted -> TrainingPlan.of(grid, wanted.trainingSamples().orElseThrow(),
            wanted.size().orElse(0)));
    }

    /** How many waveforms that basis would be measured on; 0 for none. */
    public long validationSamples() {
        return training().map(CompressionSettings.Svd::validationSamples).orElse(0L);
    }

    /** What is done to rows; a basis has sampled bins where rows are made of these. */
    Compression compression() {
        return Compression.of(unprojected.whitening(), unprojected.heterodyne(),
            basis.map(found -> sampling.isOn() ? found : found.with(Optional.empty())));
    }

    /** What tells these rows from others, by name. */
    Map<String, String> fingerprints() {
        Map<String, String> fingerprints = new LinkedHashMap<>(compression().fingerprints());
        if (fingerprints.containsKey(Compression.SAMPLING)) {
            fingerprints.put(Compression.SAMPLING_TOLERANCE, String.valueOf(sampling.tolerance().orElseThrow()));
        }
        return fingerprints;
    }

    /** The task whose rows are kept compressed, which needs the basis if there is to be one. */
    WaveformTask applied(WaveformTask task) {
        Compression steps = compression();
        boolean fromFewBins = steps.basis().flatMap(SvdBasis::sampling).isPresent();
        return (fromFewBins ? CompressionTransform.sampled(steps, task.parameters(), task.precision(),
            RowTolerance.of(sampling.tolerance().orElseThrow(), task))
            : CompressionTransform.of(steps, task.parameters(), task.precision()))
            .map(task::transformedBy).orElse(task);
    }

    /** The task with a basis of the right size in place of one that is yet to be trained, to plan and measure with. */
    WaveformTask planned(WaveformTask task) {
        return trainingPlan(task.grid()).map(plan -> with(standIn(plan, task.grid()))).orElse(this)
            .applied(task);
    }

    private static SvdBasis standIn(TrainingPlan plan, FrequencyGrid grid) {
        double[] v = new double[Math.multiplyExact(2 * grid.bins(), plan.size())];
        Arrays.fill(v, 1 / Math.sqrt(grid.bins()));
        return new SvdBasis(grid.bins(), v, new double[plan.size()], Optional.empty())
            .with(SampledBins.standIn(plan, grid));
    }

    /** Bytes of the basis in a dataset, with its sampled bins. */
    static long basisBytes(WaveformTask kept) {
        return kept.transform().filter(each -> !each.isInPlace()).isPresent()
            ? 2L * Double.BYTES * kept.grid().bins() * kept.columns() + sampledBytes(kept) : 0;
    }

    private static long sampledBytes(WaveformTask kept) {
        return kept.sampledTransform().map(each -> SampledBins.bytes(each.bins().length, kept.columns())).orElse(0L);
    }
}
