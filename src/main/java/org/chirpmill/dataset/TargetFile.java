package org.chirpmill.dataset;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.chirpmill.rows.Remedy;

/**
 * A file that is to be written under a name of the user's choice.
 *
 * @param file where it goes, no symbolic link
 */
public record TargetFile(Path file) {
    /** As many as Linux follows. */
    private static final int LONGEST_CHAIN_OF_LINKS = 40;

    /**
     * The file of that name, or what it leads to where it is a symbolic link, as all writing does.
     *
     * @throws DatasetException where it is a path without a name, such as an empty one or a root, or anything but an
     *     ordinary file: no option makes anything replace a directory, a device or a pipe
     */
    public static TargetFile of(Path target) throws IOException {
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
        return new TargetFile(file);
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

    Path directory() {
        return file.toAbsolutePath().getParent();
    }

    /**
     * Refuses what stands in the way of writing the file in one go; asked before any work is done and once more at the
     * end of it. What an unfinished run is to become is its own: who writes something else there would have the run
     * refused, or replace by it what was written.
     */
    public void requireWritable(boolean overwrite) throws IOException {
        requireWritableDirectory();
        if (!isReplaceable(overwrite)) {
            throw new DatasetException(file + " exists", Remedy.REPLACE, Remedy.OTHER_NAME);
        }
        DatasetPaths run = DatasetPaths.of(this);
        if (run.hasUnfinishedRun()) {
            throw new DatasetException(file + " is what an unfinished run, " + run.part().getFileName()
                + " beside it, is to become", Remedy.OTHER_NAME);
        }
    }

    /** Refuses a directory that does not exist or takes no files, which shows where one is made in it. */
    void requireWritableDirectory() throws IOException {
        if (!Files.isDirectory(directory())) {
            throw missingDirectory();
        }
        if (!Files.isWritable(directory())) {
            throw forbidden();
        }
        requireName(file, file.getFileName() + " is too long a name for a file");
        try {
            Files.delete(Files.createTempFile(directory(), ".chirpmill", null));
        } catch (AccessDeniedException denied) {
            throw forbidden();
        } catch (NoSuchFileException odd) {
            // As Linux answers under /proc.
            throw new DatasetException(file + " cannot be written: " + directory() + " takes no new files",
                Remedy.OTHER_PLACE);
        } catch (FileSystemException refused) {
            throw new DatasetException(file + " cannot be written: " + directory() + " takes no new files ("
                + refused.getReason() + ")", Remedy.OTHER_PLACE);
        }
    }

    private DatasetException forbidden() {
        return new DatasetException(file + " cannot be written: there is no permission to write into "
            + directory() + ".");
    }

    private DatasetException missingDirectory() {
        Path nearest = directory();
        while (!isTaken(nearest)) {
            nearest = nearest.getParent();
        }
        if (Files.isDirectory(nearest)) {
            return new DatasetException("The directory of " + file + " does not exist: create " + directory()
                + " first.");
        }
        return new DatasetException(file + " cannot be written: " + nearest
            + (Files.isSymbolicLink(nearest) ? " is a symbolic link that leads nowhere" : " is a file, no directory"),
            Remedy.OTHER_PLACE);
    }

    /** Refuses a name that the file system does not take, which it says of a file that is not there too. */
    static void requireName(Path path, String problem) throws IOException {
        try {
            Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException | AccessDeniedException free) {
            // What else there is to say of it, writing will say.
        } catch (FileSystemException unnamable) {
            throw new DatasetException(problem + " (" + unnamable.getReason() + ")", Remedy.OTHER_NAME);
        }
    }

    /** Whether a finished file may take the name. Links count as they are, since they were not followed. */
    boolean isReplaceable(boolean overwrite) {
        return !isTaken(file) || overwrite && isOrdinaryFile(file);
    }

    static boolean isTaken(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    static boolean isOrdinaryFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }
}
