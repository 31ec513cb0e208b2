package org.chirpmill.cli.domain;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What has to do with frequency domains. */
@Command(
    name = "domain",
    description = "Find a frequency domain for a prior.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = DomainSuggestCommand.class,
    footer = {"", "Example:", "  chirpmill domain suggest configs/production_xphm.yaml --mismatch 1e-5"})
public final class DomainCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing: suggest");
    }
}
