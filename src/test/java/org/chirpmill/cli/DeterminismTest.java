package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Row i is a function of the settings, the seed and i. */
class DeterminismTest {
    private static final List<String> ROWS =
        List.of("/parameters", "/polarizations/h_plus", "/polarizations/h_cross");

    @TempDir
    private Path directory;

    private void assertTheSameInAnyDivision(Path settings, String rows) {
        Path first = directory.resolve("first.hdf5");
        CommandLineRun.generate(settings, first, "-n", rows, "--seed", 5, "--threads", 1, "--batch-size", 1);
        Map<String, byte[]> expected = StoredBytes.of(first);
        for (int threads = 1; threads <= 2; threads++) {
            for (int batch : new int[] {1, 7, 100}) {
                Path other = directory.resolve("other.hdf5");
                CommandLineRun.generate(settings, other, "-n", rows, "--seed", 5, "--threads", threads,
                    "--batch-size", batch, "--force");
                StoredBytes.assertSame(
                    expected, StoredBytes.of(other), threads + " threads, batches of " + batch);
            }
        }
        CommandLineRun.generate(settings, directory.resolve("other.hdf5"), "-n", rows, "--seed", 5, "--force");
        StoredBytes.assertSame(expected, StoredBytes.of(directory.resolve("other.hdf5")), "by default");
    }

    @Test
    void threadsAndBatchSizeDoNotChangeAByteOfTheQuickSet() {
        assertTheSameInAnyDivision(Samples.QUICK, "215");
    }

    @Test
    void threadsAndBatchSizeDoNotChangeAByteWhereDrawsAreRejected() throws IOException {
        assertTheSameInAnyDivision(Samples.rejecting(directory), "330");
        assertFalse(StoredBytes.rejections(directory.resolve("first.hdf5")).isEmpty(), "draws are rejected");
    }

    @Test
    void aLongerDatasetBeginsWithTheShorterOnesRows() throws IOException {
        Path settings = Samples.rejecting(directory);
        Path shorter = directory.resolve("shorter.hdf5");
        Path longer = directory.resolve("longer.hdf5");
        CommandLineRun.generate(settings, shorter, "-n", 90);
        CommandLineRun.generate(settings, longer, "-n", 241);
        Map<String, byte[]> few = StoredBytes.of(shorter);
        Map<String, byte[]> many = StoredBytes.of(longer);
        for (String path : ROWS) {
            assertArrayEquals(few.get(path), Arrays.copyOf(many.get(path), few.get(path).length), path);
        }
        assertEquals(StoredBytes.rejections(shorter),
            StoredBytes.rejections(longer).stream().filter(rejection -> rejection.row() < 90).toList());
    }

    @Test
    void anotherSeedGivesOtherRows() throws IOException {
        Path settings = Samples.rejecting(directory);
        Path one = directory.resolve("one.hdf5");
        Path two = directory.resolve("two.hdf5");
        CommandLineRun.generate(settings, one, "--seed", 1);
        CommandLineRun.generate(settings, two, "--seed", 2);
        for (String path : ROWS) {
            byte[] a = StoredBytes.of(one).get(path);
            byte[] b = StoredBytes.of(two).get(path);
            int rowBytes = a.length / 150;
            for (int row = 0; row < 150; row++) {
                assertFalse(Arrays.equals(a, row * rowBytes, (row + 1) * rowBytes, b, row * rowBytes,
                    (row + 1) * rowBytes), path + ", row " + row + " is the same for both seeds");
            }
        }
    }

    @Test
    void theSpacingOfTheGridDoesNotChangeTheSources() throws IOException {
        Path coarse = directory.resolve("coarse.hdf5");
        Path fine = directory.resolve("fine.hdf5");
        CommandLineRun.generate(Samples.rejecting(directory), coarse);
        CommandLineRun.generate(
            Samples.changed(directory, Samples.REJECTING, "delta_f: 0.5", "delta_f: 0.25"), fine, "--precision",
            "double");
        assertArrayEquals(StoredBytes.of(coarse).get("/parameters"), StoredBytes.of(fine).get("/parameters"));
    }

    @Test
    void anInterruptedRunIsResumedToTheSameBytes() throws Exception {
        // Slow to draw, so that there is time to interrupt: one draw in some thousands satisfies the constraint.
        Path settings = Samples.changed(directory, Samples.REJECTING, "  chi_1:",
            "  chirp_mass: Constraint(minimum=40.0, maximum=40.02)\n  chi_1:");
        Path undisturbed = directory.resolve("undisturbed.hdf5");
        CommandLineRun.generate(settings, undisturbed, "-n", 400);
        Path target = directory.resolve("resumed.hdf5");
        Random random = new Random(11);
        int interruptions = 0;
        CommandLineRun run;
        do {
            AtomicReference<CommandLineRun> result = new AtomicReference<>();
            Object[] command = {"generate", settings, "-o", target, "-n", 400, "--resume", "--threads",
                1 + random.nextInt(2), "--batch-size", 1 + random.nextInt(12)};
            Thread running = Thread.ofPlatform().start(() -> result.set(CommandLineRun.of(command)));
            if (interruptions < 4) {
                while (running.isAlive() && !Files.exists(directory.resolve("resumed.hdf5.part"))) {
                    Thread.onSpinWait();
                }
                Thread.sleep(random.nextInt(100));
                running.interrupt();
            }
            running.join();
            run = result.get();
            if (run.exitCode() != 0) {
                interruptions++;
                assertEquals(1, run.exitCode(), run.err());
                assertTrue(run.err().matches("(?s).*(--resume|could not begin .*InterruptException).*"), run.err());
                assertFalse(Files.exists(target), "nothing stands at the target's name");
            }
        } while (run.exitCode() != 0);
        assertTrue(interruptions > 0, "at least one run was interrupted");
        StoredBytes.assertSame(undisturbed, target, "after " + interruptions + " interruptions");
    }
}
