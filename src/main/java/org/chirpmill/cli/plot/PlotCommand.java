package org.chirpmill.cli.plot;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Draws pictures; each kind is a subcommand. */
@Command(
    name = "plot",
    description = "Draw a picture, as .png or .svg, without a screen.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    synopsisSubcommandLabel = "KIND",
    commandListHeading = "%nKinds:%n",
    subcommands = {
        PlotWaveformCommand.class,
        PlotStrainCommand.class,
        PlotModesCommand.class,
        PlotGridCommand.class,
        PlotCornerCommand.class,
        PlotSpectrumCommand.class,
        PlotScalingCommand.class,
    },
    footer = {
        "",
        "Examples:",
        "  chirpmill plot waveform configs/waveform.yaml -o waveform.png",
        "  chirpmill plot strain --dataset set.hdf5 --row 17 -o strain.svg",
        "  chirpmill plot corner set.hdf5 --columns chirp_mass,mass_ratio,chi_1",
        "  chirpmill plot grid --help                       options of a kind",
    })
public final class PlotCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A kind of picture is missing: one of "
            + String.join(", ", spec.subcommands().keySet()));
    }
}
