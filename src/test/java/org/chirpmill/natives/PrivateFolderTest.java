package org.chirpmill.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateFolderTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void needPosix() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "a system with owners and modes");
    }

    private Path chosen(Optional<String> caches, Path home) {
        return PrivateFolder.of(caches, home.toString(), folder).path();
    }

    private static void assertOwnersAlone(Path path) throws IOException {
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)), path::toString);
    }

    @Test
    void itLiesInTheUsersCacheWithRightsForTheUserAlone() throws IOException {
        Path ofHome = chosen(Optional.empty(), folder.resolve("home"));
        assertEquals(folder.resolve("home/.cache/chirpmill/natives"), ofHome);
        assertOwnersAlone(ofHome);
        assertOwnersAlone(ofHome.getParent());
        assertEquals(ofHome, chosen(Optional.empty(), folder.resolve("home")), "the same the next time");
        Path ofCaches = chosen(Optional.of(folder.resolve("caches").toString()), folder.resolve("home"));
        assertEquals(folder.resolve("caches/chirpmill/natives"), ofCaches);
        assertEquals(ofHome, chosen(Optional.of("relative"), folder.resolve("home")));
        try (var files = Files.list(ofHome)) {
            assertEquals(0, files.count(), "nothing is left behind");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"chirpmill/natives rwxrwxrwx", "chirpmill/natives rwx-w----", "chirpmill rwxrwx---",
        "chirpmill rwxr-xrwx"})
    void oneThatOthersMayWriteToIsRefused(String nameAndMode) throws IOException {
        String[] words = nameAndMode.split(" ");
        Path home = folder.resolve("home");
        chosen(Optional.empty(), home);
        Path open = home.resolve(".cache").resolve(words[0]);
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString(words[1]));
        UnsatisfiedLinkError refusal = assertThrows(UnsatisfiedLinkError.class, () -> chosen(Optional.empty(), home));
        assertEquals("no library is loaded from " + open.toRealPath() + ", to which others may write: see whose it is "
            + "and remove it, or name another folder with the JVM's option -Dorg.bytedeco.javacpp.cachedir.",
            refusal.getMessage());
    }

    @Test
    void aLinkToAFolderOfAnotherUserIsRefused() throws IOException {
        Path home = folder.resolve("home");
        Path kept = chosen(Optional.empty(), home);
        UserPrincipal other;
        try {
            other = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
            Files.setOwner(kept, other);
        } catch (IOException noRight) {
            assumeTrue(false, "only root may give folders away");
            return;
        }
        String message =
            assertThrows(UnsatisfiedLinkError.class, () -> chosen(Optional.empty(), home)).getMessage();
        assertTrue(message.startsWith("no library is loaded from " + kept.toRealPath() + ", which belongs to nobody"),
            message);
    }

    @Test
    void whereTheCacheCannotBeWrittenThereIsANewFolderForTheRun() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Path first = chosen(Optional.empty(), file);
        Path second = chosen(Optional.of(file.toString()), folder.resolve("home"));
        for (Path path : new Path[] {first, second, chosen(Optional.empty(), Path.of("?"))}) {
            assertEquals(folder, path.getParent());
            assertOwnersAlone(path);
        }
        assertFalse(first.equals(second));
    }

    @Test
    void whereNothingCanBeWrittenTheReasonIsSaid() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        UnsatisfiedLinkError refusal = assertThrows(UnsatisfiedLinkError.class,
            () -> PrivateFolder.of(Optional.empty(), file.toString(), file).path());
        assertTrue(refusal.getMessage().startsWith("there is no folder to unpack native libraries to"),
            refusal.getMessage());
    }
}
