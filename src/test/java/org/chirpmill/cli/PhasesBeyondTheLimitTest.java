package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings under which phases have no digits left. */
class PhasesBeyondTheLimitTest {
    private static final Path TINY_REFERENCE = Path.of("src/test/resources/hostile/S-16.yaml");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"1.0e-9", "1.0e-8", "1.0e-6", "1.0e-4"})
    void aReferenceThatIsTooLowIsRefused(String reference) throws IOException {
        Path settings = Files.writeString(directory.resolve("a.yaml"),
            Files.readString(TINY_REFERENCE).replace("f_ref: 1.0e-8", "f_ref: " + reference));
        CommandLineRun run = CommandLineRun.of("generate", settings, "-o", directory.resolve("set.hdf5"));
        String expected = "chirpmill: row 0 was given up after 1000 draws, the last because: its phase reaches "
            + "[0-9.]+e\\+[0-9]+ rad \\(f_ref = " + Double.parseDouble(reference) + " Hz, bins from 20.0 to 128.0 Hz, "
            + "phase = 0.5 rad\\), and from 1e\\+09 rad on doubles do not resolve 1e-7 rad \\(" + settings
            + ", line 3\\)\\.\\R";
        assertTrue(run.err().matches(expected), run.err());
        assertEquals(2, run.exitCode());
        assertTrue(Files.notExists(directory.resolve("set.hdf5")), "nothing is written");
    }

    @Test
    void aReferenceWithDigitsLeftIsTaken() throws IOException {
        Path settings = Files.writeString(directory.resolve("a.yaml"),
            Files.readString(TINY_REFERENCE).replace("f_ref: 1.0e-8", "f_ref: 0.1"));
        CommandLineRun.generate(settings, directory.resolve("set.hdf5"));
        CommandLineRun.succeeding("verify", directory.resolve("set.hdf5"), "--backend", "scalar");
    }

    @Test
    void aSingleWaveformIsRefusedToo() {
        CommandLineRun run = CommandLineRun.of("waveform", Samples.WAVEFORM, "-p", "phase=1e10", "-o",
            directory.resolve("w.h5"));
        assertTrue(run.err().startsWith(
            "chirpmill: there is no such waveform: its phase reaches 2.0e+10 rad (f_ref = "), run.err());
        assertEquals(2, run.exitCode());
    }
}
