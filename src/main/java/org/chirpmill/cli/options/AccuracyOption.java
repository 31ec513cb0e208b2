package org.chirpmill.cli.options;

import java.util.Optional;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.run.Choices;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How exactly waveforms are evaluated. */
public final class AccuracyOption {
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
    public Optional<Accuracy> asked() {
        try {
            return Optional.ofNullable(text).map(Accuracy::of);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), "--accuracy is '" + text + "' but must be "
                + Accuracy.FORMS);
        }
    }

    /** The same choices, as exact as the command line asks for where it does. */
    public Choices applied(Choices choices) {
        return asked().map(choices::withAccuracy).orElse(choices);
    }
}
