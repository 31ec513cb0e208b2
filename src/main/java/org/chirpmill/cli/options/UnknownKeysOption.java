package org.chirpmill.cli.options;

import org.chirpmill.settings.UnknownKeys;
import picocli.CommandLine.Option;

/** What becomes of what settings say and nobody knows. */
public final class UnknownKeysOption {
    @Option(
        names = "--allow-unknown-keys",
        description = "Warn of keys and parameters in the settings that are not known, and go on without them, in "
            + "place of refusing them.")
    private boolean allowed;

    /** As the command line has it. */
    public UnknownKeys unknownKeys() {
        return allowed ? UnknownKeys.IGNORED : UnknownKeys.REFUSED;
    }
}
