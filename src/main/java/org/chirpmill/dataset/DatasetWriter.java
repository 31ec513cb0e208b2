package org.chirpmill.dataset;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chirpmill.engine.Batch;
import org.chirpmill.engine.BatchSink;
import org.chirpmill.engine.Rejection;

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
    /** Longer reasons are cut, since the file keeps as many bytes for each. */
    private static final int LONGEST_REASON = 200;

    private final DatasetPaths paths;
    private final WriterEnvironment environment;
    private final Journal journal;
    private final DatasetHeader header;
    private final boolean overwrite;
    private final Skeleton skeleton;
    private final FileChannel channel;
    private final CompletedRows rows;
    private final Checkpoints checkpoints;

    private DatasetWriter(DatasetPaths paths, WriterEnvironment environment, Journal journal, DatasetHeader header)
            throws IOException {
        JournalOpening opening = journal.opening().orElseThrow();
        this.paths = paths;
        this.environment = environment;
        this.journal = journal;
        this.header = header;
        this.overwrite = opening.overwrite();
        this.skeleton = opening.skeleton();
        this.channel = FileChannel.open(paths.part(), StandardOpenOption.WRITE);
        this.rows = new CompletedRows(journal.leadingRows());
        this.checkpoints = new Checkpoints(environment);
    }

    /**
     * Begins a dataset.
     *
     * @param target the file that is to be; its directory must exist
     * @param overwrite whether {@code target} may be replaced when the new one is complete, and an unfinished run for
     *     it thrown away now
     * @throws DatasetException where the target or an unfinished run exists and may not be replaced, where another
     *     process is writing it, and where the directory cannot be written or lacks the space; nothing is changed then
     */
    public static DatasetWriter create(Path target, DatasetHeader header, boolean overwrite) throws IOException {
        return create(target, header, overwrite, WriterEnvironment.standard());
    }

    static DatasetWriter create(Path target, DatasetHeader header, boolean overwrite, WriterEnvironment environment)
            throws IOException {
        DatasetPaths paths = DatasetPaths.of(target);
        paths.requireWritableDirectory();
        if (!overwrite && Files.exists(paths.target())) {
            throw new DatasetException(target + " exists: replace it with --force or choose another name with --out.");
        }
        if (!overwrite && Files.exists(paths.part())) {
            throw new DatasetException(paths.part() + " exists from an unfinished run: continue it with --resume or "
                + "start anew with --force.");
        }
        long freed = Files.exists(paths.part()) ? Files.size(paths.part()) : 0;
        paths.requireSpace(header.dataBytes(), environment.space().bytes(paths.directory()) + freed);
        Journal journal = Journal.open(paths.journal());
        try {
            return begin(paths, header, overwrite, environment, journal);
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    /**
     * Continues an unfinished run, or begins one where there is none.
     *
     * @return the writer, which wants the rows from {@link #firstMissingRow}; empty where {@code target} is already
     *     complete and is what {@code header} asks for
     * @throws DatasetException where the run or the complete dataset was made from another header, naming the first
     *     difference, where another process is writing it, and where {@link #create} would refuse
     */
    public static Optional<DatasetWriter> resume(Path target, DatasetHeader header) throws IOException {
        return resume(target, header, WriterEnvironment.standard());
    }

    static Optional<DatasetWriter> resume(Path target, DatasetHeader header, WriterEnvironment environment)
            throws IOException {
        DatasetPaths paths = DatasetPaths.of(target);
        paths.requireWritableDirectory();
        if (!Files.exists(paths.journal())) {
            if (Files.exists(paths.part())) {
                throw new DatasetException(paths.part() + " has lost its journal " + paths.journal().getFileName()
                    + ", so nobody knows which rows are complete: start anew with --force.");
            }
            if (Files.exists(target)) {
                requireSame(target, header);
                return Optional.empty();
            }
            return Optional.of(create(target, header, false, environment));
        }
        Journal journal = Journal.open(paths.journal());
        try {
            journal.replay();
            Optional<DatasetWriter> writer = resume(paths, header, environment, journal);
            if (writer.isEmpty()) {
                journal.delete();
            }
            return writer;
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    private static Optional<DatasetWriter> resume(DatasetPaths paths, DatasetHeader header,
            WriterEnvironment environment, Journal journal) throws IOException {
        Optional<JournalOpening> opening = journal.opening();
        boolean finished = Files.exists(paths.target()) && (opening.isEmpty() || !Files.exists(paths.part()));
        if (finished) {
            requireSame(paths.target(), header);
            return Optional.empty();
        }
        if (opening.isEmpty() || !Files.exists(paths.part())) {
            paths.requireSpace(header.dataBytes(), environment.space().bytes(paths.directory()));
            return Optional.of(begin(paths, header, false, environment, journal));
        }
        Optional<String> difference = opening.get().header().firstDifference(header);
        if (difference.isPresent()) {
            throw new DatasetException(paths.part() + " cannot be continued: " + difference.get()
                + "; repeat the first run's settings and options, or start anew with --force.");
        }
        if (Files.size(paths.part()) < opening.get().skeleton().fileBytes()) {
            throw new DatasetException(paths.part() + " is shorter than it was left: start anew with --force.");
        }
        requireUnoccupied(paths, opening.get().overwrite());
        return Optional.of(new DatasetWriter(paths, environment, journal, opening.get().header()));
    }

    private static DatasetWriter begin(DatasetPaths paths, DatasetHeader header, boolean overwrite,
            WriterEnvironment environment, Journal journal) throws IOException {
        WriterEnvironment.StepListener steps = environment.steps();
        try {
            journal.clear();
            steps.stepDone("journal cleared");
            Files.deleteIfExists(paths.part());
            steps.stepDone("old part deleted");
            Skeleton skeleton = Skeleton.create(paths.part(), header);
            steps.stepDone("part created");
            try (FileChannel channel = FileChannel.open(paths.part(), StandardOpenOption.WRITE)) {
                Skeleton.markUnfinished(channel);
                channel.force(true);
            }
            DiskSync.directoryOf(paths.part());
            steps.stepDone("part marked as unfinished");
            journal.begin(new JournalOpening(header, overwrite, skeleton));
            steps.stepDone("journal begun");
            return new DatasetWriter(paths, environment, journal, header);
        } catch (IOException e) {
            Files.deleteIfExists(paths.part());
            journal.delete();
            throw new IOException("could not begin " + paths.target() + ": " + reason(e), e);
        }
    }

    private static void requireSame(Path target, DatasetHeader header) throws IOException {
        try (DatasetReader complete = DatasetReader.open(target)) {
            Optional<String> difference = complete.header(header.origin().keySet()).firstDifference(header);
            if (difference.isPresent()) {
                throw new DatasetException(target + " is complete, but not what is asked for: " + difference.get()
                    + "; replace it with --force or choose another name with --out.");
            }
        }
    }

    private static void requireUnoccupied(DatasetPaths paths, boolean overwrite) throws DatasetException {
        if (!overwrite && Files.exists(paths.target())) {
            throw new DatasetException(paths.target() + " has appeared since this run began and is not replaced: move "
                + "it away and continue with --resume.");
        }
    }

    /** The first row that is not known to be complete; all before it are. Equal to the number of rows at the end. */
    public long firstMissingRow() {
        return rows.leading();
    }

    /**
     * Writes a batch's rows.
     *
     * @throws IllegalArgumentException where the batch does not fit the header or repeats rows
     * @throws IOException where the rows could not be stored; what is recorded stays good for {@link #resume}
     */
    @Override
    public void accept(Batch batch) throws IOException {
        long first = batch.firstRow();
        long end = first + batch.count();
        requireFitting(batch, first, end);
        rows.requireMissing(first, end);
        try {
            PositionedWrites.write(channel, batch.parameters(),
                skeleton.parameters().offset() + first * header.parameterRowBytes());
            environment.steps().stepDone("parameters written");
            long offset = first * header.polarizationRowBytes();
            PositionedWrites.write(channel, batch.plus(), skeleton.plus().offset() + offset);
            environment.steps().stepDone("h_plus written");
            PositionedWrites.write(channel, batch.cross(), skeleton.cross().offset() + offset);
            environment.steps().stepDone("h_cross written");
            rows.add(first, end, batch.rejections().stream().map(DatasetWriter::shortened).toList());
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
                || batch.precision() != header.precision() || first < 0 || end > header.rows()) {
            throw new IllegalArgumentException("rows " + first + " to " + (end - 1) + " of " + batch.bins() + " bins, "
                + batch.parameterCount() + " parameters, " + batch.precision() + " do not fit a dataset of "
                + header.rows() + " rows of " + header.bins() + " bins, " + header.columns().size() + " parameters, "
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
        if (reason.length() <= LONGEST_REASON) {
            return rejection;
        }
        return new Rejection(rejection.row(), rejection.attempt(), reason.substring(0, LONGEST_REASON - 3) + "...");
    }

    private void startCheckpoint() throws IOException {
        long leading = rows.leading();
        List<Rejection> settled = rows.takeSettledRejections();
        checkpoints.start(() -> {
            channel.force(false);
            journal.advance(leading, settled);
            environment.steps().stepDone("checkpoint");
            return null;
        });
    }

    /** Synchronizes and records what is complete now. */
    private void checkpointNow() throws IOException {
        checkpoints.await();
        if (rows.leading() > journal.leadingRows()) {
            startCheckpoint();
            checkpoints.await();
        }
    }

    /**
     * Completes the dataset: afterwards it stands at the target's name and nothing else is left.
     *
     * @param closing further attributes for {@code /chirpmill}, known only now, such as the time that the run took
     * @throws IllegalStateException where rows are missing
     * @throws IOException where it could not be completed; {@link #resume} and another call then repeat this
     */
    public void finish(Map<String, String> closing) throws IOException {
        if (rows.leading() < header.rows()) {
            throw new IllegalStateException("row " + rows.leading() + " of " + header.rows() + " is missing");
        }
        try {
            checkpointNow();
            skeleton.restore(channel);
            environment.steps().stepDone("skeleton restored");
            FinalMetadata.write(paths.part(), header, closing, journal);
            environment.steps().stepDone("metadata written");
            channel.force(true);
            channel.close();
            requireUnoccupied(paths, overwrite);
            move(paths.part(), paths.target());
            environment.steps().stepDone("part renamed");
            DiskSync.directoryOf(paths.target());
            journal.delete();
            environment.steps().stepDone("journal deleted");
        } catch (DatasetException e) {
            throw e;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private IOException failure(IOException e) {
        return new IOException("could not write " + paths.part() + " (" + reason(e) + "): mend that, then "
            + "--resume continues from row " + journal.leadingRows() + ".", e);
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /**
     * Throws the unfinished run away, for one that no resuming could complete; a dataset that it was to replace stays.
     */
    public void discard() throws IOException {
        try {
            checkpoints.await();
        } finally {
            channel.close();
            Files.deleteIfExists(paths.part());
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
