package org.chirpmill.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder for datasets that are not kept; gone when closed, and when the process is told to stop. */
public final class ScratchFolder implements AutoCloseable {
    /** Files here lie in memory, so that a disk does not count. */
    private static final Path MEMORY = Path.of("/dev/shm");

    /** A dataset is never to fill a medium to the brim, least of all memory. */
    private static final double LARGEST_SHARE = 0.5;

    private static final int ATTEMPTS = 5;

    private final Path folder;
    private final Thread hook;

    private ScratchFolder(Path folder) {
        this.folder = folder;
        this.hook = new Thread(this::deleteAtLast);
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
    public void close() throws IOException {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            // Then it deletes once more what is gone.
        }
    }

    private void delete() throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    /** The same while a writer is being stopped, which may put a file in or take one away meanwhile. */
    private void deleteAtLast() {
        for (int attempt = 0; attempt < ATTEMPTS && Files.exists(folder); attempt++) {
            try {
                delete();
            } catch (IOException | UncheckedIOException busy) {
                // The next attempt finds what is left.
            }
        }
    }
}
