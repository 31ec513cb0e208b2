package org.chirpmill.run;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.chirpmill.compression.Compression;
import org.chirpmill.compression.CompressionSources;
import org.chirpmill.compression.CompressionTransform;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.compression.TrainingPlan;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.settings.CompressionSettings;
import org.chirpmill.settings.SettingsException;

/**
 * What settings ask for beside the waveforms themselves: the steps of their compression.
 *
 * @param settings that ask; empty where waveforms are kept as they are
 * @param unprojected the steps before a basis: whitening, found in its file, and heterodyning
 * @param basis of a file, or trained by now; empty where there is none, or it has yet to be trained
 */
public record CompressionPlan(
        Optional<CompressionSettings> settings, Compression unprojected, Optional<SvdBasis> basis) {

    /**
     * Reads the files that the settings name.
     *
     * @throws SettingsException where one is of no use, or the basis that is to be trained cannot have its size
     */
    static CompressionPlan of(Recipe recipe) throws IOException {
        CompressionPlan plan = new CompressionPlan(recipe.settings().compression(),
            unprojected(recipe),
            CompressionSources.basis(recipe.settings(), recipe.folder()));
        try {
            plan.trainingPlan(recipe.grid());
        } catch (SettingsException tooLarge) {
            throw recipe.settings().tree().refusal(CompressionSettings.SVD + ".size", tooLarge.getMessage());
        }
        return plan;
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
        return new CompressionPlan(settings, unprojected, Optional.of(other));
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

    /** What is done to rows. */
    Compression compression() {
        return Compression.of(unprojected.whitening(), unprojected.heterodyne(), basis);
    }

    /** The task whose rows are kept compressed, which needs the basis if there is to be one. */
    WaveformTask applied(WaveformTask task) {
        return CompressionTransform.of(compression(), task.parameters(), task.precision())
            .map(task::transformedBy).orElse(task);
    }

    /** The task with a basis of the right size in place of one that is yet to be trained, to plan and measure with. */
    WaveformTask planned(WaveformTask task) {
        return trainingPlan(task.grid()).map(plan -> with(standIn(plan.size(), task.grid().bins()))).orElse(this)
            .applied(task);
    }

    private static SvdBasis standIn(int size, int bins) {
        double[] v = new double[Math.multiplyExact(2 * bins, size)];
        Arrays.fill(v, 1 / Math.sqrt(bins));
        return new SvdBasis(bins, v, new double[size], Optional.empty());
    }

    /** Bytes of the basis in a dataset. */
    static long basisBytes(WaveformTask kept) {
        return kept.transform().filter(each -> !each.isInPlace()).isPresent()
            ? 2L * Double.BYTES * kept.grid().bins() * kept.columns() : 0;
    }
}
