package org.chirpmill.cli.plot;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.chirpmill.cli.options.PictureOption;
import org.chirpmill.cli.words.WaveformWords;
import org.chirpmill.figure.WaveformFigure;
import org.chirpmill.run.DescribedWaveform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Draws a waveform in the frequency domain. */
@Command(
    name = "waveform",
    description = "Amplitude and unwrapped phase of both polarizations against frequency.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
        "",
        "Examples:",
        "  chirpmill plot waveform configs/waveform.yaml",
        "  chirpmill plot waveform configs/waveform.yaml -p mass_1=50 -p chi_1=0.7 -o heavy.svg",
        "  chirpmill plot waveform --dataset set.hdf5 --row 17 -o row17.png",
    })
final class PlotWaveformCommand implements Callable<Integer> {
    @Mixin
    private ChosenWaveform chosen;

    @Mixin
    private PictureOption picture;

    @Override
    public Integer call() throws IOException {
        picture.requireUsable();
        DescribedWaveform waveform = chosen.read();
        picture.write(WaveformFigure.of(
            WaveformWords.title(waveform), WaveformWords.polarizations(waveform, waveform.onItsGrid())));
        return 0;
    }
}
