package org.chirpmill.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.chirpmill.files.DiskSync;
import org.chirpmill.rows.Remedy;

/**
 * The files of a run, all in one directory so that the last step can be a rename.
 *
 * @param output the finished dataset; what stands under its name is always complete
 * @param part the unfinished one
 * @param journal what is complete in the unfinished one
 */
record DatasetPaths(TargetFile output, Path part, Path journal) {
    /**
     * The files of a run for {@code target}, or for what it leads to where it is a symbolic link.
     *
     * @throws DatasetException where it can be no file's name or is anything but an ordinary file
     */
    static DatasetPaths of(Path target) throws IOException {
        return of(TargetFile.of(target));
    }

    static DatasetPaths of(TargetFile output) {
        Path part = output.file().resolveSibling(output.file().getFileName() + ".part");
        return new DatasetPaths(output, part, part.resolveSibling(part.getFileName() + ".journal"));
    }

    Path target() {
        return output.file();
    }

    /**
     * The part while it is laid out. It becomes {@link #part} once the journal tells of it, so that what has that name
     * was a run's from its first byte on.
     */
    Path layout() {
        return part.resolveSibling(part.getFileName() + ".layout");
    }

    /** The basis that rows of the unfinished dataset are coefficients in, where they are. */
    Path basis() {
        return part.resolveSibling(part.getFileName() + ".basis");
    }

    Path directory() {
        return output.directory();
    }

    /** Refuses a name that leaves no room for those of the run's other files, which are longer. */
    void requireNames() throws IOException {
        TargetFile.requireName(journal, target().getFileName() + " is too long a name for a dataset, since "
            + "files beside it have " + (journal.getFileName().toString().length()
            - target().getFileName().toString().length()) + " characters more while it is made");
    }

    /** Refuses to disturb a run that is writing at this moment, whatever is asked for. */
    void requireNoLivingRun() throws IOException {
        if (TargetFile.isOrdinaryFile(journal) && FirstBytes.of(journal).areOfAJournalToBe()) {
            Journal.requireUnlocked(journal);
        }
    }

    /** Whether a part or a journal stands there that a run left, to be gone on with or not. */
    boolean hasUnfinishedRun() throws IOException {
        return TargetFile.isTaken(part) && (FirstBytes.of(part).areOfAnUnfinishedPart() || areTaken());
    }

    /** Whether a run has taken the names of its files, as its journal shows. */
    private boolean areTaken() throws IOException {
        return FirstBytes.of(journal).areOfAJournal();
    }

    /**
     * Refuses names of the run's own files under which something stands that no run left there. A run takes all names
     * before it writes anything, and when none of them is another's: that shows in its journal, and the part shows it
     * too while rows are missing.
     */
    void requireOwnNames() throws IOException {
        for (Path own : List.of(part, layout(), basis(), journal)) {
            if (TargetFile.isTaken(own) && !TargetFile.isOrdinaryFile(own)) {
                throw notOurs(own, "is no ordinary file");
            }
        }
        if (Files.exists(journal) && !FirstBytes.of(journal).areOfAJournalToBe()) {
            throw notOurs(journal, "is no journal of Chirpmill");
        }
        boolean ours = areTaken();
        if (Files.exists(part) && !ours && !FirstBytes.of(part).areOfAnUnfinishedPart()) {
            throw notOurs(part, "is not from an unfinished run");
        }
        for (Path own : List.of(layout(), basis())) {
            if (Files.exists(own) && !ours && !Files.exists(part)) {
                throw notOurs(own, "is not from an unfinished run");
            }
        }
    }

    /** The same for a run that begins and so throws away what stands there. */
    void requireReplaceable() throws IOException {
        requireOwnNames();
        FirstBytes first = FirstBytes.of(part);
        if (Files.exists(part) && !first.areOfAnUnfinishedPart() && !first.areOfHdf5()) {
            throw notOurs(part, "is not what an unfinished run left there");
        }
    }

    private DatasetException notOurs(Path file, String problem) {
        return new DatasetException(file + " " + problem + ", but a run that writes " + target().getFileName()
            + " needs this name: move it away.");
    }

    /** Gives what was laid out its name, on the disk when this returns. */
    void nameLayout() throws IOException {
        Files.move(layout(), part, StandardCopyOption.ATOMIC_MOVE);
        DiskSync.directoryOf(part);
    }

    /** Deletes what a run leaves beside its journal, the part first: without it, the rest is worth nothing. */
    void deleteAllButTheJournal() throws IOException {
        Files.deleteIfExists(part);
        Files.deleteIfExists(layout());
        Files.deleteIfExists(basis());
    }

    /** Refuses a run that needs more space than there is. */
    void requireSpace(long neededBytes, long freeBytes) throws DatasetException {
        if (neededBytes > freeBytes) {
            throw new DatasetException(target() + " needs " + readable(neededBytes) + ", but only "
                + readable(freeBytes) + " are free in " + directory(), Remedy.OTHER_PLACE, Remedy.FEWER_ROWS);
        }
    }

    /** Refuses to go on with a run whose missing rows need more space than there is. */
    void requireSpaceToContinue(long neededBytes, long freeBytes) throws DatasetException {
        if (neededBytes > freeBytes) {
            throw new DatasetException(part + " needs " + readable(neededBytes) + " more, but only "
                + readable(freeBytes) + " are free in " + directory(), Remedy.MAKE_ROOM);
        }
    }

    private static String readable(long bytes) {
        if (bytes == Long.MAX_VALUE) {
            return "more than 9.2 EB";
        }
        String[] units = {"bytes", "kB", "MB", "GB", "TB", "PB", "EB"};
        int unit = 0;
        double value = bytes;
        while (value >= 999.95 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return unit == 0 ? bytes + " bytes" : String.format(Locale.ROOT, "%.1f %s", value, units[unit]);
    }
}
