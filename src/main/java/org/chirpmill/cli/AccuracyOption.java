package org.chirpmill.cli;

import java.util.Optional;
import org.chirpmill.rows.Accuracy;
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
            + "time, within a relative L2 error X of the exact waveform; fast alone is fast(1e-6). The scalar and "
            + "tornado backends are always exact. Default: the settings' waveform_generator.accuracy; without it, "
            + "generate and benchmark take fast, waveform --from the dataset's own, and all others exact.")
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

    /** The settings as a dataset keeps them, with the command line's accuracy in place of their own. */
    SettingsTree stored(SettingsTree settings) {
        return settings.has(KEY) && asked().isPresent() ? settings.with(KEY, asked().get().toString()) : settings;
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
