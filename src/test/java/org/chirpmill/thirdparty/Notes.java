package org.chirpmill.thirdparty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A small table that people keep: columns parted by |, the first one a name.
 *
 * @param lines cells without the blanks around them
 */
record Notes(List<List<String>> lines) {
    private static final Path FOLDER = Path.of("src/test/resources/third-party");

    static Notes read(String file) throws IOException {
        return new Notes(Files.readAllLines(FOLDER.resolve(file)).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList()).toList());
    }

    /** What stands beside a name, nothing where the name is not there. */
    List<String> about(String name) {
        return lines.stream().filter(line -> line.getFirst().equals(name)).findFirst()
            .map(line -> line.subList(1, line.size())).orElse(List.of());
    }

    /** What stands beside the beginning of a name. */
    List<String> aboutTheBeginningOf(String name) {
        return lines.stream().filter(line -> name.startsWith(line.getFirst())).findFirst()
            .map(line -> line.subList(1, line.size())).orElse(List.of());
    }
}
