package org.chirpmill.dataset;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.files.DiskSync;
import org.chirpmill.rows.Advice;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.BatchSink;
import org.chirpmill.rows.Rejection;
import org.chirpmill.rows.Remedy;
import org.chirpmill.rows.RowRange;

/**
 * Writes a dataset that dingo-gw loads, such that a kill or a power cut at any instant leaves nothing, or something
 * that {@link #resume} completes to the same bytes, or the finished file; under the target's name only the last.
 *
 * <p>Rows go to {@code TARGET.part}, which HDF5 lays out once and never opens again until all rows are in: a batch is
 * three plain writes at computed places, in any order, without a copy. About once a second the rows are synchronized
 * to the disk and then recorded in {@code TARGET.part.journal}, together with the rejections. At the end the bytes
 * outside of the rows, of which the journal has a copy, are restored, HDF5 adds the texts, and a rename makes the
 * dataset. Each of these steps can be repeated from its beginning. Until they begin, the file's signature is not
 * HDF5's, so nothing can take the part for a dataset.
 *
 * <p>One thread at a time. Memory does not grow with the number of rows.
 */
public final class DatasetWriter implements BatchSink, AutoCloseable {
    private final UnfinishedRun run;
    private final WriterEnvironment.StepListener steps;
    private final Journal journal;
    private final DatasetHeader header;
    private final Skeleton skeleton;
    private final FileChannel channel;
    private final RowRange range;
    private final CompletedRows rows;
    private final Checkpoints checkpoints;

