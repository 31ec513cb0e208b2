package org.chirpmill.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chirpmill.cli.GoldenSet.Division;

/** A program that makes golden sets in a JVM of its own and leaves them, with their hashes, in a folder. */
final class GoldenChild {
    /** What the folder holds beside the sets: the names of those wanted, and what came out. */
    static final String WANTED = "wanted.txt";
    static final String HASHES = "hashes.txt";

    private GoldenChild() {}

    /** Takes the folder, the number of threads and how many rows at once. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Division division = new Division(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        List<String> wanted = Files.readAllLines(folder.resolve(WANTED));
        Map<String, GoldenHashes> hashes = new LinkedHashMap<>();
        for (GoldenSet set : GoldenSets.all()) {
            if (wanted.contains(set.name())) {
                hashes.put(set.name(), GoldenHashes.of(set.make(folder, division)));
            }
        }
        GoldenHashes.write(folder.resolve(HASHES), "made by a child", hashes);
    }
}
