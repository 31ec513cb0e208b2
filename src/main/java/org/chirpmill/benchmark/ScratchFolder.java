package org.chirpmill.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder for datasets that nobody keeps; gone when closed, and when the process is told to stop. */
public final class ScratchFolder implements AutoCloseable {
    /** Files here lie in memory, so that a disk does not count. */
    private static final Path MEMORY = Path.of("/dev/shm");

    /** A dataset is never to fill a medium to the brim, least of all memory. */
    private static final double LARGEST_SHARE = 0.5;

    private final Path folder;
    private final Thread hook;

    private ScratchFolder(Path folder) {
        this.folder = folder;
        this.hook = new Thread(this::delete);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * A new folder in {@code parent}; where none is named, in memory if there is room for {@code bytes}, else where the
     * system keeps temporary files.
     */
    public static ScratchFolder in(Optional<Path> parent, double bytes) throws IOException {
        return new ScratchFolder(parent.isPresent() ? Files.createTempDirectory(parent.get(), "chirpmill-benchmark-")
            : hasRoom(MEMORY, bytes) ? Files.createTempDirectory(MEMORY, "chirpmill-benchmark-")
            : Files.createTempDirectory("chirpmill-benchmark-"));
    }

    private static boolean hasRoom(Path parent, double bytes) throws IOException {
        return Files.isDirectory(parent) && Files.isWritable(parent)
            && bytes < LARGEST_SHARE * Files.getFileStore(parent).getUsableSpace();
    }

    /** The folder. */
    public Path path() {
        return folder;
    }

    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            // Then it deletes once more what is gone.
        }
    }

    /** Deletes what is there; a writer that is just being stopped may take a file away at the same time. */
    private void delete() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> leavesFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : leavesFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
