package org.chirpmill.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.chirpmill.cli.ChildJvm;
import org.chirpmill.rows.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A system that takes no more bytes, as a full disk does: a process of its own, whose files the shell's {@code ulimit}
 * keeps below 128 KiB at most.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no such limits")
class RefusedWritesTest {
    private static final int BINS = 20_000;

    @TempDir
    private Path directory;

    @Test
    void whatCouldNotBeWrittenIsNamedInOneSentenceAndNothingIsLeft() throws Exception {
        // HDF5's library is unpacked into the user's cache on its first use, which the limit would not let it do.
        WaveformFormat.save(directory.resolve("first.h5"), waveform(1), false);
        Files.delete(directory.resolve("first.h5"));
        Process child = ChildJvm.told(new ProcessBuilder("sh", "-c", "ulimit -f 128 && exec \"$0\" \"$@\"",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
            "-cp", System.getProperty("java.class.path"), RefusedWritesTest.class.getName(), directory.toString())
            .redirectErrorStream(true)).start();
        String said = new String(child.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, child.waitFor(), said);
        assertEquals(String.join("\n",
            "could not write " + directory.resolve("w.csv") + ": File too large",
            "could not write " + directory.resolve("w.npz") + ": File too large",
            "could not write " + directory.resolve("w.h5") + ": could not write dataset 'frequencies': File too large",
            "could not begin " + directory.resolve("d.h5") + ": could not close the file: File too large",
            ""), said);
        try (Stream<Path> left = Files.list(directory)) {
            assertEquals(List.of(), left.toList());
        }
    }

    private static StoredWaveform waveform(int bins) {
        return new StoredWaveform(new double[bins], new double[2 * bins], new double[2 * bins]);
    }

    /** Under the limit: tries to write into the directory that is the argument, and prints what comes of it. */
    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        for (String name : List.of("w.csv", "w.npz", "w.h5")) {
            try {
                WaveformFormat.save(directory.resolve(name), waveform(BINS), false);
                out.println(name + " was written");
            } catch (IOException e) {
                out.println(e.getMessage());
            }
        }
        try {
            DatasetWriter.create(directory.resolve("d.h5"), SampleRun.of(9, BINS, Precision.DOUBLE).header(), false)
                .close();
            out.println("d.h5 was begun");
        } catch (IOException e) {
            out.println(e.getMessage());
        }
    }
}
