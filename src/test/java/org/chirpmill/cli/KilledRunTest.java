package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kills the real command, in a process of its own, with SIGKILL at random moments and resumes it until it is done. How
 * often is said by {@code -Dchirpmill.kills}: once where that is not set, six times where {@code
 * -Dchirpmill.thorough=true} is given; which moments, by {@code -Dchirpmill.kills.seed}.
 */
class KilledRunTest {
    private static final int KILLS = Integer.getInteger("chirpmill.kills",
        Boolean.getBoolean("chirpmill.thorough") ? 6 : 1);
    private static final long SEED = Long.getLong("chirpmill.kills.seed", 1);
    /** Many kills are worth a longer run, of which more seconds, and so more records of the journal, can be hit. */
    private static final int ROWS = KILLS < 50 ? 3000 : 8000;
    private static final List<Aim> AIMS = List.of(Aim.ROWS, Aim.ROWS, Aim.START, Aim.END, Aim.ROWS, Aim.ROWS, Aim.START,
        Aim.ROWS, Aim.END, Aim.END);
    private static final String COMPRESSION = "compression: {svd: {size: 40, num_training_samples: 300, "
        + "num_validation_samples: 20}, whitening: aLIGO_ZERO_DET_high_P_asd.txt}\n";
    private static final long HDF5_SIGNATURE = 0x894844460d0a1a0aL;

    /** Where a kill is aimed; it lands there or, where the process is quicker, later. */
    private enum Aim {
        START, LAYOUT, ROWS, END
    }

    /** Where it landed, by what it left. */
    private enum Phase {
        /** Before this process wrote anything. */
        STARTING,
        /** The files were being laid out, the journal does not say so yet. */
        LAYING_OUT,
        /** Rows were being written. */
        WRITING_ROWS,
        /** All rows are in, texts were being added. */
        FINISHING,
        /** The dataset stands at its name, the process had not ended. */
        RENAMED
    }

    private final Random random = new Random(SEED);
    private final Map<Phase, Integer> landed = new EnumMap<>(Phase.class);
    @TempDir
    private Path directory;
    private Path settings;
    private Path target;
    private Path part;
    private Path journal;

    @ParameterizedTest
    @ValueSource(strings = {"", COMPRESSION})
    void aRunKilledAtAnyMomentIsResumedToTheSameBytes(String compression) throws Exception {
        settings = Samples.changed(directory, Samples.REJECTING.replace("f_max: 64.0", "f_max: 256.0") + compression,
            "  chi_1:",
            // Few draws satisfy this: the time goes into drawing, not into filling the disk.
            "  chirp_mass: Constraint(minimum=35.0, maximum=35.16)\n  chi_1:");
        aimAt("undisturbed");
        long began = System.nanoTime();
        assertEquals(0, start().waitFor(), this::said);
        long undisturbedMillis = (System.nanoTime() - began) / 1_000_000;
        Map<String, byte[]> expected = StoredBytes.of(target);
        assertFalse(StoredBytes.rejections(target).isEmpty(), "draws are rejected");

        int kills = 0;
        int datasets = 0;
        while (kills < KILLS) {
            aimAt("killed" + datasets++);
            boolean done = false;
            while (!done) {
                Instant start = Instant.now();
                Process child = start();
                boolean killed = kills < KILLS && kill(child, start, undisturbedMillis, kills + 1);
                if (killed) {
                    kills++;
                    if (Files.exists(target)) {
                        StoredBytes.assertSame(expected, StoredBytes.of(target), "after kill " + kills);
                    }
                } else {
                    assertEquals(0, child.waitFor(), this::said);
                    done = true;
                }
            }
            StoredBytes.assertSame(
                expected, StoredBytes.of(target), "dataset " + datasets + " with " + kills + " kills");
            assertEquals(List.of(target), filesOfTheRun(), "nothing else is left");
            Files.delete(target);
        }
        System.out.printf(Locale.ROOT, "%d kills of %d datasets (seed %d, %.1f s undisturbed): %s%n",
            kills, datasets, SEED, undisturbedMillis / 1000.0, landed);
        assertEquals(KILLS, landed.values().stream().mapToInt(Integer::intValue).sum());
    }

