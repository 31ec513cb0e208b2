package org.chirpmill.cli.svd;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.chirpmill.cli.options.PriorOption;
import org.chirpmill.cli.options.UnknownKeysOption;
import org.chirpmill.cli.words.ConsoleListener;
import org.chirpmill.compression.SampledBins;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.compression.TrainingPlan;
import org.chirpmill.dataset.DatasetException;
import org.chirpmill.run.BasisRun;
import org.chirpmill.run.Choices;
import org.chirpmill.run.Recipe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Chooses bins for a basis that is there. */
@Command(
    name = "sample",
    description = "Choose bins that tell the coefficients in a basis, so that rows are made of these alone, and "
        + "write the basis with them. They come from waveforms of a settings file, whitened "
        + "and heterodyned as it says: those that the basis was, or might have been, trained on. The vectors stay.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class SvdSampleCommand implements Callable<Integer> {
    private static final long DEFAULT_WAVEFORMS = 10_000;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "BASIS", description = "File with a basis, dingo-gw's too, or a dataset with one in it.")
    private Path file;

    @Parameters(paramLabel = "SETTINGS", description = "Settings file, YAML as dingo-gw reads it.")
    private Path settingsFile;

    @Mixin
    private PriorOption prior;

    @Mixin
    private BasisTarget target;

    @Option(
        names = "--num-training",
        paramLabel = "N",
        description = "Waveforms to choose by, in place of compression.svd.num_training_samples; 10,000 where neither "
            + "is given.")
    private Long numTraining;

    @Mixin
    private UnknownKeysOption unknown;

    @Mixin
    private BasisOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        SvdBasis basis = SvdBasis.read(file);
        Recipe recipe = prior.recipe(settingsFile, unknown.unknownKeys());
        BasisRun run = options.run(recipe, options.choices().withSampling(Choices.SAMPLING_OF_SETS));
        BasisOptions.requireBins(basis, file, recipe, settingsFile);
        TrainingPlan plan = run.maker().plan(waveforms(recipe), basis.size());
        if (plan.sampledVectors().isEmpty()) {
            throw new DatasetException(file + " has " + basis.size() + " vectors of " + basis.bins() + " bins, and "
                + "the bins that " + plan.polarizations() / 2 + " waveforms tell them by would leave too few out.");
        }
        target.requireWritable();
        run.requireMemory(plan, 0);
        SampledBins sampled = run.sample(basis, plan, new ConsoleListener(err));
        target.write(basis.with(Optional.of(sampled)));
        err.printf("chirpmill: %,d of %,d bins tell %d coefficients in %s.%n", sampled.bins().length, basis.bins(),
            basis.size(), target.file());
        return 0;
    }

    private long waveforms(Recipe recipe) {
        return options.whole("--num-training", numTraining, 1)
            .orElseGet(() -> BasisOptions.svd(recipe.settings()).map(svd -> svd.trainingSamples())
                .orElse(OptionalLong.empty()).orElse(DEFAULT_WAVEFORMS));
    }
}
