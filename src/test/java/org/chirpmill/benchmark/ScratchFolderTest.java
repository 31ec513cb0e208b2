package org.chirpmill.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {
    @TempDir
    private Path parent;

    @Test
    void everythingInItGoesWithIt() throws IOException {
        try (ScratchFolder folder = ScratchFolder.in(Optional.of(parent), 0)) {
            assertEquals(parent, folder.path().getParent());
            Files.createDirectories(folder.path().resolve("deep/deeper"));
            Files.writeString(folder.path().resolve("deep/deeper/file"), "x");
        }
        try (var left = Files.list(parent)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void whatNoMemoryHoldsGoesWhereTemporaryFilesLie() throws IOException {
        Path path;
        try (ScratchFolder folder = ScratchFolder.in(Optional.empty(), 1e18)) {
            path = folder.path();
            assertEquals(Path.of(System.getProperty("java.io.tmpdir")), path.getParent());
            assertTrue(Files.isDirectory(path));
        }
        assertFalse(Files.exists(path));
    }
}
