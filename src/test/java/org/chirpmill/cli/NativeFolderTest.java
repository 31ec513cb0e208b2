package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the real command, in a JVM of its own, has native libraries unpacked. */
class NativeFolderTest {
    @TempDir
    private Path folder;

    private CommandLineRun run(String home, List<String> more, Object... words)
            throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(ChildJvm.VECTORS);
        options.addAll(List.of("-Duser.home=" + folder.resolve(home),
            "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp"))));
        options.addAll(more);
        // Relative, which the specification has ignored: as if the environment named none.
        return ChildJvm.run(Map.of("XDG_CACHE_HOME", "none"), options, words);
    }

    private static boolean holdsLibraries(Path place) throws IOException {
        if (!Files.exists(place)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(place)) {
            return files.anyMatch(file -> file.toString().contains("jnihdf5") || file.toString().contains("jniopenblas")
                || file.toString().contains("jnijavacpp"));
        }
    }

    @Test
    void librariesGoToTheUsersCacheAndNowhereElse() throws IOException, InterruptedException {
        Path settings = Samples.rejecting(folder);
        CommandLineRun run = run("home", List.of(), "svd", "train", settings, "-o", folder.resolve("b.hdf5"), "--size",
            3, "--num-training", 10);
        assertEquals(0, run.exitCode(), run.out());
        assertTrue(holdsLibraries(folder.resolve("home/.cache/chirpmill/natives")));
        assertFalse(holdsLibraries(folder.resolve("home/.javacpp")));
        assertFalse(holdsLibraries(folder.resolve("tmp")));
    }

    @Test
    void withoutACacheTheyGoToAFolderThatGoesWithTheRun() throws IOException, InterruptedException {
        Files.createFile(folder.resolve("home"));
        CommandLineRun run = run("home", List.of(), "generate", Samples.rejecting(folder), "-o",
            folder.resolve("a.hdf5"));
        assertEquals(0, run.exitCode(), run.out());
        assertFalse(holdsLibraries(folder.resolve("tmp")));
        try (Stream<Path> left = Files.list(folder.resolve("tmp"))) {
            assertEquals(List.of(), left.filter(path -> path.toString().contains("natives")).toList());
        }
    }

    @Test
    void theUsersOwnChoiceHolds() throws IOException, InterruptedException {
        Path own = folder.resolve("own");
        CommandLineRun run = run("home", List.of("-Dorg.bytedeco.javacpp.cachedir=" + own), "generate",
            Samples.rejecting(folder), "-o", folder.resolve("a.hdf5"));
        assertEquals(0, run.exitCode(), run.out());
        assertTrue(holdsLibraries(own));
        assertFalse(Files.exists(folder.resolve("home/.cache/chirpmill")));
    }

    @Test
    void aCacheThatOthersMayWriteToEndsTheCommandWithASentence() throws IOException, InterruptedException {
        Path open = Files.createDirectories(folder.resolve("home/.cache/chirpmill/natives"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        CommandLineRun run = run("home", List.of(), "generate", Samples.rejecting(folder), "-o",
            folder.resolve("a.hdf5"));
        assertEquals(1, run.exitCode(), run.out());
        assertTrue(run.out().contains("no library is loaded from " + open.toRealPath() + ", to which others may write"),
            run.out());
        assertFalse(run.out().contains("\tat "), run.out());
        assertFalse(holdsLibraries(open));
    }
}
