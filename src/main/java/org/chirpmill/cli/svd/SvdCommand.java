package org.chirpmill.cli.svd;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is done with bases apart from datasets. */
@Command(
    name = "svd",
    description = "Make, measure and extract SVD bases, in files that dingo-gw loads and that settings name as "
        + "compression.svd.file.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {SvdTrainCommand.class, SvdValidateCommand.class, SvdExportCommand.class,
        SvdSampleCommand.class},
    footer = {
        "",
        "Examples:",
        "  chirpmill svd train configs/quick_svd.yaml -o basis.hdf5",
        "  chirpmill svd train my.yaml -o basis.hdf5 --size 200 --num-training 50000",
        "  chirpmill svd validate basis.hdf5 my.yaml --num-validation 1000",
        "  chirpmill svd sample basis.hdf5 my.yaml -o sampled.hdf5",
        "  chirpmill svd export set.hdf5 -o basis.hdf5 --size 100",
    })
public final class SvdCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing: one of "
            + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
