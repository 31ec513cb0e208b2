package org.chirpmill.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    private Path directory;

    @Test
    void theLockIsHeldUntilTheJournalIsGone() throws IOException {
        Path path = directory.resolve("journal");
        Path moved = directory.resolve("moved");
        try (Journal journal = Journal.open(path)) {
            Files.move(path, moved);
            // A folder with something in it cannot be deleted, so deleting ends midway.
            Files.createFile(Files.createDirectory(path).resolve("something"));
            assertThrows(IOException.class, journal::delete);
            String message = assertThrows(DatasetException.class, () -> Journal.open(moved)).getMessage();
            assertTrue(message.startsWith(moved + " is locked, for "), message);
        }
        Journal.open(moved).delete();
        assertFalse(Files.exists(moved), "the journal is deleted");
    }

    @Test
    void aJournalOfAnotherVersionIsNotContinued() throws IOException {
        Path path = Files.writeString(directory.resolve("journal"), "CHIRPJ01 of another version");
        try (Journal journal = Journal.open(path)) {
            assertEquals(path + " is no journal of this version of Chirpmill, so the run cannot be continued: finish "
                + "it with the version that began it, or start anew.",
                assertThrows(DatasetException.class, journal::replay).getMessage());
        }
    }
}
