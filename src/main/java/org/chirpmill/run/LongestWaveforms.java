package org.chirpmill.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.chirpmill.compression.CompressionSources;
import org.chirpmill.compression.PhaseHeterodyne;
import org.chirpmill.engine.RowSource;
import org.chirpmill.engine.UnusableRowException;
import org.chirpmill.engine.WaveformEvaluator.Polarizations;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.model.Preparer;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.physics.Masses;
import org.chirpmill.prior.UnsatisfiedConstraintsException;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.source.SourceParameters;
import org.chirpmill.source.UnusableParametersException;

/**
 * Exact waveforms of a prior, of which the longest ask most of a frequency grid. Where the settings heterodyne, so are
 * these: what is left then changes slowly, and the less so the farther the chirp mass that a network takes for the
 * heterodyne lies from the true one, on either side.
 *
 * @param settings with the prior, and the domain whose grid they are wanted on
 * @param folder where the files are looked for that the settings name
 * @param choices who evaluates, and the seed of the draws
 * @param chirpMassOffset added to the chirp mass of a heterodyne and taken from it in turns, solar masses
 */
public record LongestWaveforms(DatasetSettings settings, Path folder, Choices choices, double chirpMassOffset) {
    /** Of so many draws the one with the least chirp mass is taken, where the prior has no chirp mass to hold. */
    private static final int DRAWS_PER_WAVEFORM = 16;

    private static final String CHIRP_MASS = "chirp_mass";

    /** Nothing but exact waveforms will do. */
    public LongestWaveforms {
        choices = choices.withAccuracy(Accuracy.EXACT);
    }

    /**
     * The longest of the prior: all with its least chirp mass, as dingo-gw takes them, or where the prior is on other
     * masses, those with the least ones of many draws.
     *
     * @param count how many
     * @param sink receives them one after another
     */
    public void longest(int count, Consumer<Polarizations> sink) {
        Recipe recipe = Recipe.of(settings, folder);
        if (recipe.prior().columns().contains(CHIRP_MASS)) {
            double least = recipe.prior().least(CHIRP_MASS);
            Recipe held = Recipe.of(settings.reread(
                settings.tree().with(settings.priorPath(CHIRP_MASS), least * (1 + 1e-9))), folder);
            make(held, sources(held, count), sink);
            return;
        }
        List<SourceParameters> sources = new ArrayList<>(sources(recipe, count * DRAWS_PER_WAVEFORM));
        sources.sort(Comparator.comparingDouble(
            source -> Masses.chirpMass(source.massOneSolar(), source.massTwoSolar())));
        make(recipe, sources.subList(0, count), sink);
    }

    /** Those of the prior as it is. */
    public void any(int count, Consumer<Polarizations> sink) {
        Recipe recipe = Recipe.of(settings, folder);
        make(recipe, sources(recipe, count), sink);
    }

    private List<SourceParameters> sources(Recipe recipe, int count) {
        WaveformTask task = recipe.task(choices);
        RowSource.Drawer drawer = task.source().open();
        double[] parameters = new double[task.parameterCount()];
        double[] row = new double[task.model().layout().size()];
        Preparer preparer = task.model().open(task.frame());
        List<SourceParameters> sources = new ArrayList<>();
        try {
            for (int index = 0; index < count; index++) {
                sources.add(source(task, drawer, index, parameters, preparer, row));
            }
        } catch (UnusableRowException | UnsatisfiedConstraintsException unusable) {
            throw recipe.refusal(unusable);
        }
        return sources;
    }

    private static SourceParameters source(
            WaveformTask task, RowSource.Drawer drawer, int index, double[] parameters, Preparer preparer,
            double[] row) {
        String reason = "";
        for (int attempt = 0; attempt < task.attemptsPerRow(); attempt++) {
            drawer.draw(index, attempt, parameters);
            try {
                SourceParameters source = drawer.source(parameters);
                preparer.prepare(source, row, 0);
                return source;
            } catch (SourceRefusedException refused) {
                reason = refused.getMessage();
            }
        }
        throw new UnusableRowException(index, task.attemptsPerRow(), reason);
    }

    private void make(Recipe recipe, List<SourceParameters> sources, Consumer<Polarizations> sink) {
        Optional<PhaseHeterodyne> heterodyne =
            CompressionSources.heterodyne(recipe.settings(), recipe.prior().columns());
        double offset = chirpMassOffset;
        try (SingleWaveforms waveforms = SingleWaveforms.of(recipe.settings(), choices)) {
            for (SourceParameters source : sources) {
                Polarizations wave = waveforms.polarizations(source);
                if (heterodyne.isPresent()) {
                    heterodyne(wave, source, heterodyne.get(), offset);
                }
                offset = -offset;
                sink.accept(wave);
            }
        } catch (SourceRefusedException refused) {
            throw recipe.refusal(new UnusableParametersException(refused.getMessage()));
        }
    }

    private void heterodyne(Polarizations wave, SourceParameters source, PhaseHeterodyne heterodyne, double offset) {
        double chirpMass = Masses.chirpMass(source.massOneSolar(), source.massTwoSolar());
        if (!(chirpMass + offset > 0)) {
            throw settings.tree().refusal(settings.priorKey(), "a chirp mass of " + chirpMass
                + " solar masses has none " + -offset + " below it to heterodyne with");
        }
        PhaseHeterodyne.Chirp chirp =
            heterodyne.chirp(chirpMass + offset, source.massTwoSolar() / source.massOneSolar());
        heterodyne.apply(wave.plus(), chirp);
        heterodyne.apply(wave.cross(), chirp);
    }
}
