package org.chirpmill.cli.svd;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.chirpmill.cli.options.PriorOption;
import org.chirpmill.cli.options.UnknownKeysOption;
import org.chirpmill.cli.words.ConsoleListener;
import org.chirpmill.cli.words.MismatchSummary;
import org.chirpmill.compression.Mismatches;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.dataset.DatasetException;
import org.chirpmill.run.BasisRun;
import org.chirpmill.run.Recipe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures a basis. */
@Command(
    name = "validate",
    description = "Measure the mismatch of a basis on waveforms of a settings file that it was not trained on: "
        + "1 - (d, r) / (|d| |r|) between a waveform and what the basis gives back, over the bins alone.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class SvdValidateCommand implements Callable<Integer> {
    private static final long DEFAULT_WAVEFORMS = 1000;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "BASIS", description = "File with a basis, or a dataset with one in it.")
    private Path file;

    @Parameters(paramLabel = "SETTINGS", description = "Settings file, YAML as dingo-gw reads it.")
    private Path settingsFile;

    @Mixin
    private PriorOption prior;

    @Option(names = "--write", description = "Store the mismatches in BASIS too, in place of any that are there, as "
        + "dingo-gw does. What else the file holds stays; a copy of it is changed and takes its place.")
    private boolean write;

    @Mixin
    private UnknownKeysOption unknown;

    @Mixin
    private BasisOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        SvdBasis basis = SvdBasis.read(file);
        Recipe recipe = prior.recipe(settingsFile, unknown.unknownKeys());
        BasisRun run = options.run(recipe, options.choices());
        BasisOptions.requireBins(basis, file, recipe, settingsFile);
        if (write) {
            requireRewritable();
        }
        long waveforms = Math.max(1, options.numValidation(recipe.settings(), DEFAULT_WAVEFORMS));
        Mismatches measured = run.validate(basis, waveforms, new ConsoleListener(err));
        MismatchSummary.print(measured, spec.commandLine().getOut());
        if (write) {
            SvdBasis.writeMismatches(file, measured);
            err.println("chirpmill: stored the mismatches in " + file + ".");
        }
        return 0;
    }

    /** Says what stands in the way of a new file in the place of the old before any work is done. */
    private void requireRewritable() throws IOException {
        Path folder = file.toRealPath().getParent();
        if (!Files.isWritable(file) || !Files.isWritable(folder)) {
            throw new DatasetException("--write is given but " + file + " cannot be replaced: there is no permission "
                + "to write " + (Files.isWritable(file) ? "into " + folder : "to it") + ".");
        }
    }
}