    private DatasetWriter(UnfinishedRun run, WriterEnvironment environment) throws IOException {
        this.run = run;
        this.steps = environment.steps();
        this.journal = run.journal();
        this.header = run.opening().header();
        this.skeleton = run.opening().skeleton();
        this.range = header.origin().rows();
        this.rows = new CompletedRows(range.first() + journal.leadingRows());
        this.checkpoints = new Checkpoints(environment);
        try {
            this.channel =
                FileChannel.open(run.paths().part(), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            if (missingRows().count() > 0) {
                // It is HDF5 again where the journal lost its last records after all rows were in.
                Skeleton.markUnfinished(channel);
            }
        } catch (IOException e) {
            journal.close();
            throw e;
        }
    }

    /**
     * Begins a dataset.
     *
     * @param target the file that is to be, or a symbolic link to it; its directory must exist
     * @param overwrite whether {@code target} may be replaced when the new one is complete, and an unfinished run for
     *     it thrown away now
     * @throws DatasetException where the target or an unfinished run exists and may not be replaced, where another
     *     process is writing it, where the directory cannot be written or lacks the space, and where the target is
     *     no ordinary file
     */
    public static DatasetWriter create(Path target, DatasetHeader header, boolean overwrite) throws IOException {
        return create(target, header, Optional.empty(), overwrite);
    }

    /**
     * Begins a dataset of coefficients.
     *
     * @param basis what they are coefficients in; it is on the disk when this returns, and becomes part of the dataset
     */
    public static DatasetWriter create(Path target, DatasetHeader header, Optional<SvdBasis> basis, boolean overwrite)
            throws IOException {
        return create(target, header, basis, overwrite, WriterEnvironment.standard());
    }

    static DatasetWriter create(Path target, DatasetHeader header, boolean overwrite, WriterEnvironment environment)
            throws IOException {
        return create(target, header, Optional.empty(), overwrite, environment);
    }

    static DatasetWriter create(Path target, DatasetHeader header, Optional<SvdBasis> basis, boolean overwrite,
            WriterEnvironment environment) throws IOException {
        return new DatasetWriter(UnfinishedRun.begin(DatasetPaths.of(target), header, basis, overwrite, environment),
            environment);
    }

    /**
     * Refuses what {@link #create} would refuse of the names and for lack of space, before anything expensive is done.
     *
     * @param bytes what the dataset will take
     * @throws DatasetException where the target cannot be written, is taken and may not be replaced, or has no room
     */
    public static void requireBeginnable(Path target, boolean overwrite, long bytes) throws IOException {
        DatasetPaths paths = DatasetPaths.of(target);
        UnfinishedRun.requireBeginnable(paths, overwrite);
        UnfinishedRun.requireSpace(paths, bytes, WriterEnvironment.standard());
    }

    /**
     * The basis in which the rows of a complete dataset or an unfinished run are, which going on must use again.
     *
     * @return empty where there is neither, or no basis in it
     */
    public static Optional<SvdBasis> settledBasis(Path target) throws IOException {
        DatasetPaths paths = DatasetPaths.of(target);
        Optional<SvdBasis> unfinished = UnfinishedRun.settledBasis(paths);
        if (unfinished.isPresent() || !Files.exists(paths.target())) {
            return unfinished;
        }
        try (DatasetReader complete = DatasetReader.open(paths.target())) {
            return complete.basis();
        }
    }

    /**
     * Continues an unfinished run, or begins one where there is none.
     *
     * @return the writer, which wants the rows from {@link #missingRows}; empty where {@code target} is already
     *     complete and is what {@code header} asks for
     * @throws DatasetException where the run or the complete dataset was made from another header, naming the first
     *     difference, where another process is writing it, where the space for the missing rows is lacking, and
     *     where {@link #create} would refuse
     */
    public static Optional<DatasetWriter> resume(Path target, DatasetHeader header) throws IOException {
        return resume(target, header, Optional.empty());
    }

    /**
     * The same for coefficients.
     *
     * @param basis what they are coefficients in: {@link #settledBasis} where there is one already
     */
    public static Optional<DatasetWriter> resume(Path target, DatasetHeader header, Optional<SvdBasis> basis)
            throws IOException {
        return resume(target, header, basis, WriterEnvironment.standard());
    }

    static Optional<DatasetWriter> resume(Path target, DatasetHeader header, WriterEnvironment environment)
            throws IOException {
        return resume(target, header, Optional.empty(), environment);
    }

    static Optional<DatasetWriter> resume(Path target, DatasetHeader header, Optional<SvdBasis> basis,
            WriterEnvironment environment) throws IOException {
        Optional<UnfinishedRun> run = UnfinishedRun.find(DatasetPaths.of(target), header, basis, environment);
        return run.isPresent() ? Optional.of(new DatasetWriter(run.get(), environment)) : Optional.empty();
    }

    /**
     * The directory, absolute, that the files of a run for {@code target} would lie in, whether it exists or not: not
     * always the target's own, since symbolic links are followed.
     *
     * @throws DatasetException where the target is no name for an ordinary file
     */
    public static Path directoryOf(Path target) throws IOException {
        return DatasetPaths.of(target).directory();
    }

    /** The rows of the set that are not known to be complete; all before them are. */
    public RowRange missingRows() {
        return range.from(rows.leading());
    }

    /**
     * Writes a batch's rows, which follow each other.
     *
     * @throws IllegalArgumentException where the batch does not fit the header, jumps, or repeats rows
     * @throws IOException where the rows could not be stored; what is recorded stays good for {@link #resume}
     */
    @Override
    public void accept(Batch batch) throws IOException {
        long first = batch.row(0);
        long end = first + batch.count();
        long place = first - range.first();
        requireFitting(batch, first, end);
        rows.requireMissing(first, end);
        try {
            PositionedWrites.write(channel, batch.parameters(),
                skeleton.parameters().offset() + place * header.parameterRowBytes());
            steps.stepDone("parameters written");
            long offset = place * header.polarizationRowBytes();
            PositionedWrites.write(channel, batch.plus(), skeleton.plus().offset() + offset);
            steps.stepDone("h_plus written");
            PositionedWrites.write(channel, batch.cross(), skeleton.cross().offset() + offset);
            steps.stepDone("h_cross written");
            rows.add(first, end, batch.rejections().stream().map(DatasetWriter::shortened).toList(),
                batch.remarks());
            long bytes = batch.parameters().byteSize() + batch.plus().byteSize() + batch.cross().byteSize();
            if (checkpoints.dueAfter(bytes)) {
                startCheckpoint();
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private void requireFitting(Batch batch, long first, long end) {
        if (batch.bins() != header.bins() || batch.parameterCount() != header.columns().size()
                || batch.precision() != header.precision() || first < range.first() || end > range.end()
                || batch.row(batch.count() - 1) != end - 1) {
            throw new IllegalArgumentException("rows " + first + " to " + (end - 1) + " of " + batch.bins() + " bins, "
                + batch.parameterCount() + " parameters, " + batch.precision() + " do not fit a dataset of "
                + "rows " + range + " of " + header.bins() + " bins, " + header.columns().size() + " parameters, "
                + header.precision());
        }
        for (Rejection rejection : batch.rejections()) {
            if (rejection.row() < first || rejection.row() >= end) {
                throw new IllegalArgumentException("a batch of rows " + first + " to " + (end - 1)
                    + " brings a rejection of row " + rejection.row());
            }
        }
    }

    private static Rejection shortened(Rejection rejection) {
        String reason = rejection.reason();
        if (reason.length() <= JournalProgress.LONGEST_REASON) {
            return rejection;
        }
        return new Rejection(rejection.row(), rejection.attempt(),
            reason.substring(0, JournalProgress.LONGEST_REASON - 3) + "...");
    }

    private void startCheckpoint() throws IOException {
        long leading = rows.leading();
        List<Rejection> settled = rows.takeSettledRejections();
        Map<String, Long> remarks = rows.takeSettledRemarks();
        checkpoints.start(() -> {
            channel.force(false);
            journal.advance(leading - range.first(), settled, remarks);
            steps.stepDone("checkpoint");
            return null;
        });
    }

    /** Synchronizes and records what is complete now. */
    private void checkpointNow() throws IOException {
        checkpoints.await();
        if (rows.leading() - range.first() > journal.leadingRows()) {
            startCheckpoint();
            checkpoints.await();
        }
    }

    /** On how many rows of the whole dataset, pieces before {@link #resume} included, there was which remark. */
    public Map<String, Long> remarks() {
        return journal.remarks();
    }

    /**
     * Completes the dataset: afterwards it stands at the target's name and nothing else is left.
     *
     * @param closing further attributes for {@code /chirpmill}, known only now, such as the time that the run took
     * @throws IllegalStateException where rows are missing
     * @throws IOException where it could not be completed; {@link #resume} and another call then repeat this
     */
    public void finish(Map<String, String> closing) throws IOException {
        if (missingRows().count() > 0) {
            throw new IllegalStateException("row " + rows.leading() + " of rows " + range + " is missing");
        }
        try {
            checkpointNow();
            skeleton.restore(channel);
            steps.stepDone("skeleton restored");
            FinalMetadata.write(run.paths(), header, closing, journal);
            steps.stepDone("metadata written");
            channel.force(true);
            channel.close();
            run.requireUnoccupied();
            Files.move(run.paths().part(), run.paths().target(), StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
            steps.stepDone("part renamed");
            DiskSync.directoryOf(run.paths().target());
            if (Files.deleteIfExists(run.paths().basis())) {
                steps.stepDone("basis deleted");
            }
            journal.delete();
            steps.stepDone("journal deleted");
        } catch (DatasetException e) {
            throw e;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private IOException failure(IOException e) {
        return new WriteFailureException(new Advice(
            "could not write " + run.paths().part() + " (" + UnfinishedRun.reason(e) + ")", Remedy.MEND), e);
    }

    /**
     * Throws the unfinished run away, for one that no resuming could complete; a dataset that it was to replace stays.
     */
    public void discard() throws IOException {
        try {
            checkpoints.await();
        } finally {
            channel.close();
            run.paths().deleteAllButTheJournal();
            journal.delete();
        }
    }

    /** Lets go of the files. Without {@link #finish} before, the run can be resumed from where it stands. */
    @Override
    public void close() throws IOException {
        try (journal; channel) {
            if (channel.isOpen()) {
                checkpointNow();
            }
        }
    }
}
