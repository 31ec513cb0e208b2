package org.chirpmill.run;

import java.util.List;
import java.util.Optional;
import org.chirpmill.engine.RowSource;
import org.chirpmill.engine.UnusableRowException;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.SpinSupport;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.SettingsException;
import org.chirpmill.source.SourceParameters;

/** The first row, drawn before anything is written: settings from which no waveform can come are refused at once. */
record FirstRow(DatasetSettings settings, WaveformTask task) {
    /**
     * Draws until the model accepts, as a run would.
     *
     * @throws SettingsException where the model takes aligned spins and the prior tilts them
     * @throws UnusableRowException where every draw is refused for another reason
     */
    void requireUsable() {
        RowSource.Drawer drawer = task.source().open();
        double[] parameters = new double[task.parameterCount()];
        double[] coefficients = new double[task.model().layout().size()];
        Optional<SourceParameters> tilted = Optional.empty();
        String reason = "";
        for (int attempt = 0; attempt < task.attemptsPerRow(); attempt++) {
            try {
                drawer.draw(0, attempt, parameters);
                SourceParameters source = drawer.source(parameters);
                if (source.precesses()) {
                    tilted = Optional.of(source);
                }
                task.model().prepare(source, task.frame(), coefficients, 0);
                return;
            } catch (SourceRefusedException refusal) {
                reason = refusal.getMessage();
            }
        }
        if (tilted.isPresent() && task.model().spinSupport() == SpinSupport.ALIGNED) {
            throw tilting(tilted.get());
        }
        throw new UnusableRowException(0, task.attemptsPerRow(), reason);
    }

    private SettingsException tilting(SourceParameters source) {
        String body = source.spinOneX() != 0 || source.spinOneY() != 0 ? "1" : "2";
        String culprit = List.of("tilt_" + body, "cos_tilt_" + body, "chi_" + body + "_in_plane").stream()
            .filter(settings.prior()::containsKey)
            .findFirst()
            .orElse("a_" + body);
        String value = settings.prior().containsKey(culprit) ? " = " + settings.prior().get(culprit).value() : "";
        return settings.priorRefusal(culprit, settings.priorKey() + "." + culprit + value + " tilts spins, but "
            + task.model().approximant() + " takes spins along the orbital angular momentum only: give chi_1 and chi_2 "
            + "in place of magnitudes and angles");
    }
}
