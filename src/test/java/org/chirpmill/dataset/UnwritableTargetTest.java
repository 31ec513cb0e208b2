package org.chirpmill.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.chirpmill.rows.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Names under which nothing can be written: each is refused before anything is, and for its own reason. */
class UnwritableTargetTest {
    private final SampleRun run = SampleRun.of(6, 2, Precision.SINGLE);
    @TempDir
    private Path directory;

    private List<Executable> beginnings(Path target) {
        return List.of(
            () -> DatasetWriter.requireBeginnable(target, false, 1),
            () -> DatasetWriter.requireBeginnable(target, true, 1),
            () -> DatasetWriter.create(target, run.header(), true).close(),
            () -> DatasetWriter.resume(target, run.header()).orElseThrow().close(),
            () -> TargetFile.of(target).requireWritable(true));
    }

    private void assertRefused(Path target, String sentence) throws IOException {
        for (Executable beginning : beginnings(target)) {
            String message = assertThrows(DatasetException.class, beginning).getMessage();
            assertTrue(message.startsWith(sentence), message);
            assertFalse(message.contains("Exception"), message);
        }
        try (Stream<Path> left = Files.list(directory)) {
            assertEquals(List.of(), left.map(Path::getFileName).map(Path::toString)
                .filter(name -> name.startsWith(".chirpmill") || name.contains(".part")).toList());
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatTakesNoFilesIsNamed() throws IOException {
        assertRefused(Path.of("/proc/x.h5"), Files.isWritable(Path.of("/proc"))
            ? "/proc/x.h5 cannot be written: /proc takes no new files; write to another place."
            : "/proc/x.h5 cannot be written: there is no permission to write into /proc.");
        assertRefused(Path.of("/sys/x.h5"), "/sys/x.h5 cannot be written: ");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
    void whatStandsInTheWayOfAFolderIsNamed() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertRefused(file.resolve("a.h5"), file.resolve("a.h5") + " cannot be written: " + file
            + " is a file, no directory; write to another place.");
        assertRefused(file.resolve("b/a.h5"), file.resolve("b/a.h5") + " cannot be written: " + file
            + " is a file, no directory; write to another place.");
        Path astray = Files.createSymbolicLink(directory.resolve("astray"), directory.resolve("nowhere"));
        assertRefused(astray.resolve("a.h5"), astray.resolve("a.h5") + " cannot be written: " + astray
            + " is a symbolic link that leads nowhere; write to another place.");
        assertRefused(directory.resolve("no/b/a.h5"), "The directory of " + directory.resolve("no/b/a.h5")
            + " does not exist: create " + directory.resolve("no/b") + " first.");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aNameThatIsTooLongIsCalledThatForTheFilesOfARunToo() throws IOException {
        String tooLong = "a".repeat(260) + ".h5";
        assertRefused(directory.resolve(tooLong), tooLong + " is too long a name for a file (File name too long): "
            + "choose another name.");
        String tooLongForRuns = "a".repeat(240) + ".h5";
        String message = assertThrows(DatasetException.class,
            () -> DatasetWriter.create(directory.resolve(tooLongForRuns), run.header(), false)).getMessage();
        assertEquals(tooLongForRuns + " is too long a name for a dataset, since files beside it have 13 characters "
            + "more while it is made (File name too long): choose another name.", message);
        Path longest = directory.resolve("a".repeat(239) + ".h5");
        DatasetWriter.create(longest, run.header(), false).discard();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has other permissions")
    void aFolderThatMayNotBeWrittenIsNamed() throws IOException {
        Path closed = Files.createDirectory(directory.resolve("closed"));
        assertTrue(closed.toFile().setWritable(false));
        assumeTrue(!Files.isWritable(closed), "root may write everywhere");
        assertRefused(closed.resolve("a.h5"), closed.resolve("a.h5") + " cannot be written: there is no permission to "
            + "write into " + closed + ".");
    }

    @Test
    void whatTheSystemSaysOfAFileIsAReasonWithoutNamesOfClasses() {
        assertEquals("d.part is gone", UnfinishedRun.reason(new NoSuchFileException("d.part")));
        assertEquals("permission denied", UnfinishedRun.reason(new AccessDeniedException("d.part")));
        assertEquals("Read-only file system",
            UnfinishedRun.reason(new FileSystemException("d.part", null, "Read-only file system")));
    }
}
