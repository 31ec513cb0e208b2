package org.chirpmill.engine.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The PTX that is committed is that of the sources beside it. */
class PtxTest {
    private static final Path SOURCES = Path.of("kernels");

    static List<String> kernels() throws IOException {
        return names(".cu").stream().map(name -> name.replace(".cu", "")).toList();
    }

    private static List<String> names(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(suffix)).sorted()
                .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void ptxIsThatOfTheSources(String kernel) throws IOException, NoSuchAlgorithmException {
        String ptx = text(kernel);
        assertEquals("// sources: " + digest(kernel), ptx.lines().findFirst().orElse(""),
            "kernels/build-ptx builds " + kernel + ".ptx anew: commit it");
        for (String precision : List.of("single", "double")) {
            assertTrue(ptx.contains(".visible .entry " + kernel + "_" + precision + "("), precision);
        }
    }

    private static String text(String kernel) throws IOException {
        try (InputStream resource = Card.class.getResourceAsStream(kernel + ".ptx")) {
            assertNotNull(resource, "kernels/build-ptx builds " + kernel + ".ptx, which is missing: commit it");
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** As kernels/build-ptx computes it: over all headers and the kernel's source, in name order. */
    private static String digest(String kernel) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        List<String> names = Stream.concat(names(".h").stream(), Stream.of(kernel + ".cu")).sorted().toList();
        for (String name : names) {
            digest.update(Files.readAllBytes(SOURCES.resolve(name)));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
