package org.chirpmill.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import org.chirpmill.benchmark.Workload;
import org.chirpmill.dataset.DatasetHeader;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.engine.UnusableRowException;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.prior.UnsatisfiedConstraintsException;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;
import org.chirpmill.settings.DatasetSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is made to be measured. */
final class WorkloadOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
        names = {"-n", "--num-samples"},
        paramLabel = "N",
        defaultValue = "1000",
        description = "How many waveforms a run makes (default: ${DEFAULT-VALUE}).")
    private long rows;

    @Option(
        names = "--seed",
        paramLabel = "N",
        defaultValue = "0",
        description = "Decides the rows (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
        names = "--precision",
        paramLabel = "single|double",
        defaultValue = "single",
        description = "Stored polarizations (default: ${DEFAULT-VALUE}).")
    private Precision precision;

    @Mixin
    private BackendOption backend;

    @Mixin
    private AccuracyOption accuracy;

    /** How many waveforms were asked for. */
    long rows() {
        if (rows < 1) {
            throw new ParameterException(
                spec.commandLine(), "--num-samples is " + rows + " but must be a whole number, 1 or more");
        }
        return rows;
    }

    /** Who evaluates. */
    EvaluatorProvider backend(boolean verbose) {
        return backend.provider(verbose, spec.commandLine().getErr());
    }

    /** So many rows of a settings file, of which the first at least can be made. */
    Workload workload(Path file, long count, EvaluatorProvider provider) throws IOException {
        DatasetSettings settings = DatasetSettings.read(file);
        Recipe recipe = Recipe.of(settings);
        PrintWriter err = spec.commandLine().getErr();
        recipe.notices().forEach(notice -> err.println("chirpmill: " + notice));
        WaveformTask task =
            recipe.task(seed, precision, provider, accuracy.asked(settings).orElse(Accuracy.DEFAULT));
        WaveformTask kept = CompressionStage.of(settings, file).planned(task);
        try {
            new FirstRow(settings, task).requireUsable();
        } catch (UnusableRowException | UnsatisfiedConstraintsException unusable) {
            throw GenerateCommand.refusal(settings, unusable);
        }
        return new Workload(kept, new DatasetHeader(recipe.prior().columns(), count, kept.columns(), precision,
            recipe.stored().with("num_samples", count).toPythonLiteral(),
            "chirpmill=" + VersionText.version(), Map.of("seed", String.valueOf(seed)), Map.of()));
    }
}
