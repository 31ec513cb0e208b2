package org.chirpmill.cli.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import org.chirpmill.benchmark.Workload;
import org.chirpmill.cli.options.ChoiceOptions;
import org.chirpmill.cli.options.PriorOption;
import org.chirpmill.cli.options.UnknownKeysOption;
import org.chirpmill.cli.words.ConsoleListener;
import org.chirpmill.dataset.DatasetWriter;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.engine.Schedule;
import org.chirpmill.rows.RowRange;
import org.chirpmill.run.DatasetRun;
import org.chirpmill.run.Recipe;
import org.chirpmill.run.Run;
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

    @Mixin
    private UnknownKeysOption unknown;

    @Mixin
    private PriorOption prior;

    @Mixin
    private ChoiceOptions choices;

    /** How many waveforms were asked for. */
    long rows() {
        if (rows < 1) {
            throw new ParameterException(
                spec.commandLine(), "--num-samples is " + rows + " but must be a whole number, 1 or more");
        }
        return rows;
    }

    /** Who evaluates. */
    EvaluatorProvider backend() {
        return choices.backend();
    }

    /** How a workload is divided. */
    Schedule schedule(Workload workload) {
        return choices.schedule(workload.task(), workload.rows());
    }

    /** So many rows of a settings file, of which the first at least can be made. */
    Workload workload(Path file, long count, EvaluatorProvider provider) throws IOException {
        Recipe recipe = prior.recipe(file, unknown.unknownKeys());
        Run run = Run.of(recipe, choices.choices(provider));
        run.notices().forEach(new ConsoleListener(spec.commandLine().getErr())::notice);
        return new Workload(run.keptTask(), DatasetRun.header(run, RowRange.first(count)),
            (target, header) -> DatasetWriter.create(target, header, run.compression().basis(), true));
    }
}
