package org.chirpmill.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What has to do with frequency domains. */
@Command(
    name = "domain",
    description = "Find a frequency domain for a prior.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = DomainSuggestCommand.class,
    footer = {"", "Example:", "  chirpmill domain suggest configs/production_xphm.yaml --mismatch 1e-5"})
final class DomainCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Chirpmill chirpmill;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing: suggest");
    }

    boolean verbose() {
        return chirpmill.verbose();
    }
}
