package org.chirpmill.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Device code that the tests write from Java, so that what both need stands once. */
final class GeneratedHeader {
    private GeneratedHeader() {}

    /**
     * Fails where a header of {@code kernels} is not what Java makes of it today; with {@code -Dchirpmill.update}
     * writes it anew.
     */
    static void require(String name, String expected) throws IOException {
        Path header = HostCompiler.SOURCES.resolve(name);
        if (System.getProperty("chirpmill.update") != null) {
            Files.writeString(header, expected);
        }
        assertEquals(expected, Files.readString(header),
            "run this test with -Dchirpmill.update, build the PTX anew and commit both");
    }
}
