package org.chirpmill.cli.options;

import java.util.Optional;
import org.chirpmill.run.Choices;
import org.chirpmill.settings.Sampling;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** From how many bins coefficients come. */
public final class SamplingOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
        names = "--sampling",
        paramLabel = "off|TOLERANCE",
        description = "Coefficients of an SVD basis from a few hundred bins: a row whose error may be larger than that "
            + "of all bins' coefficients by more than TOLERANCE, such as 0.01 for 1 %%, is made of all bins; off for "
            + "all rows. In place of the settings' compression.svd.sampling; 0.01 where neither says and most bins can "
            + "be left out.")
    private String text;

    private Optional<Sampling> asked() {
        try {
            return Optional.ofNullable(text).map(Sampling::of);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), "--sampling is '" + text + "' but must be "
                + Sampling.FORMS);
        }
    }

    /** The same choices with what the command line asks for, if it does. */
    public Choices applied(Choices choices) {
        return asked().map(choices::withSampling).orElse(choices);
    }
}
