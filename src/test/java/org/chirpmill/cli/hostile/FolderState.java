package org.chirpmill.cli.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * What lies in a folder and below.
 *
 * @param files a checksum of each, or what it is where it is no ordinary file, by path from the folder
 */
record FolderState(Map<String, String> files) {
    static FolderState of(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.toList()) {
                files.put(folder.relativize(file).toString(), state(file));
            }
        }
        return new FolderState(files);
    }

    /** Only the names of what lies in a folder itself. */
    static FolderState names(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.list(folder)) {
            found.forEach(file -> files.put(file.getFileName().toString(), ""));
        }
        return new FolderState(files);
    }

    private static String state(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Files.isDirectory(file) ? "a folder" : "no ordinary file";
        }
        CRC32C checksum = new CRC32C();
        checksum.update(Files.readAllBytes(file));
        return Files.size(file) + " bytes, " + Long.toHexString(checksum.getValue());
    }

    /** Names of files that came, went or changed since. */
    List<String> changes(FolderState since) {
        List<String> changes = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(files.keySet());
        names.addAll(since.files.keySet());
        for (String name : names) {
            if (!files.containsKey(name)) {
                changes.add(name + " is gone");
            } else if (!since.files.containsKey(name)) {
                changes.add(name + " is new");
            } else if (!files.get(name).equals(since.files.get(name))) {
                changes.add(name + " has changed");
            }
        }
        return changes;
    }
}
