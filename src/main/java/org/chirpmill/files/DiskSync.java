package org.chirpmill.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Makes what is written survive a power cut. */
public final class DiskSync {
    private DiskSync() {}

    /** Puts a file's bytes on the disk. */
    public static void file(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Puts the names in a file's directory on the disk, where the system can do that. */
    public static void directoryOf(Path file) {
        try (FileChannel channel = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows cannot open directories and keeps their entries in order by itself.
        }
    }
}
