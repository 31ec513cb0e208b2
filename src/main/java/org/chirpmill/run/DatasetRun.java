package org.chirpmill.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.dataset.DatasetException;
import org.chirpmill.dataset.DatasetHeader;
import org.chirpmill.dataset.DatasetWriter;
import org.chirpmill.dataset.Origin;
import org.chirpmill.engine.DeviceFailureException;
import org.chirpmill.engine.Pipeline;
import org.chirpmill.engine.Schedule;
import org.chirpmill.engine.StageTally;
import org.chirpmill.engine.UnusableRowException;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.prior.UnsatisfiedConstraintsException;
import org.chirpmill.rows.BatchMemory;
import org.chirpmill.rows.Remedy;
import org.chirpmill.rows.RowOrder;
import org.chirpmill.rows.RowRange;

/**
 * Rows of a set, made into a file that dingo-gw loads.
 *
 * @param run what makes them
 * @param rows which
 * @param target the file
 * @param existing what becomes of one that is there
 */
public record DatasetRun(Run run, RowRange rows, Path target, ExistingFile existing) {
    /**
     * Refuses at once what {@link #make} would refuse of the target, before a basis is trained.
     *
     * @throws DatasetException where the target cannot be written, is taken and may not be replaced, or has no room
     */
    public void requireBeginnable() throws IOException {
        if (existing != ExistingFile.CONTINUED) {
            DatasetWriter.requireBeginnable(target, existing == ExistingFile.REPLACED,
                (long) run.diskBytes(rows.count()));
        }
    }

    /**
     * Makes all rows that are missing and completes the file. A kill at any instant leaves nothing, or something that
     * goes on with {@link ExistingFile#CONTINUED} to the same bytes.
     *
     * @param listener hears how far the run is, and no notices: {@link Run#notices}
     * @return empty where the file is complete already
     * @throws org.chirpmill.settings.SettingsException where some row cannot be made: the file is given up
     * @throws IOException where it cannot be written; what is there can be gone on with
     */
    public Optional<DatasetOutcome> make(RunListener listener) throws IOException, InterruptedException {
        requireBeginnable();
        Run ready = withBasis(listener);
        long began = System.nanoTime();
        DatasetHeader header = header(ready, rows);
        Optional<SvdBasis> basis = ready.compression().basis();
        Optional<DatasetWriter> opened = existing == ExistingFile.CONTINUED
            ? DatasetWriter.resume(target, header, basis)
            : Optional.of(DatasetWriter.create(target, header, basis, existing == ExistingFile.REPLACED));
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (DatasetWriter writer = opened.get()) {
            return Optional.of(fill(ready, writer, began, listener));
        }
    }

    /** With what rows are projected on: given, or used by the run that is continued, or trained now. */
    private Run withBasis(RunListener listener) throws IOException, InterruptedException {
        if (existing == ExistingFile.CONTINUED && run.compression().training().isPresent()) {
            Optional<SvdBasis> settled = DatasetWriter.settledBasis(target);
            if (settled.isPresent()) {
                requireFitting(settled.get());
                return run.with(settled.get());
            }
        }
        return run.trained(listener);
    }

    private void requireFitting(SvdBasis settled) throws DatasetException {
        int bins = run.task().grid().bins();
        if (settled.bins() != bins) {
            throw new DatasetException(target + " cannot be continued: its basis is one of " + settled.bins()
                + " frequency bins, not " + bins, Remedy.START_ANEW);
        }
    }

    private DatasetOutcome fill(Run ready, DatasetWriter writer, long began, RunListener listener)
            throws IOException, InterruptedException {
        RowRange missing = writer.missingRows();
        Schedule schedule = ready.schedule(missing.count());
        StageTally stages = new StageTally();
        TimedSink timed = new TimedSink(writer);
        RowTally tally = new RowTally(timed);
        Pipeline pipeline = ready.pipeline(schedule, stages);
        long first = System.nanoTime();
        listener.begin(RunStep.ROWS, missing.first() - rows.first(), rows.count());
        try {
            pipeline.run(missing, RowOrder.BY_COMPLETION, BatchMemory.OWN, tally, listener::advance);
        } catch (UnusableRowException | UnsatisfiedConstraintsException unusable) {
            // The same settings and seed come to the same row again: what is there is of no use.
            writer.discard();
            throw run.recipe().refusal(unusable);
        } catch (DeviceFailureException failed) {
            throw failed.with(Remedy.GO_ON);
        } finally {
            listener.end();
        }
        double rowSeconds = secondsSince(first);
        writer.finish(closing(missing, secondsSince(began)));
        return new DatasetOutcome(ready.keptTask(), schedule, missing.count(), secondsSince(began), stages.seconds(),
            rowSeconds, timed.seconds(), tally, writer.remarks());
    }

    private static Map<String, String> closing(RowRange made, double seconds) {
        Map<String, String> closing = new LinkedHashMap<>();
        closing.put("wall_seconds", String.valueOf(seconds));
        closing.put("rows_in_this_run", String.valueOf(made.count()));
        return closing;
    }

    private static double secondsSince(long began) {
        return (System.nanoTime() - began) * 1e-9;
    }

    /** What a dataset of these rows says of itself. */
    public static DatasetHeader header(Run run, RowRange rows) {
        WaveformTask task = run.keptTask();
        Origin origin = new Origin(run.choices().seedOf(run.recipe().settings()), Version.text(),
            task.backend().name(), task.accuracy(), rows, run.compression().fingerprints());
        String device = task.backend().devices().isEmpty() ? "" : ", " + task.backend().description();
        return new DatasetHeader(run.recipe().prior().columns(), task.columns(), task.precision(),
            run.choices().stored(run.recipe(), task).with("num_samples", rows.count()).toPythonLiteral(),
            Version.writer(), origin, Map.of("hardware", Machine.description() + device));
    }
}
