package org.chirpmill.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which process holds the lock of a file, where the system tells: Linux does, of processes that one can see. */
final class LockHolder {
    private static final Path LINUX_LOCKS = Path.of("/proc/locks");
    /** As in {@code 1: POSIX  ADVISORY  WRITE 4711 fe:01:1234 0 EOF}: a process, and the file's device and inode. */
    private static final Pattern LOCK =
        Pattern.compile("\\d+: POSIX +\\w+ +WRITE +(\\d+) +[0-9a-f]+:[0-9a-f]+:(\\d+) .*");

    private LockHolder() {}

    /** Its number; empty where nobody holds it, or the system does not tell. */
    static OptionalLong of(Path file) {
        try {
            return of(inode(file), Files.readAllLines(LINUX_LOCKS));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException untold) {
            return OptionalLong.empty();
        }
    }

    /** Of files on several disks that have one inode's number, none is told. */
    static OptionalLong of(String inode, List<String> locks) {
        List<Long> holders = locks.stream().map(LOCK::matcher)
            .filter(Matcher::matches)
            .filter(lock -> lock.group(2).equals(inode))
            .map(lock -> Long.parseLong(lock.group(1)))
            // As Linux numbers a process that is not to be seen from here.
            .filter(process -> process > 0)
            .distinct().toList();
        return holders.size() == 1 ? OptionalLong.of(holders.getFirst()) : OptionalLong.empty();
    }

    private static String inode(Path file) throws IOException {
        return Files.getAttribute(file, "unix:ino").toString();
    }
}
