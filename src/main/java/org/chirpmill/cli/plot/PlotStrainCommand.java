package org.chirpmill.cli.plot;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.chirpmill.cli.options.PictureOption;
import org.chirpmill.cli.words.WaveformWords;
import org.chirpmill.figure.StrainFigure;
import org.chirpmill.run.DescribedWaveform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Draws a waveform in the time domain. */
@Command(
    name = "strain",
    description = "Strain of both polarizations against time from the merger, by inverse Fourier transform.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
        "",
        "The wave begins abruptly at f_min and is periodic with 1/delta_f; a multibanded waveform is made anew on "
            + "the uniform grid beneath.",
        "",
        "Examples:",
        "  chirpmill plot strain configs/waveform.yaml",
        "  chirpmill plot strain configs/waveform.yaml --before 1 --after 0.1 -o strain.svg",
        "  chirpmill plot strain --dataset set.hdf5 --row 17",
    })
final class PlotStrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ChosenWaveform chosen;

    @Option(
        names = "--before",
        paramLabel = "S",
        defaultValue = "0.4",
        description = "How much to show before the merger, s (default: ${DEFAULT-VALUE}).")
    private double before;

    @Option(
        names = "--after",
        paramLabel = "S",
        defaultValue = "0.05",
        description = "How much to show after it, s (default: ${DEFAULT-VALUE}).")
    private double after;

    @Mixin
    private PictureOption picture;

    @Override
    public Integer call() throws IOException {
        picture.requireUsable();
        requirePositive("--before", before);
        requirePositive("--after", after);
        DescribedWaveform waveform = chosen.read();
        picture.write(StrainFigure.of(WaveformWords.title(waveform),
            WaveformWords.polarizations(waveform, waveform.onUniformGrid()), before, after));
        return 0;
    }

    private void requirePositive(String option, double seconds) {
        if (!(seconds > 0 && Double.isFinite(seconds))) {
            throw new ParameterException(spec.commandLine(), option + " is " + seconds
                + " but must be a number of seconds above 0");
        }
    }
}
