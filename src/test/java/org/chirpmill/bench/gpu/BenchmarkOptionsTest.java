package org.chirpmill.bench.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line of {@code bench/gpu/run}: what the script hands over, and what becomes of it. */
class BenchmarkOptionsTest {
    private static final Path REFERENCES = Path.of("src/test/resources/reference");

    @TempDir
    private Path folder;

    @Test
    void everyOptionIsRead() {
        assertEquals(new BenchmarkOptions(BenchmarkOptions.Amount.QUICK, Optional.of(Path.of("results")),
            Optional.of(REFERENCES), 50),
            BenchmarkOptions.of("--quick", "--out", "results", "--seconds", "50", "--references",
                REFERENCES.toString()));
        assertEquals(420, BenchmarkOptions.of().seconds());
        assertEquals(Optional.of(REFERENCES),
            BenchmarkOptions.of("--references", REFERENCES.toString()).plan().references());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--out", "--seconds", "--seconds x", "--references", "results"})
    void whatIsNotUnderstoodIsAnsweredWithTheUsage(String words) {
        Exception refusal =
            assertThrows(IllegalArgumentException.class, () -> BenchmarkOptions.of(words.split(" ")));
        assertTrue(refusal.getMessage().startsWith("usage: run "), refusal.getMessage());
    }

    @Test
    void withoutReferencesASentenceSaysWhereTheyAre() {
        BenchmarkOptions none = BenchmarkOptions.of();
        assertEquals("run: this bundle was packed without the reference waveforms: name a checkout's "
            + "src/test/resources/reference with --references DIR, or make another bundle with bench/gpu/pack "
            + "--references.", assertThrows(IllegalArgumentException.class, none::plan).getMessage());
        BenchmarkOptions empty = BenchmarkOptions.of("--references", folder.toString());
        assertEquals("run: " + folder + " holds no reference waveforms (IMRPhenomD.h5): name a checkout's "
            + "src/test/resources/reference with --references DIR.",
            assertThrows(IllegalArgumentException.class, empty::plan).getMessage());
        assertEquals(Optional.empty(), BenchmarkOptions.of("--tiny").plan().references());
    }

    /** A bundle whose Java prints the arguments that it gets. */
    private Path bundle(Path where) throws Exception {
        Path java = Files.createDirectories(where.resolve("java/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        assertTrue(java.toFile().setExecutable(true));
        Files.createFile(where.resolve("benchmark.jar"));
        Path run = where.resolve("run");
        Files.copy(Path.of("bench/gpu/run"), run, StandardCopyOption.COPY_ATTRIBUTES);
        return run;
    }

    private List<String> handedOver(Path run, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", run.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8"));
        Process process = builder.redirectErrorStream(true).start();
        List<String> words = new String(process.getInputStream().readAllBytes()).lines().toList();
        assertEquals(0, process.waitFor(), String.join(" ", words));
        return words.subList(words.indexOf("org.chirpmill.bench.gpu.GpuBenchmark") + 1, words.size());
    }

    @Test
    void aBundleWithinACheckoutFindsTheReferencesOfTheCheckout() throws Exception {
        Path references = Files.createDirectories(folder.toRealPath().resolve(REFERENCES));
        Path run = bundle(folder.resolve("target/gpu-bundle"));
        assertEquals(List.of("--references", references.toString(), "--tiny"), handedOver(run, "--tiny"));
    }

    @Test
    void aBundleUnpackedElsewhereTakesItsOwnReferencesOrThoseThatAreNamed() throws Exception {
        Path run = bundle(folder.resolve("elsewhere"));
        assertEquals(List.of("--quick"), handedOver(run, "--quick"));
        Path own = Files.createDirectory(folder.toRealPath().resolve("elsewhere/reference"));
        assertEquals(List.of("--references", own.toString(), "--quick"), handedOver(run, "--quick"));
        Path named = Files.createDirectory(folder.toRealPath().resolve("named"));
        assertEquals(List.of("--references", named.toString()), handedOver(run, "--references", "named"));
        assertEquals(List.of("--references", "/nowhere at all"),
            handedOver(run, "--references", "/nowhere at all"));
    }
}
