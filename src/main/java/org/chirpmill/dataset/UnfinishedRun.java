package org.chirpmill.dataset;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.files.DiskSync;
import org.chirpmill.rows.Remedy;

/**
 * A run's part and its locked journal, begun or found. Its beginning is in this order, which tells a later process how
 * far it came: the journal is there with nothing but its magic, which takes the names of all files; the basis is there
 * where there is one; the part is laid out under another name; the journal's opening is whole; the part has its name.
 * At the end, the part goes first, then the basis, then the journal. So where the part is, its journal told of it once,
 * and where the journal does not any more, rows may be lost with the part.
 *
 * @param paths the run's files
 * @param journal open and locked; the opening is in it
 */
record UnfinishedRun(DatasetPaths paths, Journal journal) {
    JournalOpening opening() {
        return journal.opening().orElseThrow();
    }

    /** Refuses names that cannot be written or, without {@code overwrite}, are taken. */
    static void requireBeginnable(DatasetPaths paths, boolean overwrite) throws IOException {
        paths.output().requireWritableDirectory();
        paths.requireNames();
        paths.requireNoLivingRun();
        paths.requireReplaceable();
        if (!overwrite && Files.exists(paths.target())) {
            throw new DatasetException(paths.target() + " exists", Remedy.REPLACE, Remedy.OTHER_NAME);
        }
        if (!overwrite && Files.exists(paths.part())) {
            throw new DatasetException(
                paths.part() + " exists from an unfinished run", Remedy.CONTINUE, Remedy.START_ANEW);
        }
    }

    /** Refuses a dataset of so many bytes where there is no room for it. */
    static void requireSpace(DatasetPaths paths, long bytes, WriterEnvironment environment) throws IOException {
        // What an old part frees is known only once it is gone; this is the most that it can be.
        long freed = Files.exists(paths.part()) ? Files.size(paths.part()) : 0;
        paths.requireSpace(bytes, environment.space().bytes(paths.directory()) + freed);
    }

