package org.chirpmill.cli.plot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.chirpmill.cli.options.PictureOption;
import org.chirpmill.cli.options.UnknownKeysOption;
import org.chirpmill.figure.GridFigure;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.DomainSettings;
import org.chirpmill.settings.SettingsTree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Draws a multibanded grid. */
@Command(
    name = "grid",
    description = "Bin width delta_f, and bins per band, of a MultibandedFrequencyDomain against frequency.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {"", "Example:", "  chirpmill plot grid configs/multibanded_xphm.yaml -o grid.svg"})
final class PlotGridCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SETTINGS", description = "Settings file with a MultibandedFrequencyDomain.")
    private Path file;

    @Mixin
    private UnknownKeysOption unknown;

    @Mixin
    private PictureOption picture;

    @Override
    public Integer call() throws IOException {
        picture.requireUsable();
        DatasetSettings settings = DatasetSettings.read(file, unknown.unknownKeys());
        if (!(settings.domain() instanceof DomainSettings.Multibanded domain)) {
            throw settings.tree().refusal("domain.type", "domain.type is "
                + SettingsTree.shown(settings.tree().get("domain.type"))
                + ", which has no bands to show: 'chirpmill domain suggest' finds some");
        }
        List<GridFigure.Band> bands = new ArrayList<>();
        double start = domain.nodes().getFirst();
        for (DomainSettings.Band band : domain.bands()) {
            double end = start + band.bins() * band.deltaF();
            bands.add(new GridFigure.Band(start, end, band.deltaF(), band.bins()));
            start = end;
        }
        picture.write(GridFigure.of(file.getFileName().toString(), bands, domain.baseDomain().deltaF()));
        return 0;
    }
}
