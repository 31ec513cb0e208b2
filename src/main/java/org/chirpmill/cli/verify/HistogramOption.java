package org.chirpmill.cli.verify;

import java.io.IOException;
import java.nio.file.Path;
import org.chirpmill.cli.options.PictureOption;
import org.chirpmill.dataset.TargetFile;
import org.chirpmill.plot.Histogram;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a histogram of differences goes, if anywhere. */
final class HistogramOption {
    private static final String NAME = "--histogram";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = NAME, paramLabel = "FILE",
        description = "Draw the rows' differences: a picture, .png or .svg, replaced where it exists.")
    private Path file;

    /** Refuses places where no picture can be written; asked before anything is computed. */
    void requireUsable() throws IOException {
        if (file != null) {
            PictureOption.requireUsable(spec, NAME, file);
        }
    }

    boolean isAsked() {
        return file != null;
    }

    void write(Histogram histogram) throws IOException {
        histogram.write(TargetFile.of(file).file());
    }
}
