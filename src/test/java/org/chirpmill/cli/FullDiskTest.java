package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chirpmill.kernels.HostCompiler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real command on a disk that fills up, for which a library stands in that refuses writes as a full file system
 * does: see {@code src/test/native/full_disk.cpp}. Rows are coefficients in a basis that the run trains.
 */
class FullDiskTest {
    private static final List<String> QUICK_TO_START = List.of("-XX:TieredStopAtLevel=1");
    private static final int ROWS = 1000;
    private static final int SIZE = 40;
    private static final int BINS = 513;
    private static final long BASIS_BYTES = 16L * BINS * SIZE;
    /** Eight parameters, and two polarizations in single precision. */
    private static final long ROW_BYTES = 8 * 8 + 2 * 8 * SIZE;
    /** Nothing is rejected: the journal's last record, of how many rows there are, finds room behind the one before. */
    private static final String SETTINGS = Samples.REJECTING.replace("f_max: 64.0", "f_max: 256.0")
        .replace("maximum=1.2", "maximum=0.99")
        + "compression: {svd: {size: " + SIZE + ", num_training_samples: 100, num_validation_samples: 10, "
        + "sampling: off}, "
        + "whitening: aLIGO_ZERO_DET_high_P_asd.txt}\n";
    private static final Pattern THERE_ALREADY = Pattern.compile("([0-9,]+) of 1,000 rows are there already");

    @TempDir
    private static Path library;

    @TempDir
    private Path directory;
    private Path settings;
    private Path disk;
    private Path target;

    @BeforeAll
    static void buildTheDisk() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "libraries are put in front as Linux does it");
        if (HostCompiler.ROUNDING.obstacle().isPresent()) {
            return;
        }
        Process compiler = new ProcessBuilder("g++", "-std=c++17", "-O2", "-Wall", "-Wextra", "-shared", "-fPIC",
            "-o", library.resolve("full_disk.so").toString(), "src/test/native/full_disk.cpp", "-ldl")
            .inheritIO().start();
        assertEquals(0, compiler.waitFor(), "g++ says above what is wrong");
    }

    @BeforeEach
    void writeSettings() throws IOException {
        HostCompiler.ROUNDING.require();
        settings = Files.writeString(directory.resolve("settings.yaml"), SETTINGS);
        disk = Files.createDirectory(directory.resolve("disk")).toRealPath();
        target = disk.resolve("set.hdf5");
    }

    private CommandLineRun onDiskOf(long bytes, Object... arguments) throws Exception {
        return ChildJvm.run(Map.of("LD_PRELOAD", library.resolve("full_disk.so").toString(),
            "FULL_DISK_FOLDER", disk.toString(), "FULL_DISK_BYTES", String.valueOf(bytes)),
            QUICK_TO_START, withScalar(arguments));
    }

    private static Object[] withScalar(Object... arguments) {
        Object[] words = Arrays.copyOf(arguments, arguments.length + 2);
        words[arguments.length] = "--backend";
        words[arguments.length + 1] = "scalar";
        return words;
    }

    private List<String> namesOnDisk() throws IOException {
        try (Stream<Path> files = Files.list(disk)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aCompressedSetThatFillsTheDiskMidwayIsResumedToTheBytesOfAnUndisturbedRun() throws Exception {
        Path calm = directory.resolve("calm.hdf5");
        CommandLineRun.generate(settings, calm, withScalar("-n", ROWS, "--seed", 3));
        // One thread writes rows in their order, so that all that found room are there when it goes on.
        Object[] words = {"generate", settings, "-o", target, "-n", ROWS, "--seed", 3, "--threads", 1, "--resume"};
        long half = BASIS_BYTES + ROWS / 2 * ROW_BYTES;

        CommandLineRun full = onDiskOf(half, words);
        assertEquals(1, full.exitCode(), full.out());
        assertTrue(full.out().endsWith("chirpmill: could not write " + target + ".part (No space left on device): mend "
            + "that, then continue with --resume." + System.lineSeparator()), full.out());
        assertEquals(List.of("set.hdf5.part", "set.hdf5.part.basis", "set.hdf5.part.journal"), namesOnDisk());

        // More room, though not for all: the basis is used again, and what was there before stays.
        CommandLineRun more = onDiskOf(ROWS / 4 * ROW_BYTES, words);
        assertEquals(1, more.exitCode(), more.out());
        assertFalse(more.out().contains("to train on"), more.out());
        int kept = rowsThereAlready(more);
        assertTrue(kept >= ROWS / 4 && kept < ROWS / 2, kept + " rows of a disk that takes half of them");

        CommandLineRun rest = onDiskOf(1L << 30, words);
        assertEquals(0, rest.exitCode(), rest.out());
        assertTrue(rowsThereAlready(rest) > kept, rest.out());
        assertEquals(List.of("set.hdf5"), namesOnDisk());
        StoredBytes.assertSame(StoredBytes.of(calm), StoredBytes.of(target), "after making room twice");
    }

    private static int rowsThereAlready(CommandLineRun run) {
        Matcher matcher = THERE_ALREADY.matcher(run.out());
        assertTrue(matcher.find(), run.out());
        return Integer.parseInt(matcher.group(1).replace(",", ""));
    }

    @Test
    void aBasisThatFindsNoRoomLeavesNothing() throws Exception {
        Path basis = disk.resolve("basis.hdf5");
        CommandLineRun trained = onDiskOf(BASIS_BYTES / 2, "svd", "train", settings, "-o", basis);
        assertEquals(1, trained.exitCode(), trained.out());
        assertTrue(trained.out().endsWith("chirpmill: could not write " + basis + ": could not write dataset 'V': No "
            + "space left on device." + System.lineSeparator()), trained.out());
        assertEquals(List.of(), namesOnDisk());

        CommandLineRun generated = onDiskOf(BASIS_BYTES / 2, "generate", settings, "-o", target);
        assertEquals(1, generated.exitCode(), generated.out());
        assertTrue(generated.out().contains("could not begin " + target + ": could not write " + target
            + ".part.basis: could not write dataset 'V': No space left on device."), generated.out());
        assertEquals(List.of(), namesOnDisk());
    }

    @Test
    void mismatchesThatFindNoRoomLeaveTheBasisAsItWas() throws Exception {
        Path basis = disk.resolve("basis.hdf5");
        CommandLineRun.succeeding("svd", "train", settings, "-o", basis);
        Map<String, byte[]> before = StoredBytes.of(basis);
        CommandLineRun run = onDiskOf(BASIS_BYTES / 2, "svd", "validate", basis, settings, "--write");
        assertEquals(1, run.exitCode(), run.out());
        assertTrue(run.out().endsWith("chirpmill: could not write " + basis + ", which stays as it was: could not "
            + "write dataset 'V': No space left on device." + System.lineSeparator()), run.out());
        StoredBytes.assertSame(before, StoredBytes.of(basis), "after a full disk");
        assertEquals(List.of("basis.hdf5"), namesOnDisk());
    }
}
