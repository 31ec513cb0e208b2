package org.chirpmill.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.chirpmill.rows.Remedy;

/**
 * The files of a run, all in one directory so that the last step can be a rename.
 *
 * @param target the finished dataset, no symbolic link; what stands under this name is always complete
 * @param part the unfinished one
 * @param journal what is complete in the unfinished one
 */
record DatasetPaths(Path target, Path part, Path journal) {
    /** As many as Linux follows. */
    private static final int LONGEST_CHAIN_OF_LINKS = 40;

    /**
     * The files of a run for {@code target}, or for what it leads to where it is a symbolic link, as all writing does.
     *
     * @throws DatasetException where it is a path without a name, such as an empty one or a root, or anything but an
     *     ordinary file: no option makes a dataset replace a directory, a device or a pipe
     */
    static DatasetPaths of(Path target) throws IOException {
        Path file = followed(target);
        if (file.getFileName() == null || file.toString().isEmpty()) {
            throw new DatasetException("'" + file + "' names no file.");
        }
        if (Files.isDirectory(target)) {
            throw new DatasetException(target + " is a directory: name a file in it.");
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new DatasetException(target + " is no ordinary file and is not replaced", Remedy.OTHER_NAME);
        }
        String name = file.getFileName().toString();
        return new DatasetPaths(file, file.resolveSibling(name + ".part"),
            file.resolveSibling(name + ".part.journal"));
    }

    private static Path followed(Path target) throws IOException {
        Path file = target;
        for (int links = 0; Files.isSymbolicLink(file); links++) {
            if (links == LONGEST_CHAIN_OF_LINKS) {
                throw new DatasetException(target + " is a symbolic link that leads to no file.");
            }
            file = file.resolveSibling(Files.readSymbolicLink(file));
        }
        return file;
    }

    /** The basis that rows of the unfinished dataset are coefficients in, where they are. */
    Path basis() {
        return part.resolveSibling(part.getFileName() + ".basis");
    }

    Path directory() {
        return target.toAbsolutePath().getParent();
    }

    /** Refuses a directory that does not exist or cannot be written. */
    void requireWritableDirectory() throws DatasetException {
        if (!Files.isDirectory(directory())) {
            throw new DatasetException("The directory of " + target + " does not exist: create " + directory()
                + " first.");
        }
        if (!Files.isWritable(directory())) {
            throw new DatasetException(target + " cannot be written: there is no permission to write into "
                + directory() + ".");
        }
    }

    /** Refuses names of the run's own files under which something else stands. */
    void requireOwnNames() throws DatasetException {
        for (Path own : List.of(part, basis(), journal)) {
            if (isTaken(own) && !isOrdinaryFile(own)) {
                throw new DatasetException(own + " is no ordinary file, but a run that writes " + target.getFileName()
                    + " needs this name: move it away.");
            }
        }
    }

    /** Whether a finished file may take the target's name. Links count as they are, since they were not followed. */
    boolean isReplaceable(boolean overwrite) {
        return !isTaken(target) || overwrite && isOrdinaryFile(target);
    }

    private static boolean isTaken(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isOrdinaryFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Refuses a run that needs more space than there is. */
    void requireSpace(long neededBytes, long freeBytes) throws DatasetException {
        if (neededBytes > freeBytes) {
            throw new DatasetException(target + " needs " + readable(neededBytes) + ", but only "
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
