package org.chirpmill.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which changes of the device code ask for PTX to be built anew, by the tests' reckoning and by the script's. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is bash's")
class KernelSourcesTest {
    @TempDir
    private Path directory;
    private KernelSources sources;

    /** A copy of the device code and of the script beside it. */
    @BeforeEach
    void copySources() throws IOException {
        Path copy = Files.createDirectory(directory.resolve("kernels"));
        try (Stream<Path> files = Files.list(HostCompiler.SOURCES)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        sources = new KernelSources(copy);
    }

    /** The lines {@code DIGEST  NAME} of all kernels, by the tests' reckoning, which the script's must be. */
    private List<String> digests() throws Exception {
        Process script = new ProcessBuilder(sources.folder().resolve("build-ptx").toString(), "--digests")
            .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> told = new String(script.getInputStream().readAllBytes()).lines().toList();
        assertEquals(0, script.waitFor(), "status of build-ptx");
        List<String> ours = sources.kernels().stream().map(this::line).toList();
        assertEquals(ours, told, "of build-ptx");
        return ours;
    }

    private String line(String kernel) {
        try {
            return sources.digest(kernel) + "  " + kernel;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void change(String name, UnaryOperator<String> change) throws IOException {
        Path file = sources.folder().resolve(name);
        String before = Files.readString(file);
        String after = change.apply(before);
        assertNotEquals(before, after, name);
        Files.writeString(file, after);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rows.h", "division.h", "xphm.cu", "platform.h"})
    void commentsAndBlanksAskForNothing(String name) throws Exception {
        List<String> before = digests();
        change(name, text -> "// Another word.\n\n" + text.replace("// ", "// As is known: ")
            .replace("\n    ", "\n\t  ").replace(";\n", "; // so\r\n").replace(" = ", "  =\t") + "\n\n// End.");
        assertEquals(before, digests());
    }

    @Test
    void aChangeAsksForTheKernelsThatIncludeIt() throws Exception {
        List<String> before = digests();
        change("division.h", text -> text.replace("MARGIN = 0.4", "MARGIN = 0.5"));
        requireChanged(before, digests(), including("division.h"));
    }

    @Test
    void aHeaderOfOneKernelAsksForThatAlone() throws Exception {
        List<String> before = digests();
        change("taylorf2.h", text -> text.replaceFirst("point\\.", "(point)."));
        requireChanged(before, digests(), List.of("taylorf2"));
        change("project.cu", text -> text + "#define MORE\n");
        requireChanged(before, digests(), List.of("project", "taylorf2"));
    }

    @Test
    void whatNobodyIncludesAsksForNothingUntilSomebodyDoes() throws Exception {
        List<String> before = digests();
        Files.writeString(sources.folder().resolve("new.h"), "#pragma once\nint number();\n");
        Files.writeString(sources.folder().resolve("newer.h"), "#pragma once\n");
        assertEquals(before, digests());
        change("xas.h", text -> text.replaceFirst("#include", " #  include \"new.h\"\n#include"));
        List<String> included = digests();
        requireChanged(before, included, including("xas.h"));
        change("new.h", text -> text.replace("int", "long"));
        requireChanged(included, digests(), including("xas.h"));
    }

    /** The kernels, some but not all, that include a header, themselves or through others. */
    private List<String> including(String header) throws IOException {
        List<String> including = new ArrayList<>();
        for (String kernel : sources.kernels()) {
            if (sources.of(kernel).contains(header)) {
                including.add(kernel);
            }
        }
        assertTrue(including.contains("xphm") && !including.contains("taylorf2"), header + ": " + including);
        return including;
    }

    private static void requireChanged(List<String> before, List<String> after, List<String> expected) {
        List<String> changed = after.stream().filter(line -> !before.contains(line))
            .map(line -> line.split("  ")[1]).toList();
        assertEquals(expected, changed, before + " became " + after);
    }

    @Test
    void everyHeaderBelongsToSomeKernel() throws IOException {
        Set<String> included = new HashSet<>();
        for (String kernel : sources.kernels()) {
            included.addAll(sources.of(kernel));
        }
        try (Stream<Path> files = Files.list(sources.folder())) {
            assertEquals(List.of(), files.map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".h") && !included.contains(name)).toList());
        }
    }

    /** What the digest takes for granted: comments are those of one line, and two strokes always begin one. */
    @Test
    void commentsAreThoseThatAreTakenAway() throws IOException {
        for (String kernel : sources.kernels()) {
            for (String name : sources.of(kernel)) {
                for (String line : sources.text(name).split("\n")) {
                    assertFalse(line.replaceFirst("//.*", "").contains("/*"), name + ": " + line);
                    assertTrue(line.replaceFirst("//.*", "").chars().filter(c -> c == '"').count() % 2 == 0,
                        name + ": " + line);
                    assertFalse(line.contains("//") && line.endsWith("\\"), name + ": " + line);
                }
            }
        }
    }
}
