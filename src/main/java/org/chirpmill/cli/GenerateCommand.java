package org.chirpmill.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.chirpmill.compression.Compression;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.dataset.DatasetHeader;
import org.chirpmill.dataset.DatasetWriter;
import org.chirpmill.engine.Accuracy;
import org.chirpmill.engine.DeviceFailureException;
import org.chirpmill.engine.Pipeline;
import org.chirpmill.engine.Precision;
import org.chirpmill.engine.Schedule;
import org.chirpmill.engine.UnusableRowException;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.prior.UnsatisfiedConstraintsException;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.SettingsException;
import org.chirpmill.settings.SettingsTree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Makes a dataset. */
@Command(
    name = "generate",
    description = "Make a dataset from a settings file: draw sources from the prior, evaluate their waveforms, write "
        + "an HDF5 file that dingo-gw loads. Row i depends on the seed and on i alone: not on threads, batches or "
        + "restarts.",
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

    @ParentCommand
    private Chirpmill chirpmill;

    @Mixin
    private SettingsOption settingsOption;

    @Option(
        names = {"-o", "--out", "--out_file"},
        paramLabel = "FILE",
        defaultValue = "waveform_dataset.hdf5",
        description = "The dataset to write (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Option(
        names = {"-n", "--num-samples"},
        paramLabel = "N",
        description = "How many rows, in place of the settings' num_samples.")
    private Long numSamples;

    @Option(
        names = "--seed",
        paramLabel = "N",
        defaultValue = "0",
        description = "Decides all rows (default: ${DEFAULT-VALUE}). A second, independent dataset needs another seed.")
    private long seed;

    @Option(
        names = "--precision",
        paramLabel = "single|double",
        defaultValue = "single",
        description = "Stored polarizations: single (complex64) or double (complex128) (default: ${DEFAULT-VALUE}).")
    private Precision precision;

    @Mixin
    private ScheduleOptions schedules;

    @Mixin
    private BackendOption backend;

    @Mixin
    private AccuracyOption accuracy;

    @Option(names = "--resume", description = "Continue a run that was stopped; begin one where there is none.")
    private boolean resume;

    @Option(names = "--force", description = "Replace an existing file or unfinished run.")
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
        DatasetSettings settings = DatasetSettings.read(settingsOption.file());
        Recipe recipe = Recipe.of(settings);
        recipe.notices().forEach(notice -> err.println("chirpmill: " + notice));
        long rows = settings.numSamplesOr(numberOfSamples());
        CompressionStage stage = CompressionStage.of(settings, settingsOption.file());
        WaveformTask task = recipe.task(seed, precision, backend.provider(chirpmill.verbose(), err),
            accuracy.asked(settings).orElse(Accuracy.DEFAULT));
        accuracy.difference(settings, task).ifPresent(difference -> err.println("chirpmill: " + difference));
        WaveformTask planned = stage.planned(task);
        Schedule schedule = schedules.schedule(planned, rows);
        try {
            new FirstRow(settings, task).requireUsable();
            if (dryRun) {
                new RunPlan(recipe, stage, planned, rows, schedule, out).print(spec.commandLine().getOut());
            } else {
                if (!resume || force) {
                    double bytes = rows * (double) planned.bytesPerRow() + stage.basisBytes(planned);
                    DatasetWriter.requireBeginnable(out, force, (long) bytes);
                }
                Compression compression = stage.with(basis(recipe, stage, task, err));
                generate(recipe, compression, CompressionStage.applied(compression, task), rows, err);
            }
        } catch (UnusableRowException | UnsatisfiedConstraintsException unusable) {
            throw refusal(settings, unusable);
        }
        return 0;
    }

    /** What rows are projected on: given, or used by the run that is continued, or trained now. */
    private Optional<SvdBasis> basis(Recipe recipe, CompressionStage stage, WaveformTask task, PrintWriter err)
            throws IOException, InterruptedException {
        boolean isContinued = resume && !force;
        if (stage.training().isEmpty()) {
            return stage.given();
        }
        Optional<SvdBasis> settled =
            isContinued ? CompressionStage.settled(out, task.frame().grid().bins()) : Optional.empty();
        return settled.isPresent() ? settled : Optional.of(stage.trained(recipe, task, schedules, err));
    }

    private void generate(Recipe recipe, Compression compression, WaveformTask task, long rows, PrintWriter err)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        DatasetHeader header = header(recipe, compression, task, rows);
        Optional<DatasetWriter> opened = resume && !force
            ? DatasetWriter.resume(out, header, compression.basis())
            : Optional.of(DatasetWriter.create(out, header, compression.basis(), force));
        if (opened.isEmpty()) {
            err.println("chirpmill: " + out + " is complete already.");
            return;
        }
        try (DatasetWriter writer = opened.get()) {
            long first = writer.firstMissingRow();
            if (first > 0) {
                err.printf("chirpmill: %,d of %,d rows are there already.%n", first, rows);
            }
            Schedule schedule = schedules.schedule(task, rows - first);
            backend.choice(task.backend()).ifPresent(line -> err.println("chirpmill: " + line + "."));
            RowTally tally = new RowTally(writer);
            RunProfile timeline = new RunProfile(tally);
            try (InterruptHint _ = new InterruptHint(err);
                ProgressReport progress = ProgressReport.start(first, rows, err)) {
                new Pipeline(task, schedule, timeline.clocks()).run(first, rows, timeline.sink(), progress::advance);
            } catch (UnusableRowException | UnsatisfiedConstraintsException unusable) {
                // The same settings and seed come to the same row again: what is there is of no use.
                writer.discard();
                throw unusable;
            } catch (DeviceFailureException failed) {
                throw new DeviceFailureException(Failures.withoutFullStop(failed.getMessage())
                    + "; what was written stays: the same command with --resume goes on from there", failed);
            }
            if (profile && rows > first) {
                timeline.print(rows - first, schedule.threads(), err);
            }
            Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
            Map<String, String> closing = new LinkedHashMap<>();
            closing.put("wall_seconds", String.valueOf(elapsed.toNanos() * 1e-9));
            closing.put("rows_in_this_run", String.valueOf(rows - first));
            if (!tally.remarks().isEmpty()) {
                closing.put("remarks_in_this_run", tally.remarks());
            }
            writer.finish(closing);
            tally.report(err);
            summarize(task, schedule, rows, first, System.nanoTime() - began, err);
        }
    }

    private void summarize(
            WaveformTask task, Schedule schedule, long rows, long first, long nanoseconds, PrintWriter err) {
        double seconds = nanoseconds * 1e-9;
        int bins = task.frame().grid().bins();
        String size = task.columns() == bins ? String.format("%,d bins", bins)
            : String.format("%,d bins, kept as %,d coefficients,", bins, task.columns());
        err.printf("chirpmill: %,d %s waveforms of %s in %s: %,d rows in %.1f s (%,.0f/s) on %d %s, %s, %s.%n",
            rows, task.model().approximant(), size, out, rows - first, seconds,
            (rows - first) / seconds, schedule.threads(), schedule.threads() == 1 ? "thread" : "threads",
            task.backend().name(), task.accuracy());
        err.flush();
    }

    private DatasetHeader header(Recipe recipe, Compression compression, WaveformTask task, long rows) {
        SettingsTree stored = accuracy.stored(recipe.stored(), task).with("num_samples", rows);
        Map<String, String> origin = new LinkedHashMap<>();
        origin.put("seed", String.valueOf(seed));
        origin.put("code_version", VersionText.version());
        origin.put("backend", task.backend().name());
        origin.put("accuracy", task.accuracy().toString());
        origin.putAll(compression.fingerprints());
        String device = task.backend().devices().isEmpty() ? "" : ", " + task.backend().description();
        Map<String, String> provenance = Map.of("hardware", Machine.description() + device);
        return new DatasetHeader(recipe.prior().columns(), rows, task.columns(), precision,
            stored.toPythonLiteral(), "chirpmill=" + VersionText.version(), origin, provenance);
    }

    /** Settings of which some row cannot be made: says so with file and line. */
    static SettingsException refusal(DatasetSettings settings, RuntimeException unusable) {
        String complaint = Failures.withoutFullStop(unusable.getMessage());
        return unusable instanceof UnsatisfiedConstraintsException constraints
            ? settings.priorRefusal(constraints.key(), complaint)
            : settings.tree().refusal(settings.priorKey(), complaint);
    }

    private OptionalLong numberOfSamples() {
        if (numSamples == null) {
            return OptionalLong.empty();
        }
        if (numSamples < 1) {
            throw new ParameterException(
                spec.commandLine(), "--num-samples is " + numSamples + " but must be a whole number, 1 or more");
        }
        return OptionalLong.of(numSamples);
    }
}
