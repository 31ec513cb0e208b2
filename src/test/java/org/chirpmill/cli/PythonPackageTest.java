package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tests of {@code src/python/tests} with the classes that are tested here, by {@code -Dchirpmill.python}, python3
 * where that is not given. Skipped where there is no such Python with numpy.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is bash's")
class PythonPackageTest {
    private static final String PYTHON = System.getProperty("chirpmill.python", "python3");
    private static final String NEEDED = "import sys, numpy; sys.exit(sys.version_info < (3, 10))";

    @TempDir
    private Path home;

    @Test
    @Timeout(value = 600, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void itsTestsPass() throws Exception {
        assumeTrue(isThere(), () -> PYTHON + " 3.10 or newer with numpy is not here: name one with "
            + "-Dchirpmill.python");
        makeLauncher();
        ProcessBuilder builder = ChildJvm.told(new ProcessBuilder(PYTHON, "-m", "unittest", "discover",
            "-s", "src/python/tests", "-t", "src/python").redirectErrorStream(true));
        builder.environment().put("PYTHONPATH", Path.of("src/python").toAbsolutePath().toString());
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.environment().put("CHIRPMILL_HOME", home.toString());
        Process tests = builder.start();
        tests.getOutputStream().close();
        String said = new String(tests.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, tests.waitFor(), said);
    }

    private static boolean isThere() throws InterruptedException {
        try {
            return new ProcessBuilder(PYTHON, "-c", NEEDED).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    /** What the package starts in place of the launcher, which would build first. */
    private void makeLauncher() throws IOException {
        Path launcher = Files.writeString(home.resolve("chirpmill"), """
            #!/bin/sh
            exec '%s' --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseSerialGC \\
                -Xmx512m -Xlog:disable -cp '%s' %s "$@"
            """.formatted(Path.of(System.getProperty("java.home"), "bin", "java"),
            System.getProperty("java.class.path"), Chirpmill.class.getName()));
        if (!launcher.toFile().setExecutable(true)) {
            throw new IOException(launcher + " cannot be made executable");
        }
    }
}
