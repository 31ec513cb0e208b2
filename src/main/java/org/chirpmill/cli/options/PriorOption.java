package org.chirpmill.cli.options;

import java.nio.file.Path;
import java.util.Optional;
import org.chirpmill.run.Recipe;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.SettingsJudge;
import org.chirpmill.settings.UnknownKeys;
import picocli.CommandLine.Option;

/** The prior in a file of its own. */
public final class PriorOption {
    @Option(
        names = "--prior",
        paramLabel = "FILE",
        description = "Take the prior from this file, lines of 'parameter = prior' as bilby reads them, in place of "
            + "that of the settings.")
    private Path prior;

    /** The settings in a file, with that prior where one is given. */
    public DatasetSettings settings(Path file, UnknownKeys unknownKeys) {
        return DatasetSettings.read(file, Optional.ofNullable(prior), unknownKeys, SettingsJudge.NONE);
    }

    /** What those settings make. */
    public Recipe recipe(Path file, UnknownKeys unknownKeys) {
        return Recipe.read(file, Optional.ofNullable(prior), unknownKeys);
    }
}
