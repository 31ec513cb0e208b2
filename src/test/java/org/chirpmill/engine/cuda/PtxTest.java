package org.chirpmill.engine.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chirpmill.kernels.HostCompiler;
import org.chirpmill.kernels.KernelSources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The PTX that is committed is that of the sources beside it. */
class PtxTest {
    private static final KernelSources SOURCES = new KernelSources(HostCompiler.SOURCES);

    static List<String> kernels() throws IOException {
        return SOURCES.kernels();
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void ptxIsThatOfTheSources(String kernel) throws IOException {
        String ptx = text(kernel);
        assertEquals("// sources: " + SOURCES.digest(kernel), ptx.lines().findFirst().orElse(""),
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
}
