package org.chirpmill.run;

import java.io.IOException;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.chirpmill.compression.BasisMaker;
import org.chirpmill.compression.Mismatches;
import org.chirpmill.compression.SampledBins;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.compression.TrainingPlan;
import org.chirpmill.engine.UnusableRowException;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.prior.UnsatisfiedConstraintsException;
import org.chirpmill.settings.CompressionSettings;
import org.chirpmill.settings.SettingsException;

/**
 * Makes and measures bases of the waveforms that a recipe describes.
 *
 * @param recipe of the settings
 * @param maker makes and measures
 */
public record BasisRun(Recipe recipe, BasisMaker maker) {
    /** Waveforms of the choices' seed, whitened and heterodyned as the settings ask for. */
    public static BasisRun of(Recipe recipe, Choices choices) {
        WaveformTask task = recipe.task(choices).evaluatedInDouble();
        return new BasisRun(recipe, new BasisMaker(task, CompressionPlan.unprojected(recipe),
            rows -> choices.schedule(task, rows)));
    }

    /**
     * Refuses what this machine's memory cannot hold.
     *
     * @param validation waveforms that the basis will be measured on
     * @param isSampled whether bins are chosen for it
     * @throws SettingsException where it is too small, with what would do
     */
    public void requireMemory(TrainingPlan plan, long validation, boolean isSampled) {
        MemoryNeed need = MemoryNeed.ofTraining(plan, recipe.grid(), validation);
        (isSampled ? need.withSampling() : need).requireRoom(recipe.settings().tree(), 0);
    }

    /** Trains a basis. */
    public BasisMaker.Trained train(TrainingPlan plan, RunListener listener) throws IOException, InterruptedException {
        return train(plan, plan.waveformsRead(), listener, progress -> maker.train(plan, progress));
    }

    /** The same with bins that tell its coefficients, where they are few enough to save something. */
    public BasisMaker.Trained trainSampled(TrainingPlan plan, RunListener listener)
            throws IOException, InterruptedException {
        if (plan.sampling().isEmpty()) {
            listener.notice(String.format(Locale.ROOT, "coefficients come from all bins, since %,d vectors of %,d bins "
                + "leave too few of these out.", plan.size(), recipe.grid().bins()));
        }
        return train(
            plan, plan.waveformsReadWithSampling(), listener, progress -> maker.trainSampled(plan, progress));
    }

    /**
     * Bins that tell the coefficients in a basis that is there.
     *
     * @param plan of the vectors beside the basis: {@link TrainingPlan#sampling}
     */
    public SampledBins sample(SvdBasis basis, TrainingPlan plan, RunListener listener)
            throws IOException, InterruptedException {
        return step(RunStep.TRAINING, plan.waveformsRead(), listener, progress -> maker.sample(basis, plan, progress));
    }

    private BasisMaker.Trained train(
            TrainingPlan plan, long waveforms, RunListener listener, Work<BasisMaker.Trained> training)
            throws IOException, InterruptedException {
        BasisMaker.Trained trained = step(RunStep.TRAINING, waveforms, listener,
            progress -> refusing(training, progress));
        if (trained.empty() > 0) {
            listener.notice(String.format(Locale.ROOT, "of the %,d training waveforms %,d are zero in every bin, and "
                + "the basis knows nothing of them.", plan.polarizations() / 2, trained.empty()));
        }
        return trained;
    }

    private BasisMaker.Trained refusing(Work<BasisMaker.Trained> training, LongConsumer progress)
            throws IOException, InterruptedException {
        try {
            return training.done(progress);
        } catch (SettingsException unusable) {
            throw recipe.settings().tree().refusal(CompressionSettings.SVD, unusable.getMessage());
        }
    }

    /** Measures a basis on waveforms that it was not trained on. */
    public Mismatches validate(SvdBasis basis, long waveforms, RunListener listener)
            throws IOException, InterruptedException {
        return step(RunStep.VALIDATION, waveforms, listener,
            progress -> maker.validate(basis, recipe.prior().columns(), waveforms, progress));
    }

    private <T> T step(RunStep step, long waveforms, RunListener listener, Work<T> work)
            throws IOException, InterruptedException {
        listener.begin(step, 0, waveforms);
        try {
            return work.done(listener::advance);
        } catch (UnusableRowException | UnsatisfiedConstraintsException unusable) {
            throw recipe.refusal(unusable);
        } finally {
            listener.end();
        }
    }

    private interface Work<T> {
        T done(LongConsumer progress) throws IOException, InterruptedException;
    }
}