    static UnfinishedRun begin(DatasetPaths paths, DatasetHeader header, Optional<SvdBasis> basis, boolean overwrite,
            WriterEnvironment environment) throws IOException {
        requireBeginnable(paths, overwrite);
        requireSpace(paths, neededBytes(header, basis), environment);
        Journal journal = Journal.open(paths.journal());
        try {
            return begin(paths, header, basis, overwrite, environment, journal);
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    /** The basis is there twice for a moment: beside the part and, at the end, in it. */
    private static long neededBytes(DatasetHeader header, Optional<SvdBasis> basis) {
        long bases = basis.map(vectors -> 2L * vectors.v().length * Double.BYTES).orElse(0L);
        return header.dataBytes() > Long.MAX_VALUE - bases ? Long.MAX_VALUE : header.dataBytes() + bases;
    }

    private static UnfinishedRun begin(DatasetPaths paths, DatasetHeader header, Optional<SvdBasis> basis,
            boolean overwrite, WriterEnvironment environment, Journal journal) throws IOException {
        WriterEnvironment.StepListener steps = environment.steps();
        try {
            // In this order, so that no kill leaves a part beside a journal that does not tell of it.
            paths.deleteAllButTheJournal();
            steps.stepDone("old part deleted");
            journal.clear();
            steps.stepDone("journal cleared");
            paths.requireSpace(neededBytes(header, basis), environment.space().bytes(paths.directory()));
            if (basis.isPresent()) {
                basis.get().create(paths.basis());
                DiskSync.file(paths.basis());
                steps.stepDone("basis written");
            }
            Skeleton skeleton = Skeleton.create(paths.layout(), header);
            steps.stepDone("part created");
            try (FileChannel channel = FileChannel.open(paths.layout(), StandardOpenOption.WRITE)) {
                Skeleton.markUnfinished(channel);
                channel.force(true);
            }
            DiskSync.directoryOf(paths.part());
            steps.stepDone("part marked as unfinished");
            journal.begin(new JournalOpening(header, overwrite, skeleton));
            steps.stepDone("journal begun");
            paths.nameLayout();
            steps.stepDone("part named");
            return new UnfinishedRun(paths, journal);
        } catch (IOException e) {
            paths.deleteAllButTheJournal();
            journal.delete();
            if (e instanceof DatasetException) {
                throw e;
            }
            throw new IOException("could not begin " + paths.target() + ": " + reason(e), e);
        }
    }

    /** What happened, naming files only that are gone; the system's exceptions do not all have a message. */
    static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException gone -> gone.getFile() + " is gone";
            case AccessDeniedException _ -> "permission denied";
            case FileSystemException failure when failure.getReason() != null -> failure.getReason();
            case FileSystemException failure -> failure.getClass().getSimpleName();
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }

    /** The run to go on with; empty where the target is complete and from the same header. */
    static Optional<UnfinishedRun> find(DatasetPaths paths, DatasetHeader header, Optional<SvdBasis> basis,
            WriterEnvironment environment) throws IOException {
        paths.output().requireWritableDirectory();
        paths.requireNames();
        paths.requireOwnNames();
        if (!Files.exists(paths.journal())) {
            requireNoPart(paths, "is missing");
            if (Files.exists(paths.target())) {
                requireSame(paths, header);
                return Optional.empty();
            }
            return Optional.of(begin(paths, header, basis, false, environment));
        }
        Journal journal = Journal.open(paths.journal());
        try {
            boolean begun = isBegun(paths, journal);
            Optional<UnfinishedRun> run = begun ? Optional.of(new UnfinishedRun(paths, journal))
                : beginUnlessComplete(paths, header, basis, environment, journal);
            if (begun) {
                run.get().requireContinuable(header, environment);
            } else if (run.isEmpty()) {
                paths.deleteAllButTheJournal();
                journal.delete();
            }
            return run;
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    private static Optional<UnfinishedRun> beginUnlessComplete(DatasetPaths paths, DatasetHeader header,
            Optional<SvdBasis> basis, WriterEnvironment environment, Journal journal) throws IOException {
        if (Files.exists(paths.target())) {
            requireSame(paths, header);
            return Optional.empty();
        }
        return Optional.of(begin(paths, header, basis, false, environment, journal));
    }

    /** Whether there is a part and all is known of it; refuses one of which nothing is known. */
    private static boolean isBegun(DatasetPaths paths, Journal journal) throws IOException {
        journal.replay();
        if (journal.opening().isEmpty()) {
            requireNoPart(paths, journal.silence());
            return false;
        }
        // Rows are recorded once the part has its name. A journal that counts some has lost its part.
        if (!Files.exists(paths.part()) && Files.exists(paths.layout()) && journal.leadingRows() == 0) {
            paths.nameLayout();
        }
        return Files.exists(paths.part());
    }

    /** What a part holds is not given up because its journal does not tell what that is. */
    private static void requireNoPart(DatasetPaths paths, String silence) throws DatasetException {
        if (Files.exists(paths.part())) {
            throw new DatasetException(paths.part() + " is an unfinished run, but its journal "
                + paths.journal().getFileName() + ", which tells how many rows are complete, " + silence
                + ", so it cannot be continued", Remedy.START_ANEW, Remedy.OTHER_NAME);
        }
    }

    /** The basis that a continued run's rows must be coefficients in; empty where there is no run or no basis. */
    static Optional<SvdBasis> settledBasis(DatasetPaths paths) throws IOException {
        paths.requireOwnNames();
        if (!Files.exists(paths.journal())) {
            requireNoPart(paths, "is missing");
            return Optional.empty();
        }
        try (Journal journal = Journal.open(paths.journal())) {
            if (!isBegun(paths, journal)) {
                return Optional.empty();
            }
            UnfinishedRun run = new UnfinishedRun(paths, journal);
            run.requireBasis();
            return Files.exists(paths.basis()) ? Optional.of(SvdBasis.read(paths.basis())) : Optional.empty();
        }
    }

    private void requireContinuable(DatasetHeader header, WriterEnvironment environment) throws IOException {
        Optional<String> difference = opening().header().firstDifference(header);
        if (difference.isPresent()) {
            throw new DatasetException(paths.part() + " cannot be continued: " + difference.get(),
                Remedy.SAME_CHOICES, Remedy.START_ANEW);
        }
        requireOwnPart();
        requireUnoccupied();
        requireBasis();
        requireOwnLayout(environment);
        requireSpace(environment);
    }

    /** Refuses a part that is not as long or does not hold the rows that its journal says. */
    private void requireOwnPart() throws IOException {
        Skeleton skeleton = opening().skeleton();
        if (Files.size(paths.part()) < skeleton.fileBytes()) {
            throw new DatasetException(paths.part() + " is shorter than it was left", Remedy.START_ANEW);
        }
        FirstBytes first = FirstBytes.of(paths.part());
        // Once all rows are in, the bytes around them are written again, whatever they are.
        boolean rowsAreMissing = journal.leadingRows() < opening().header().rows();
        if (rowsAreMissing && !first.areOfAnUnfinishedPart() && !first.areOfHdf5()) {
            throw new DatasetException(paths.part() + " is not what an unfinished run left there",
                Remedy.MOVE_AWAY);
        }
        if (!skeleton.holdsRows(paths.part(), opening().header(), journal.leadingRows())) {
            throw new DatasetException(paths.part() + " lacks rows that its journal " + paths.journal().getFileName()
                + " counts", Remedy.START_ANEW, Remedy.OTHER_NAME);
        }
    }

    private void requireBasis() throws DatasetException {
        if (opening().header().origin().hasBasis() && !Files.exists(paths.basis())) {
            throw new DatasetException(paths.part() + " has lost its basis " + paths.basis().getFileName()
                + ", so its coefficients mean nothing", Remedy.START_ANEW);
        }
    }

    /**
     * Refuses a journal whose copy of the bytes around the rows is not what HDF5 writes there: they are put back at the
     * end and read by the HDF5 library, which trusts what it reads. They are laid out once more to be compared, which
     * takes no room but where files are not sparse; there the lengths that the journal was checked for must do.
     */
    private void requireOwnLayout(WriterEnvironment environment) throws IOException {
        Files.deleteIfExists(paths.layout());
        if (environment.space().isReserved(paths.directory())) {
            return;
        }
        try {
            if (!Skeleton.create(paths.layout(), opening().header()).equalsBytewise(opening().skeleton())) {
                throw new DatasetException(paths.journal() + " is damaged, for the layout in it is not that of "
                    + paths.part().getFileName(), Remedy.START_ANEW, Remedy.OTHER_NAME);
            }
        } finally {
            Files.deleteIfExists(paths.layout());
        }
    }

    /** Refuses to go on where the missing rows do not fit. */
    private void requireSpace(WriterEnvironment environment) throws IOException {
        WriterEnvironment.FreeSpace space = environment.space();
        if (space.isReserved(paths.directory())) {
            return;
        }
        DatasetHeader header = opening().header();
        long recorded = journal.leadingRows();
        // A kill comes while one checkpoint is running and the next one's rows are gathering, and hardly later.
        long perhapsUnrecorded = 2 * environment.checkpointBytes() / header.rowBytes();
        long unrecorded = opening().skeleton().writtenRows(paths.part(), header, recorded,
            Math.min(header.rows(), recorded + perhapsUnrecorded));
        paths.requireSpaceToContinue(header.dataBytes(recorded + unrecorded), space.bytes(paths.directory()));
    }

    private static void requireSame(DatasetPaths paths, DatasetHeader header) throws IOException {
        try (DatasetReader complete = DatasetReader.open(paths.target())) {
            Optional<String> difference = complete.origin().isEmpty()
                ? Optional.of("its seed is unknown, not " + header.origin().seed())
                : complete.header(complete.origin().get()).firstDifference(header);
            if (difference.isPresent()) {
                throw new DatasetException(paths.target() + " is complete, but not what is asked for: "
                    + difference.get(), Remedy.REPLACE, Remedy.OTHER_NAME);
            }
        }
    }

    /** Refuses to replace a file that came to the target's name since the run began. */
    void requireUnoccupied() throws DatasetException {
        if (!paths.output().isReplaceable(opening().overwrite())) {
            throw new DatasetException(paths.target() + " has appeared since this run began and is not replaced",
                Remedy.MOVE_AWAY);
        }
    }
}
