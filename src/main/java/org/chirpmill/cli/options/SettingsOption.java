package org.chirpmill.cli.options;

import java.nio.file.Path;
import org.chirpmill.settings.UnknownKeys;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The settings file, by position or as dingo-gw's option. */
public final class SettingsOption {
    @ArgGroup(multiplicity = "1")
    private Where where;

    @Mixin
    private UnknownKeysOption unknown;

    /** The file. */
    public Path file() {
        return where.positional != null ? where.positional : where.named;
    }

    /** What becomes of what it says and nobody knows. */
    public UnknownKeys unknownKeys() {
        return unknown.unknownKeys();
    }

    private static final class Where {
        @Parameters(paramLabel = "SETTINGS", description = "Settings file, YAML as dingo-gw reads it.")
        private Path positional;

        @Option(names = "--settings_file", paramLabel = "FILE", description = "The same, as dingo-gw names it.")
        private Path named;
    }
}
