package org.chirpmill.cli.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chirpmill.dataset.TargetFile;
import org.chirpmill.plot.Picture;
import org.chirpmill.plot.PictureFormat;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a picture goes. */
public final class PictureOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
        names = {"-o", "--out"},
        paramLabel = "FILE",
        description = "The picture, .png or .svg, replaced where it exists (default: the kind's name and .png).")
    private Path out;

    /** Refuses places where no picture can be written; asked before anything is computed. */
    public void requireUsable() throws IOException {
        requireUsable(spec, "--out", file());
    }

    /** The same for what another option names. */
    public static void requireUsable(CommandSpec spec, String option, Path file) throws IOException {
        if (PictureFormat.of(file).isEmpty()) {
            throw new ParameterException(spec.commandLine(), option + " is " + file + " but must end in "
                + PictureFormat.ENDINGS);
        }
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || !Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), option + " is " + file + ", which is "
                + (Files.isDirectory(file) ? "a folder: name a file in it" : "in no folder that exists"));
        }
        TargetFile.of(file).requireWritable(true);
    }

    /** Draws it there. */
    public void write(Picture picture) throws IOException {
        picture.write(TargetFile.of(file()).file());
        spec.commandLine().getErr().println("chirpmill: drew " + file() + ".");
    }

    private Path file() {
        return out == null ? Path.of(spec.name() + ".png") : out;
    }
}
