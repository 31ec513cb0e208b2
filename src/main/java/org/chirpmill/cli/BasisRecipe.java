package org.chirpmill.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.chirpmill.compression.BasisMaker;
import org.chirpmill.compression.CompressionSources;
import org.chirpmill.compression.Mismatches;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.compression.TrainingPlan;
import org.chirpmill.compression.Whitening;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.engine.UnusableRowException;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.prior.UnsatisfiedConstraintsException;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;
import org.chirpmill.settings.DatasetSettings;

/**
 * Bases of the waveforms that settings describe.
 *
 * @param settings that were read
 * @param recipe what they come to
 * @param maker makes and measures
 */
record BasisRecipe(DatasetSettings settings, Recipe recipe, BasisMaker maker) {
    /** The waveforms of settings that lie in {@code folder}, whitened as they ask for. */
    static BasisRecipe of(DatasetSettings settings, Path folder, long seed, EvaluatorProvider backend,
            Accuracy accuracy, ScheduleOptions schedules) {
        Recipe recipe = Recipe.of(settings);
        Optional<Whitening> whitening = CompressionSources.whitening(settings, folder);
        WaveformTask task = recipe.task(seed, Precision.DOUBLE, backend, accuracy);
        return new BasisRecipe(settings, recipe,
            new BasisMaker(task, whitening, rows -> schedules.schedule(task, rows)));
    }

    /** Trains, and says on {@code err} how far it is. */
    BasisMaker.Trained train(TrainingPlan plan, PrintWriter err) throws IOException, InterruptedException {
        try (ProgressReport progress = ProgressReport.start(0, plan.waveformsRead(), err)) {
            return maker.train(plan, progress::advance);
        } catch (UnusableRowException | UnsatisfiedConstraintsException unusable) {
            throw GenerateCommand.refusal(settings, unusable);
        }
    }

    /** Measures, and says on {@code err} how far it is. */
    Mismatches validate(SvdBasis basis, long waveforms, PrintWriter err) throws IOException, InterruptedException {
        try (ProgressReport progress = ProgressReport.start(0, waveforms, err)) {
            return maker.validate(basis, recipe.prior().columns(), waveforms, progress::advance);
        } catch (UnusableRowException | UnsatisfiedConstraintsException unusable) {
            throw GenerateCommand.refusal(settings, unusable);
        }
    }
}
