package org.chirpmill.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of servers that live, have died and are beginning. */
class FeedFolderTest {
    @TempDir
    private Path parent;

    @Test
    void thoseOfTheDeadAreSweptAndThoseOfTheLivingStay() throws IOException {
        FeedFolder living = FeedFolder.create(parent);
        FeedFolder dead = FeedFolder.create(parent);
        Files.write(dead.path().resolve("memory-0"), new byte[100]);
        // What is left of a process: its socket's name, which nobody answers.
        dead.listener().close();
        Path beginning = Files.createDirectory(parent.resolve("chirpmill-serve.new-1"));
        Path begunLongAgo = Files.createDirectory(parent.resolve("chirpmill-serve.new-2"));
        Files.setLastModifiedTime(begunLongAgo, FileTime.from(Instant.now().minus(Duration.ofMinutes(2))));
        Path withoutSocket = Files.createDirectory(parent.resolve("chirpmill-serve-3"));
        Path elsewhere = Files.createDirectory(parent.resolve("another"));
        Path link = Files.createSymbolicLink(parent.resolve("chirpmill-serve-4"), elsewhere);

        try (FeedFolder next = FeedFolder.create(parent)) {
            assertTrue(Files.exists(living.socket()));
            assertFalse(Files.exists(dead.path()));
            assertTrue(Files.exists(beginning));
            assertFalse(Files.exists(begunLongAgo));
            assertFalse(Files.exists(withoutSocket));
            assertTrue(Files.exists(link) && Files.exists(elsewhere));
            assertTrue(Files.exists(next.socket()));
        }
        living.close();
        assertFalse(Files.exists(living.path()));
    }

    @Test
    void aParentThatIsNotThereLeavesNothing() {
        assertThrows(IOException.class, () -> FeedFolder.create(parent.resolve("absent")));
        assertEquals(0, parent.toFile().list().length);
    }
}
