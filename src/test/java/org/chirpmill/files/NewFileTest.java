package org.chirpmill.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFileTest {
    @TempDir
    private Path directory;

    @Test
    void whatIsNotCompletedLeavesTheOldFileAndNothingElse() throws IOException {
        Path target = Files.writeString(directory.resolve("d"), "old");
        try (NewFile first = NewFile.beside(target); NewFile second = NewFile.beside(target)) {
            assertNotEquals(first.path(), second.path(), "two at once");
            assertFalse(Files.exists(first.path()));
            Files.writeString(first.path(), "half");
            Files.writeString(second.path(), "new");
            assertEquals("old", Files.readString(target));
            second.replace(target);
        }
        assertEquals("new", Files.readString(target));
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(List.of(target), files.toList());
        }
    }

    @Test
    void aDirectoryThatDoesNotExistIsNamed() {
        Path nowhere = directory.resolve("nowhere");
        assertEquals(nowhere.toString(), assertThrows(NoSuchFileException.class,
            () -> NewFile.beside(nowhere.resolve("d"))).getFile());
    }
}
