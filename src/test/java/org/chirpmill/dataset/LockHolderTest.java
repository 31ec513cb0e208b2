package org.chirpmill.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LockHolderTest {
    /** Of a Linux 6.1; the last is one of a process in a container that is not to be seen from here. */
    private static final List<String> LOCKS = List.of(
        "1: POSIX  ADVISORY  WRITE 4711 fe:01:1234 0 EOF",
        "2: FLOCK  ADVISORY  WRITE 12 fe:01:77 0 EOF",
        "3: POSIX  ADVISORY  READ  13 fe:01:78 128 128",
        "4: POSIX  ADVISORY  WRITE 14 fe:01:79 0 EOF",
        "4: -> POSIX  ADVISORY  WRITE 15 fe:01:79 0 EOF",
        "5: POSIX  ADVISORY  WRITE 16 fe:02:79 0 EOF",
        "6: POSIX  ADVISORY  WRITE 0 00:2f:80 0 EOF");

    @TempDir
    private Path directory;

    @Test
    void theSystemsListNamesTheProcess() {
        assertEquals(OptionalLong.of(4711), LockHolder.of("1234", LOCKS));
        for (String inode : List.of("123", "77", "78", "80", "9")) {
            assertEquals(OptionalLong.empty(), LockHolder.of(inode, LOCKS), inode);
        }
        assertEquals(OptionalLong.empty(), LockHolder.of("79", LOCKS), "one number on two disks");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aLockOfThisProcessIsFoundWhileItIsHeld() throws IOException {
        Path file = Files.createFile(directory.resolve("f"));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            assertEquals(OptionalLong.empty(), LockHolder.of(file));
            channel.lock();
            assertEquals(OptionalLong.of(ProcessHandle.current().pid()), LockHolder.of(file));
        }
        assertEquals(OptionalLong.empty(), LockHolder.of(file));
    }
}
