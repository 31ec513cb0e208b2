package org.chirpmill.prior;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The lines of the resources about priors. */
final class PriorTexts {
    private static final Path FOLDER = Path.of("src/test/resources/prior");

    /** A parameter and what a user writes for it. */
    record Accepted(String key, String text) {
        @Override
        public String toString() {
            return key + " = " + text;
        }
    }

    private PriorTexts() {}

    /** Every form of prior that is accepted. */
    static Stream<Accepted> accepted() {
        return lines("accepted_priors.txt").stream().filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.split(" = ", 2)).map(parts -> new Accepted(parts[0], parts[1]));
    }

    static List<String> lines(String name) {
        try {
            return Files.readAllLines(FOLDER.resolve(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
