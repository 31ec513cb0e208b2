package org.chirpmill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.chirpmill.kernels.HostCompiler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code .ci/run} asks of a machine, on one whose commands are ours. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is bash's")
class ContinuousIntegrationTest {
    @TempDir
    private Path commands;

    @BeforeEach
    void makeCommands() throws IOException {
        for (String name : List.of("dirname", "chmod")) {
            command(name, "exec " + real(name) + " \"$@\"");
        }
        command("id", "echo 0");
        command("mvn", "echo \"$@\" >'" + commands.resolve("told") + "'");
    }

    private static Path real(String name) {
        return Stream.of("/usr/bin", "/bin").map(folder -> Path.of(folder, name)).filter(Files::exists).findFirst()
            .orElseThrow();
    }

    private void command(String name, String body) throws IOException {
        Path script = Files.writeString(commands.resolve(name), "#!" + real("bash") + "\n" + body + "\n");
        if (!script.toFile().setExecutable(true)) {
            throw new IOException(script + " cannot be made executable");
        }
    }

    /** Runs the script with nothing but these commands: its status, then what it says as errors. */
    private List<String> run() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(real("bash").toString(), ".ci/run");
        builder.environment().put("PATH", commands.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process script = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        String errors = new String(script.getErrorStream().readAllBytes());
        return List.of(String.valueOf(script.waitFor()), errors);
    }

    @Test
    void withoutACompilerThatCanBeHadItFails() throws Exception {
        command("apt-get", "exit 100");
        assertEquals(List.of("1", ".ci/run: the tests of the device code need g++, which is not here and could not be "
            + "installed: install it.\n"), run());
        assertFalse(Files.exists(commands.resolve("told")), "Maven was started");
    }

    @Test
    void aCompilerThatIsMissingIsInstalled() throws Exception {
        Path compiler = commands.resolve("g++");
        command("apt-get", "if [ \"$1\" = install ]; then : >'" + compiler + "'; chmod +x '" + compiler + "'; fi");
        assertEquals(List.of("0", ""), run());
    }

    @Test
    void noTestOfDeviceCodeMayBeSkipped() throws Exception {
        command("g++", "");
        assertEquals(List.of("0", ""), run());
        List<String> told = List.of(Files.readString(commands.resolve("told")).strip().split(" "));
        assertTrue(told.containsAll(List.of("-D" + HostCompiler.REQUIRED + "=true", "verify")), told.toString());
    }
}
