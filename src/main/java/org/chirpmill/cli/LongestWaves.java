package org.chirpmill.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chirpmill.banding.BaseGrid;
import org.chirpmill.banding.Wave;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.engine.RowSource;
import org.chirpmill.engine.UnusableRowException;
import org.chirpmill.engine.WaveformEvaluator;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.physics.Masses;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;
import org.chirpmill.run.Choices;
import org.chirpmill.run.Recipe;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.source.SourceParameters;

/**
 * Waves of a prior to measure bands with.
 *
 * @param settings on a uniform domain at half the base grid's spacing
 * @param folder where the files are looked for that the settings name
 * @param grid the base grid
 * @param seed of the draws
 * @param timeShift by which waves are delayed and advanced in turns, s
 * @param backend who evaluates
 */
record LongestWaves(
    DatasetSettings settings, Path folder, BaseGrid grid, long seed, double timeShift, EvaluatorProvider backend) {
    /** Of so many draws the one with the least chirp mass is taken, where the prior has no chirp mass to hold. */
    private static final int DRAWS_PER_WAVE = 16;

    private static final String CHIRP_MASS = "chirp_mass";

    /**
     * The longest waves of the prior: all with its least chirp mass, as dingo-gw takes them, or where the prior is on
     * other masses, those with the least ones of many draws.
     */
    List<Wave> longest(int count) {
        Recipe recipe = Recipe.of(settings, folder);
        if (settings.prior().containsKey(CHIRP_MASS)) {
            double least = recipe.prior().least(CHIRP_MASS);
            Recipe held = Recipe.of(DatasetSettings.of(
                settings.tree().with(settings.priorKey() + "." + CHIRP_MASS, least * (1 + 1e-9))), folder);
            return waves(held, sources(held, count));
        }
        List<SourceParameters> sources = new ArrayList<>(sources(recipe, count * DRAWS_PER_WAVE));
        sources.sort(Comparator.comparingDouble(
            source -> Masses.chirpMass(source.massOneSolar(), source.massTwoSolar())));
        return waves(recipe, sources.subList(0, count));
    }

    /** Waves of the prior as it is. */
    List<Wave> any(int count) {
        Recipe recipe = Recipe.of(settings, folder);
        return waves(recipe, sources(recipe, count));
    }

    private WaveformTask task(Recipe recipe) {
        return recipe.task(
            Choices.on(backend).withSeed(seed).withPrecision(Precision.DOUBLE).withAccuracy(Accuracy.EXACT));
    }

    private List<SourceParameters> sources(Recipe recipe, int count) {
        WaveformTask task = task(recipe);
        RowSource.Drawer drawer = task.source().open();
        double[] parameters = new double[task.parameterCount()];
        double[] row = new double[task.model().layout().size()];
        List<SourceParameters> sources = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            sources.add(source(task, drawer, index, parameters, row));
        }
        return sources;
    }

    private static SourceParameters source(
            WaveformTask task, RowSource.Drawer drawer, int index, double[] parameters, double[] row) {
        String reason = "";
        for (int attempt = 0; attempt < task.attemptsPerRow(); attempt++) {
            drawer.draw(index, attempt, parameters);
            try {
                SourceParameters source = drawer.source(parameters);
                task.model().prepare(source, task.frame(), row, 0);
                return source;
            } catch (SourceRefusedException refused) {
                reason = refused.getMessage();
            }
        }
        throw new UnusableRowException("draw " + index + " was given up after " + task.attemptsPerRow()
            + " attempts, the last because: " + reason);
    }

    /** Both polarizations of each source; those that vanish are left out. */
    private List<Wave> waves(Recipe recipe, List<SourceParameters> sources) {
        WaveformTask task = task(recipe);
        List<Wave> waves = new ArrayList<>();
        double shift = timeShift;
        try (WaveformEvaluator evaluator = new WaveformEvaluator(
                task.model(), task.frame(), task.precision(), backend, Accuracy.EXACT)) {
            for (SourceParameters source : sources) {
                WaveformEvaluator.Polarizations both = evaluator.polarizations(source);
                Wave.of(grid, both.plus(), shift).ifPresent(waves::add);
                Wave.of(grid, both.cross(), shift).ifPresent(waves::add);
                shift = -shift;
            }
        } catch (SourceRefusedException refused) {
            throw new IllegalStateException("the model took this source before", refused);
        }
        return waves;
    }
}
