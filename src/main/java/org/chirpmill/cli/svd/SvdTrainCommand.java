package org.chirpmill.cli.svd;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.chirpmill.cli.options.PriorOption;
import org.chirpmill.cli.options.SamplingOption;
import org.chirpmill.cli.options.SettingsOption;
import org.chirpmill.cli.words.BasisForecast;
import org.chirpmill.cli.words.ConsoleListener;
import org.chirpmill.cli.words.MismatchSummary;
import org.chirpmill.compression.BasisMaker;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.compression.TrainingPlan;
import org.chirpmill.run.BasisRun;
import org.chirpmill.run.Recipe;
import org.chirpmill.settings.CompressionSettings;
import org.chirpmill.settings.DatasetSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a basis. */
@Command(
    name = "train",
    description = "Make an SVD basis from waveforms of a settings file, whitened and heterodyned as it says. h_plus "
        + "and h_cross of each training waveform count as one row each, as in dingo-gw. Memory does not grow with "
        + "their number: most waveforms are evaluated at a few hundred bins, and none is kept. Bins that tell its "
        + "coefficients are chosen too, unless sampling is off or would leave out few.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class SvdTrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOption settingsOption;

    @Mixin
    private PriorOption prior;

    @Mixin
    private BasisTarget target;

    @Option(
        names = "--size",
        paramLabel = "N",
        description = "Singular vectors to keep, 0 for all, in place of compression.svd.size.")
    private Long size;

    @Option(
        names = "--num-training",
        paramLabel = "N",
        description = "Waveforms to train on, in place of compression.svd.num_training_samples.")
    private Long numTraining;

    @Mixin
    private SamplingOption sampling;

    @Mixin
    private BasisOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        Recipe recipe = prior.recipe(settingsOption.file(), settingsOption.unknownKeys());
        DatasetSettings settings = recipe.settings();
        BasisRun run = options.run(recipe, sampling.applied(options.choices()));
        TrainingPlan plan = run.maker().plan(
            wanted(settings, "num_training_samples", "--num-training", numTraining, 1,
                CompressionSettings.Svd::trainingSamples),
            wanted(settings, "size", "--size", size, 0, CompressionSettings.Svd::size));
        target.requireWritable();
        long validation = options.numValidation(settings, 0);
        run.requireMemory(plan, validation);
        long began = System.nanoTime();
        ConsoleListener listener = new ConsoleListener(err, new Forecast(run, plan, validation));
        BasisMaker.Trained trained = run.train(plan, listener);
        double seconds = (System.nanoTime() - began) * 1e-9;
        SvdBasis basis = trained.basis();
        if (validation > 0) {
            basis = basis.with(run.validate(basis, validation, new ConsoleListener(err)));
        }
        target.write(basis);
        err.printf("chirpmill: %d singular vectors of %,d waveforms of %,d bins in %s: %.1f s, of which %.1f s linear "
            + "algebra.%n", basis.size(), plan.polarizations() / 2, basis.bins(), target.file(), seconds,
            trained.algebraSeconds());
        basis.mismatches().ifPresent(table -> {
            MismatchSummary.print(table, spec.commandLine().getOut());
            MismatchSummary.warning(table).ifPresent(warning -> err.println("chirpmill: " + warning));
        });
        return 0;
    }

    /** How long it takes, where that is long. */
    private record Forecast(BasisRun run, TrainingPlan plan, long validation) implements ConsoleListener.Preface {
        @Override
        public Optional<BasisForecast> training() throws IOException, InterruptedException {
            return BasisForecast.ifLong(run, plan, validation);
        }

        @Override
        public String sooner() {
            return "a smaller --num-training or --size takes less";
        }
    }

    /** The command line's number, else that of the settings. */
    private long wanted(DatasetSettings settings, String key, String option, Long given, long least,
            Function<CompressionSettings.Svd, OptionalLong> ofSettings) {
        Optional<Long> found = options.whole(option, given, least);
        if (found.isPresent()) {
            return found.get();
        }
        return BasisOptions.svd(settings).map(ofSettings).orElse(OptionalLong.empty())
            .orElseThrow(() -> settings.tree().refusal(CompressionSettings.SVD,
                CompressionSettings.SVD + "." + key + " is missing: give it there or as " + option));
    }
}