    private void aimAt(String name) {
        target = directory.resolve(name + ".hdf5");
        part = directory.resolve(name + ".hdf5.part");
        journal = directory.resolve(name + ".hdf5.part.journal");
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow", "--add-modules",
            "jdk.incubator.vector", "-XX:+UseSerialGC", "-Xmx512m",
            "-cp", System.getProperty("java.class.path"), "org.chirpmill.cli.Chirpmill",
            "generate", settings.toString(), "-o", target.toString(), "-n", String.valueOf(ROWS), "--resume")
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("said").toFile())
            .start();
    }

    private String said() {
        try {
            return Files.readString(directory.resolve("said"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Kills the process at a random moment; whether it was still alive then. */
    private boolean kill(Process child, Instant start, long undisturbedMillis, int number) throws Exception {
        boolean isNew = !Files.exists(journal) && !Files.exists(target);
        Aim aim = isNew && random.nextInt(4) == 0 ? Aim.LAYOUT : AIMS.get((number - 1) % AIMS.size());
        long delayMicros = switch (aim) {
            case START -> random.nextLong(1000 * undisturbedMillis / 4);
            case ROWS -> random.nextLong(500 * undisturbedMillis);
            case LAYOUT -> random.nextLong(20_000);
            case END -> random.nextLong(40_000);
        };
        switch (aim) {
            case START -> { }
            case LAYOUT -> waitUntil(child, () -> Files.exists(journal));
            case ROWS -> waitUntil(child, () -> changedSince(part, start));
            case END -> waitUntil(child, () -> Files.exists(target) || isFinishing() && changedSince(part, start));
        }
        boolean ended = child.waitFor(delayMicros, TimeUnit.MICROSECONDS);
        child.destroyForcibly();
        int exitCode = child.waitFor();
        if (ended || exitCode == 0) {
            return false;
        }
        assertEquals(128 + 9, exitCode, this::said);
        Phase phase = phase(start);
        landed.merge(phase, 1, Integer::sum);
        System.out.printf("kill %3d: aimed at %-6s landed %5d ms after the start, %s%s%n", number, aim,
            start.until(Instant.now()).toMillis(), phase, resumedFrom());
        return true;
    }

    private static void waitUntil(Process child, BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean() && !child.waitFor(200, TimeUnit.MICROSECONDS)) {
            Thread.onSpinWait();
        }
    }

    private Phase phase(Instant start) throws IOException {
        if (Files.exists(target)) {
            return changedSince(target, start) ? Phase.RENAMED : Phase.STARTING;
        }
        if (!changedSince(part, start) && !changedSince(journal, start)) {
            return Phase.STARTING;
        }
        if (!Files.exists(part)) {
            return Phase.LAYING_OUT;
        }
        return isFinishing() ? Phase.FINISHING : Phase.WRITING_ROWS;
    }

    private static boolean changedSince(Path file, Instant start) {
        try {
            return Files.getLastModifiedTime(file).compareTo(FileTime.from(start)) > 0;
        } catch (IOException absent) {
            return false;
        }
    }

    /** Whether the part is HDF5 again. */
    private boolean isFinishing() {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(part))) {
            return in.readLong() == HDF5_SIGNATURE;
        } catch (IOException absent) {
            return false;
        }
    }

    private String resumedFrom() {
        return said().lines().filter(line -> line.contains("are there already")).findFirst()
            .map(line -> line.replaceFirst("chirpmill: (\\S+) of .*", " (had begun at row $1)")).orElse("");
    }

    private List<Path> filesOfTheRun() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            String name = target.getFileName().toString();
            return files.filter(file -> file.getFileName().toString().startsWith(name)).toList();
        }
    }
}
