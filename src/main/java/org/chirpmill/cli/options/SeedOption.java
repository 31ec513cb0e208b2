package org.chirpmill.cli.options;

import org.chirpmill.run.Choices;
import picocli.CommandLine.Option;

/** Which of the many sets that a prior means. */
public final class SeedOption {
    @Option(
        names = "--seed",
        paramLabel = "N",
        description = "Decides all draws (default: the settings' seed, else 0). A second, independent dataset needs "
            + "another seed; a basis is trained on other draws than a dataset of the same seed has.")
    private Long seed;

    /** The same choices, with the command line's seed where it has one. */
    public Choices applied(Choices choices) {
        return seed == null ? choices : choices.withSeed(seed);
    }
}
