package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second run beside a living one, each in a process of its own. */
class LivingRunTest {
    @TempDir
    private Path directory;

    @Test
    void neitherResumeNorForceDisturbsARunThatIsWriting() throws Exception {
        // Few draws satisfy this: the time goes into drawing, and the run lives for some seconds.
        Path settings = Samples.changed(directory, Samples.REJECTING, "  chi_1:",
            "  chirp_mass: Constraint(minimum=35.0, maximum=35.04)\n  chi_1:");
        Path target = directory.resolve("set.h5");
        Path journal = directory.resolve("set.h5.part.journal");
        Process living = ChildJvm.start(List.of(), "generate", settings, "-o", target, "-n", 3000, "-p", 1,
            "--backend", "scalar");
        try {
            while (!Files.exists(directory.resolve("set.h5.part")) && living.isAlive()) {
                Thread.sleep(20);
            }
            for (String option : List.of("--verbose", "--resume", "--force")) {
                CommandLineRun second = CommandLineRun.of("generate", settings, "-o", target, "-n", 3000, option);
                assertTrue(living.isAlive(), "the first run ended too soon to be disturbed");
                String refusal = second.err().lines().filter(line -> line.contains("locked")).findFirst()
                    .orElse(second.err());
                String who = Files.exists(Path.of("/proc/locks")) ? "process " + living.pid() : "another process";
                assertEquals("chirpmill: " + journal + " is locked, for " + who + " is writing the same dataset at "
                    + "this moment: wait for it or choose another name with --out.", refusal, option);
                assertEquals(2, second.exitCode(), option);
            }
        } finally {
            String said = new String(living.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, living.waitFor(), said);
        }
        Path undisturbed = directory.resolve("undisturbed.h5");
        CommandLineRun.generate(settings, undisturbed, "-n", 3000, "--backend", "scalar");
        StoredBytes.assertSame(undisturbed, target, "beside others");
    }
}
