package org.chirpmill.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.chirpmill.compression.BasisMaker;
import org.chirpmill.compression.Compression;
import org.chirpmill.compression.CompressionSources;
import org.chirpmill.compression.CompressionTransform;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.compression.TrainingPlan;
import org.chirpmill.compression.Whitening;
import org.chirpmill.dataset.DatasetException;
import org.chirpmill.dataset.DatasetWriter;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.settings.CompressionSettings;
import org.chirpmill.settings.DatasetSettings;

/**
 * What settings ask for beside the waveforms themselves: their whitening and their basis.
 *
 * @param settings that ask
 * @param whitening found in its file; empty where waveforms stay strains
 * @param given the basis of a file; empty where there is none, or it has yet to be trained
 */
record CompressionStage(DatasetSettings settings, Optional<Whitening> whitening, Optional<SvdBasis> given) {
    /** Reads the files that the settings in {@code file} name. */
    static CompressionStage of(DatasetSettings settings, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        return new CompressionStage(settings, CompressionSources.whitening(settings, folder),
            CompressionSources.basis(settings, folder));
    }

    /** The training that the settings ask for; empty where the basis is given or none is wanted. */
    Optional<CompressionSettings.Svd> training() {
        return settings.compression().flatMap(CompressionSettings::svd).filter(_ -> given.isEmpty());
    }

    /** With the basis that rows are projected on, if any. */
    Compression with(Optional<SvdBasis> basis) {
        return new Compression(whitening, basis);
    }

    /**
     * The trained basis of what stands at {@code out} already, complete or not: going on must use it.
     *
     * @param bins of the domain
     */
    static Optional<SvdBasis> settled(Path out, int bins) throws IOException {
        Optional<SvdBasis> basis = DatasetWriter.settledBasis(out);
        if (basis.isPresent() && basis.get().bins() != bins) {
            throw new DatasetException(out + " cannot be continued: its basis is one of " + basis.get().bins()
                + " frequency bins, not " + bins + "; start anew with --force.");
        }
        return basis;
    }

    /** The task with a basis of the right size in place of one that is yet to be trained, to plan and measure with. */
    WaveformTask planned(WaveformTask task) {
        Optional<SvdBasis> basis = trainingPlan(task).map(plan -> standIn(plan.size(), task.frame().grid().bins()));
        return applied(with(basis.isPresent() ? basis : given), task);
    }

    private static SvdBasis standIn(int size, int bins) {
        double[] v = new double[Math.multiplyExact(2 * bins, size)];
        Arrays.fill(v, 1 / Math.sqrt(bins));
        return new SvdBasis(bins, v, new double[size], Optional.empty());
    }

    /** What is kept of a row, in words. */
    String description(WaveformTask task) {
        String whitened = whitening.isPresent() ? "whitened" : "not whitened";
        boolean isProjected = settings.compression().flatMap(CompressionSettings::svd).isPresent();
        return isProjected ? whitened + ", projected on " + task.columns() + " vectors" : whitened;
    }

    /** Bytes of the basis in the dataset. */
    long basisBytes(WaveformTask task) {
        return task.transform().filter(each -> !each.isInPlace()).isPresent()
            ? 2L * Double.BYTES * task.frame().grid().bins() * task.columns() : 0;
    }

    /** How the basis would be trained that the settings ask for; empty where none is. */
    Optional<TrainingPlan> trainingPlan(WaveformTask task) {
        return training().map(wanted -> TrainingPlan.of(task.frame().grid(), wanted.trainingSamples().orElseThrow(),
            wanted.size().orElse(0)));
    }

    /**
     * Trains the basis that the settings ask for, and measures it where they ask for that.
     *
     * @param recipe of the settings
     * @param task whose waveforms it is for
     */
    SvdBasis trained(Recipe recipe, WaveformTask task, ScheduleOptions schedules, PrintWriter err)
            throws IOException, InterruptedException {
        TrainingPlan plan = trainingPlan(task).orElseThrow();
        err.printf("chirpmill: training %,d vectors on %,d waveforms first; 'chirpmill svd train' keeps them for other "
            + "datasets.%n", plan.size(), plan.polarizations() / 2);
        WaveformTask whole = task.evaluatedInDouble();
        BasisRecipe maker = new BasisRecipe(settings, recipe,
            new BasisMaker(whole, whitening, rows -> schedules.schedule(whole, rows)));
        SvdBasis basis = maker.train(plan, err).basis();
        long validation = training().orElseThrow().validationSamples();
        return validation == 0 ? basis : basis.with(maker.validate(basis, validation, err));
    }

    /** The task whose rows are kept compressed. */
    static WaveformTask applied(Compression compression, WaveformTask task) {
        return CompressionTransform.of(compression, task.precision()).map(task::transformedBy).orElse(task);
    }
}
