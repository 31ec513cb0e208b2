package org.chirpmill.run;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongConsumer;
import org.chirpmill.compression.BasisMaker;
import org.chirpmill.compression.Mismatches;
import org.chirpmill.compression.RowTolerance;
import org.chirpmill.compression.SampledBins;
import org.chirpmill.compression.SamplingErrors;
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
 * @param sampling how good rows have to be of bins that are chosen to tell a basis's coefficients; empty where none are
 */
public record BasisRun(Recipe recipe, BasisMaker maker, Optional<RowTolerance> sampling) {
    /** Waveforms of the choices' seed, whitened and heterodyned as the settings ask for. */
    public static BasisRun of(Recipe recipe, Choices choices) {
        WaveformTask kept = recipe.task(choices);
        WaveformTask task = kept.evaluatedInDouble();
        OptionalDouble part = choices.samplingOf(recipe).tolerance();
        return new BasisRun(recipe, new BasisMaker(task, kept, CompressionPlan.unprojected(recipe),
            rows -> choices.schedule(task, rows)), part.isEmpty() ? Optional.empty()
            : Optional.of(RowTolerance.of(part.getAsDouble(), kept)));
    }

    /**
     * Refuses what this machine's memory cannot hold.
     *
     * @param validation waveforms that the basis will be measured on
     * @throws SettingsException where it is too small, with what would do
     */
    public void requireMemory(TrainingPlan plan, long validation) {
        MemoryNeed need = MemoryNeed.ofTraining(plan, recipe.grid(), validation);
        (sampling.isPresent() ? need.withSampling() : need).requireRoom(recipe.settings().tree(), 0);
    }


    /** Bins that tell the coefficients in a basis that is there. */
    public SampledBins sample(SvdBasis basis, TrainingPlan plan, RunListener listener)
            throws IOException, InterruptedException {
        SampledBins sampled =
            step(RunStep.TRAINING, plan.waveformsRead(), listener, progress -> maker.sample(basis, plan, progress));
        SamplingErrors errors = maker.measure(basis.with(Optional.of(sampled)), sampling.orElseThrow());
        listener.sampled(errors);
        if (!errors.areWorthwhile()) {
            throw new SettingsException("bins that " + plan.polarizations() / 2 + " waveforms tell would serve too few "
                + "rows of this basis: choose them by more waveforms, or use it with all bins.");
        }
        return sampled;
    }

    /** Trains a basis, with bins that tell its coefficients where these are wanted and few enough to save something. */
    public BasisMaker.Trained train(TrainingPlan plan, RunListener listener) throws IOException, InterruptedException {
        BasisMaker.Trained trained =
            step(RunStep.TRAINING, plan.waveformsRead(), listener, progress -> refusing(plan, progress));
        if (trained.empty() > 0) {
            listener.notice(String.format(Locale.ROOT, "of the %,d training waveforms %,d are zero in every bin, and "
                + "the basis knows nothing of them.", plan.polarizations() / 2, trained.empty()));
        }
        trained.sampling().ifPresent(listener::sampled);
        return trained;
    }

    private BasisMaker.Trained refusing(TrainingPlan plan, LongConsumer progress)
            throws IOException, InterruptedException {
        try {
            return sampling.isPresent() ? maker.trainSampled(plan, sampling.get(), progress)
                : maker.train(plan, progress);
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
        } catch (OutOfMemoryError exhausted) {
            throw MemoryNeed.exhausted(recipe.settings().tree(), exhausted);
        } finally {
            listener.end();
        }
    }

    private interface Work<T> {
        T done(LongConsumer progress) throws IOException, InterruptedException;
    }
}
