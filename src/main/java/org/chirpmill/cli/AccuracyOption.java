package org.chirpmill.cli;

import java.util.Optional;
import org.chirpmill.engine.Accuracy;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.SettingsTree;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How exactly waveforms are evaluated: the option, and the key of the settings that it replaces. */
final class AccuracyOption {
    private static final String KEY = "waveform_generator.accuracy";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
        names = "--accuracy",
        paramLabel = "exact|fast(X)",
        description = "exact: every formula at every bin. fast(X), or the number X alone: polynomials where they save "
            + "time, within a relative L2 error X of the exact waveform; fast alone is fast(1e-6), and X above 2e-6 "
            + "is kept as 2e-6. The scalar and tornado backends are always exact, cuda for models of one mode. "
            + "Default: the settings' waveform_generator.accuracy; without it, generate and benchmark take fast, "
            + "waveform --from the dataset's own, and all others exact.")
    private String text;

    /** What the command line asks for. */
    Optional<Accuracy> asked() {
        try {
            return Optional.ofNullable(text).map(Accuracy::of);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), "--accuracy is '" + text + "' but must be "
                + Accuracy.FORMS);
        }
    }

    /** What the command line asks for; where it does not, what the settings do. */
    Optional<Accuracy> asked(DatasetSettings settings) {
        Optional<Accuracy> ofSettings = settings.waveformGenerator().accuracy().map(value -> of(settings, value));
        return asked().or(() -> ofSettings);
    }

    /** A sentence where the accuracy that was asked for is not the one that a task keeps. */
    Optional<String> difference(DatasetSettings settings, WaveformTask task) {
        return asked(settings).filter(asked -> !asked.equals(task.accuracy())).map(asked -> "an accuracy of " + asked
            + " is kept as " + task.accuracy() + " for " + task.model().approximant() + " on the "
            + task.backend().name() + " backend.");
    }

    /** The settings as a dataset keeps them: where they ask for an accuracy, with the one that the task keeps. */
    SettingsTree stored(SettingsTree settings, WaveformTask task) {
        boolean isAsked = settings.get(KEY) != null || settings.has(KEY) && asked().isPresent();
        return isAsked ? settings.with(KEY, task.accuracy().toString()) : settings;
    }

    private static Accuracy of(DatasetSettings settings, String value) {
        try {
            return Accuracy.of(value);
        } catch (IllegalArgumentException unknown) {
            throw settings.tree().refusal(
                KEY, KEY + " is " + SettingsTree.shown(settings.tree().get(KEY)) + " but must be " + Accuracy.FORMS);
        }
    }
}
