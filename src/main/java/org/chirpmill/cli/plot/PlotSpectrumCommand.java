package org.chirpmill.cli.plot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.chirpmill.cli.options.PictureOption;
import org.chirpmill.compression.Mismatches;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.dataset.DatasetException;
import org.chirpmill.figure.SpectrumFigure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Draws the singular values of a basis. */
@Command(
    name = "spectrum",
    description = "Singular values of an SVD basis and, where they are stored, quantiles of the mismatch against its "
        + "size.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {"", "Example:", "  chirpmill plot spectrum compressed.hdf5 -o spectrum.svg"})
final class PlotSpectrumCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A compressed dataset, or a basis as dingo-gw's SVDBasis writes it.")
    private Path file;

    @Mixin
    private PictureOption picture;

    @Override
    public Integer call() throws IOException {
        picture.requireUsable();
        SvdBasis basis = SvdBasis.read(file);
        if (!(basis.singularValues()[0] > 0)) {
            throw new DatasetException(file + " has singular values that do not begin with the greatest, above 0.");
        }
        picture.write(SpectrumFigure.of(String.format(Locale.ROOT, "%,d singular values of %s",
            basis.size(), file.getFileName()), basis.singularValues(),
            basis.mismatches().map(Mismatches::bySize).orElseGet(TreeMap::new)));
        return 0;
    }
}
