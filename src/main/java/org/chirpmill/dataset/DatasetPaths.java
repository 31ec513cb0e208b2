package org.chirpmill.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The files of a run, all in one directory so that the last step can be a rename.
 *
 * @param target the finished dataset; what stands under this name is always complete
 * @param part the unfinished one
 * @param journal what is complete in the unfinished one
 */
record DatasetPaths(Path target, Path part, Path journal) {
    /** The files of a run for {@code target}. Refuses a path without a name, such as an empty one or a root. */
    static DatasetPaths of(Path target) throws DatasetException {
        if (target.getFileName() == null || target.toString().isEmpty()) {
            throw new DatasetException("'" + target + "' names no file.");
        }
        String name = target.getFileName().toString();
        return new DatasetPaths(target, target.resolveSibling(name + ".part"),
            target.resolveSibling(name + ".part.journal"));
    }

    Path directory() {
        return target.toAbsolutePath().getParent();
    }

    /** Refuses a directory that does not exist or cannot be written. */
    void requireWritableDirectory() throws DatasetException {
        if (Files.isDirectory(target)) {
            throw new DatasetException(target + " is a directory: name a file in it.");
        }
        if (!Files.isDirectory(directory())) {
            throw new DatasetException("The directory of " + target + " does not exist: create " + directory()
                + " first.");
        }
        if (!Files.isWritable(directory())) {
            throw new DatasetException(target + " cannot be written: there is no permission to write into "
                + directory() + ".");
        }
    }

    /** Refuses a run that needs more space than there is. */
    void requireSpace(long neededBytes, long freeBytes) throws DatasetException {
        if (neededBytes > freeBytes) {
            throw new DatasetException(target + " needs " + readable(neededBytes) + ", but only "
                + readable(freeBytes) + " are free in " + directory()
                + ": write to another place with --out or ask for fewer rows with --num-samples.");
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
