package org.chirpmill.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chirpmill.cli.options.ChoiceOptions;
import org.chirpmill.cli.options.PriorOption;
import org.chirpmill.cli.options.SettingsOption;
import org.chirpmill.cli.words.ConsoleListener;
import org.chirpmill.cli.words.RunPlan;
import org.chirpmill.cli.words.RunPreface;
import org.chirpmill.cli.words.RunProfile;
import org.chirpmill.cli.words.RunSummary;
import org.chirpmill.engine.Schedule;
import org.chirpmill.rows.RowRange;
import org.chirpmill.run.DatasetOutcome;
import org.chirpmill.run.DatasetRun;
import org.chirpmill.run.ExistingFile;
import org.chirpmill.run.Recipe;
import org.chirpmill.run.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a dataset. */
@Command(
    name = "generate",
    description = "Make a dataset from a settings file: draw sources from the prior, evaluate their waveforms, write "
        + "an HDF5 file that dingo-gw loads. Row i depends on the seed and on i alone: not on threads, batches or "
        + "restarts. A prior or a noise curve of which nothing but zeros comes is refused; rows of zeros are counted.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
        "",
        "Examples:",
        "  chirpmill generate configs/quick.yaml",
        "  chirpmill generate my.yaml -o set.hdf5 --num-samples 100000 --seed 7",
        "  chirpmill generate my.yaml -o set.hdf5 --resume      after a kill or a full disk",
        "  chirpmill generate --settings_file my.yaml --num_processes 8 --out_file set.hdf5",
    })
final class GenerateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOption settingsOption;

    @Mixin
    private PriorOption prior;

    @Option(
        names = {"-o", "--out", "--out_file"},
        paramLabel = "FILE",
        defaultValue = "waveform_dataset.hdf5",
        description = "The dataset to write (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Mixin
    private RowsOption rows;

    @Mixin
    private ChoiceOptions choices;

    @Option(names = "--resume", description = "Continue a run that was stopped; begin one where there is none.")
    private boolean resume;

    @Option(
        names = "--force",
        description = "Replace an existing file or unfinished run, never one that is being written.")
    private boolean force;

    @Option(names = "--dry-run", description = "Print the plan - rows, bins, disk, memory, time - and write nothing.")
    private boolean dryRun;

    @Option(
        names = "--profile",
        description = "Print where the workers' time went: the share in which each stage held the run up.")
    private boolean profile;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        Recipe recipe = prior.recipe(settingsOption.file(), settingsOption.unknownKeys());
        RowRange wanted = rows.wanted(recipe);
        Run run = Run.of(recipe, choices.choices());
        // Says so at once where batches of the size asked for do not fit this machine.
        Schedule schedule = choices.schedule(run.keptTask(), wanted.count());
        // Settings that are refused get a sentence and nothing before it.
        run.notices().forEach(new ConsoleListener(err)::notice);
        if (dryRun) {
            new RunPlan(run, wanted, out).print(spec.commandLine().getOut());
            return 0;
        }
        ExistingFile existing =
            force ? ExistingFile.REPLACED : resume ? ExistingFile.CONTINUED : ExistingFile.KEPT;
        make(new RunPreface(new DatasetRun(run, wanted, out, existing), schedule), err);
        return 0;
    }

    private void make(RunPreface preface, PrintWriter err) throws IOException, InterruptedException {
        DatasetRun making = preface.making();
        Optional<DatasetOutcome> outcome = making.make(new ConsoleListener(err, preface));
        if (outcome.isEmpty()) {
            err.println("chirpmill: " + out + " is complete already.");
            return;
        }
        if (profile && outcome.get().made() > 0) {
            new RunProfile(outcome.get()).print(err);
        }
        new RunSummary(making, outcome.get()).print(err);
    }
}
