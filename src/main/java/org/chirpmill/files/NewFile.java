package org.chirpmill.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * A file that is being written beside the name that it is to have. It lies in a folder made for it, whose name nobody
 * else has, so that no file of another run or of the user is in its way; both are gone when this is closed.
 */
public final class NewFile implements AutoCloseable {
    private static final String FOLDER = ".chirpmill";

    private final Path path;

    private NewFile(Path path) {
        this.path = path;
    }

    /** Makes room for one in the directory of {@code target}, from where a rename reaches it. */
    public static NewFile beside(Path target) throws IOException {
        Path directory = target.toAbsolutePath().getParent();
        try {
            return new NewFile(Files.createTempDirectory(directory, FOLDER).resolve(target.getFileName()));
        } catch (NoSuchFileException e) {
            throw new NoSuchFileException(directory.toString());
        } catch (AccessDeniedException e) {
            throw new AccessDeniedException(directory.toString());
        }
    }

    /** Where to write it; nothing is there yet. */
    public Path path() {
        return path;
    }

    /** Lets those write, read and run it who may do so with another, where the system tells that of files. */
    public void allowAs(Path other) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(path, Files.getPosixFilePermissions(other));
        }
    }

    /**
     * Gives it the name, in place of whatever has it. What was written is on the disk before, so that no power cut
     * leaves half of it there.
     */
    public void replace(Path target) throws IOException {
        DiskSync.file(path);
        Files.move(path, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        DiskSync.directoryOf(target);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
        Files.deleteIfExists(path.getParent());
    }
}
