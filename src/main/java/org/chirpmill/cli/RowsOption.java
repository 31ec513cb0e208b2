package org.chirpmill.cli;

import java.util.OptionalLong;
import org.chirpmill.rows.RowRange;
import org.chirpmill.run.Recipe;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which rows of the set that settings and seed mean. */
final class RowsOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
        names = {"-n", "--num-samples"},
        paramLabel = "N",
        description = "How many rows, in place of the settings' num_samples.")
    private Long numSamples;

    @Option(
        names = "--rows",
        paramLabel = "A:B",
        description = "Make rows A to B - 1 of the set that settings and seed mean, in place of its first num_samples. "
            + "They are the same bytes in the whole set.")
    private String rows;

    /** Those asked for; where none are, the settings' first {@code num_samples}. */
    RowRange wanted(Recipe recipe) {
        if (rows == null) {
            return RowRange.first(recipe.settings().numSamplesOr(numberOfSamples(), "--num-samples"));
        }
        if (numSamples != null) {
            throw new ParameterException(spec.commandLine(), "--rows and --num-samples do not go together: give one");
        }
        try {
            return RowRange.of(rows);
        } catch (IllegalArgumentException unreadable) {
            throw new ParameterException(spec.commandLine(), "--rows is '" + rows + "' but must be " + RowRange.FORM);
        }
    }

    private OptionalLong numberOfSamples() {
        if (numSamples == null) {
            return OptionalLong.empty();
        }
        if (numSamples < 1) {
            throw new ParameterException(
                spec.commandLine(), "--num-samples is " + numSamples + " but must be a whole number, 1 or more");
        }
        return OptionalLong.of(numSamples);
    }
}
