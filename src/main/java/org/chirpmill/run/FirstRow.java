package org.chirpmill.run;

import java.util.List;
import java.util.Optional;
import org.chirpmill.engine.RowSource;
import org.chirpmill.engine.UnusableRowException;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.model.Preparer;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.parameters.TideParameter;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.SettingsException;
import org.chirpmill.source.SourceParameters;
import org.chirpmill.source.UnphysicalSourceException;

/** The first row, drawn before anything is written: settings from which no waveform can come are refused at once. */
record FirstRow(Recipe recipe, WaveformTask task) {
    /**
     * Draws until the model accepts, as a run would; once where every draw is the same.
     *
     * @throws SettingsException where values belong to no source, or the model takes aligned spins and the prior tilts
     *     them, or it takes no tides and the prior has some
     * @throws UnusableRowException where every draw is refused for another reason
     */
    void requireUsable() {
        requireFixedValues();
        RowSource.Drawer drawer = task.source().open();
        double[] parameters = new double[task.parameterCount()];
        double[] coefficients = new double[task.model().layout().size()];
        Preparer preparer = task.model().open(task.frame());
        Optional<SourceParameters> tilted = Optional.empty();
        boolean tidal = false;
        Optional<String> culprit = Optional.empty();
        String reason = "";
        int attempts = recipe.prior().isFixed() ? 1 : task.attemptsPerRow();
        for (int attempt = 0; attempt < attempts; attempt++) {
            drawer.draw(0, attempt, parameters);
            try {
                SourceParameters source = recipe.conversion().convert(parameters, 0);
                if (source.precesses()) {
                    tilted = Optional.of(source);
                }
                tidal |= source.lambdaOne() != 0 || source.lambdaTwo() != 0;
                preparer.prepare(source, coefficients, 0);
                return;
            } catch (UnphysicalSourceException unphysical) {
                culprit = Optional.of(unphysical.parameters().getFirst());
                reason = unphysical.getMessage();
            } catch (SourceRefusedException refusal) {
                culprit = Optional.empty();
                reason = refusal.getMessage();
            }
        }
        if (tilted.isPresent() && !task.model().traits().isPrecessing()) {
            throw tilting(tilted.get());
        }
        if (tidal && !task.model().traits().takesTides()) {
            throw tidal();
        }
        UnusableRowException unusable = new UnusableRowException(0, attempts, reason);
        throw culprit.isPresent() ? settings().priorRefusal(culprit.get(), unusable.getMessage()) : unusable;
    }

    /** Fixed values of which no source comes, whatever else is drawn, are refused where they stand. */
    private void requireFixedValues() {
        double[] row = new double[task.parameterCount()];
        recipe.prior().sampler().draw(0, 0, 0, row, 0);
        try {
            recipe.conversion().convert(row, 0);
        } catch (UnphysicalSourceException unphysical) {
            if (unphysical.parameters().stream().allMatch(recipe.prior()::isFixed)) {
                String key = unphysical.parameters().getFirst();
                String reason = unphysical.getMessage();
                throw settings().priorRefusal(key, reason.startsWith(key)
                    ? settings().priorKey() + "." + reason : settings().priorPath(key) + " is of no source: " + reason);
            }
        }
    }

    private SettingsException tilting(SourceParameters source) {
        String body = source.spinOneX() != 0 || source.spinOneY() != 0 ? "1" : "2";
        String culprit =
            firstGiven(List.of("tilt_" + body, "cos_tilt_" + body, "chi_" + body + "_in_plane")).orElse("a_" + body);
        return settings().priorRefusal(culprit, asWritten(culprit) + " tilts spins, but "
            + task.model().approximant() + " takes spins along the orbital angular momentum only: give chi_1 and chi_2 "
            + "in place of magnitudes and angles");
    }

    private SettingsException tidal() {
        String culprit = firstGiven(TideParameter.keys()).orElseThrow();
        return settings().priorRefusal(culprit, asWritten(culprit) + " deforms the bodies, but "
            + task.model().approximant() + " describes black holes: leave it out, or take a model with tides: "
            + Models.known(model -> model.traits().takesTides()));
    }

    /** Constraints are none: they make nothing what it is. */
    private Optional<String> firstGiven(List<String> keys) {
        return keys.stream().filter(recipe.prior().columns()::contains).findFirst();
    }

    private String asWritten(String key) {
        return settings().priorPath(key)
            + (settings().prior().containsKey(key) ? " = " + settings().prior().get(key).value() : "");
    }

    private DatasetSettings settings() {
        return recipe.settings();
    }
}
