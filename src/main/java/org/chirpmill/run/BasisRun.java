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
import org.chirpmill.settings.Sampling;
import org.chirpmill.settings.SettingsException;

/**
 * Makes and measures bases of the waveforms that a recipe describes.
 *
 * @param recipe of the settings
 * @param maker makes and measures
 * @param sampling whether bins are chosen that tell a basis's coefficients
 */
public record BasisRun(Recipe recipe, BasisMaker maker, Sampling sampling) {
    /** Waveforms of the choices' seed, whitened and heterodyned as the settings ask for. */
    public static BasisRun of(Recipe recipe, Choices choices) {
        WaveformTask task = recipe.task(choices).evaluatedInDouble();
        return new BasisRun(recipe, new BasisMaker(task, CompressionPlan.unprojected(recipe),
            rows -> choices.schedule(task, rows)), choices.samplingOf(recipe));
    }

    /**
     * Refuses what this machine's memory cannot hold.
     *
     * @param validation waveforms that the basis will be measured on
     * @throws SettingsException where it is too small, with what would do
     */
    public void requireMemory(TrainingPlan plan, long validation) {
        MemoryNeed need = MemoryNeed.ofTraining(plan, recipe.grid(), validation);
        (sampling.isOn() ? need.withSampling() : need).requireRoom(recipe.settings().tree(), 0);
    }


    /** Bins that tell the coefficients in a basis that is there. */
    public SampledBins sample(SvdBasis basis, TrainingPlan plan, RunListener listener)
            throws IOException, InterruptedException {
        return step(RunStep.TRAINING, plan.waveformsRead(), listener, progress -> maker.sample(basis, plan, progress));
    }

    /** Trains a basis, with bins that tell its coefficients where these are wanted and few enough to save something. */
    public BasisMaker.Trained train(TrainingPlan plan, RunListener listener) throws IOException, InterruptedException {
        BasisMaker.Trained trained =
            step(RunStep.TRAINING, plan.waveformsRead(), listener, progress -> refusing(plan, progress));
        if (trained.empty() > 0) {
            listener.notice(String.format(Locale.ROOT, "of the %,d training waveforms %,d are zero in every bin, and "
                + "the basis knows nothing of them.", plan.polarizations() / 2, trained.empty()));
        }
        return trained;
    }

    private BasisMaker.Trained refusing(TrainingPlan plan, LongConsumer progress)
            throws IOException, InterruptedException {
        try {
            return sampling.isOn() ? maker.trainSampled(plan, progress) : maker.train(plan, progress);
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
