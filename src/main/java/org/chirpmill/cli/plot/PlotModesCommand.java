package org.chirpmill.cli.plot;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.chirpmill.cli.options.PictureOption;
import org.chirpmill.cli.words.WaveformWords;
import org.chirpmill.figure.ModesFigure;
import org.chirpmill.run.DescribedWaveform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Draws the modes of a waveform. */
@Command(
    name = "modes",
    description = "Amplitudes |h_lm| of the modes of IMRPhenomHM and IMRPhenomXHM, or of IMRPhenomXP, XPHM, XO4a "
        + "and XPNR in their co-precessing frame, against frequency; of the last two also what (2, 2) and (2, -2) have "
        + "with opposite signs.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
        "",
        "These do not depend on the inclination. 'chirpmill waveform --modes' writes the polarizations by m instead.",
        "",
        "Examples:",
        "  chirpmill plot modes xphm.yaml -p mass_ratio=0.3",
        "  chirpmill plot modes --dataset production.hdf5 --row 17 -o modes.svg",
    })
final class PlotModesCommand implements Callable<Integer> {
    @Mixin
    private ChosenWaveform chosen;

    @Mixin
    private PictureOption picture;

    @Override
    public Integer call() throws IOException {
        picture.requireUsable();
        DescribedWaveform waveform = chosen.read();
        DescribedWaveform.Modes modes = waveform.modes();
        picture.write(ModesFigure.of(WaveformWords.title(waveform), modes.frequencies(), modes.moduli()));
        return 0;
    }
}
