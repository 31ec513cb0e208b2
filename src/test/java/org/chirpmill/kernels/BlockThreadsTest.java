package org.chirpmill.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.catalogue.ModelCatalogue;
import org.chirpmill.reference.WideDraws;
import org.chirpmill.rows.Precision;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The threads of a block, real ones here, neither race nor change the answer: the same bytes as those of one thread,
 * and ThreadSanitizer silent where it is installed.
 */
class BlockThreadsTest {
    private static final double TOLERANCE = 1e-6;
    private static final double REFERENCE_FREQUENCY = 20;
    private static final FrequencyGrid GRID = new FrequencyGrid(
        IntStream.rangeClosed(0, 2048).mapToDouble(bin -> bin * 0.5).toArray(), 40, 0.5);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"IMRPhenomXHM, 7", "IMRPhenomXPHM, 7", "IMRPhenomXPHM, 16"})
    void blocksOfManyThreadsAnswerAsOneThreadDoes(String approximant, int threads) throws Exception {
        HostCompiler.ROUNDING.require();
        WaveformModel model = ModelCatalogue.named(approximant).orElseThrow();
        Path program = compile(model.deviceKernel().orElseThrow(), threads);
        WideDraws draws = new WideDraws(model, REFERENCE_FREQUENCY, 3);
        KernelCase rows = KernelCase.of(model, new EvaluationFrame(REFERENCE_FREQUENCY, GRID),
            List.of(draws.source(0), draws.source(1), draws.source(2)));
        Path in = directory.resolve("in");
        Path out = directory.resolve("out");
        write(in, rows.numbers(TOLERANCE));
        run(program.toString(), in.toString(), out.toString());

        KernelCase.Answer expected = rows.fast(HostCompiler.ROUNDING, Precision.DOUBLE, TOLERANCE);
        DoubleBuffer found = ByteBuffer.wrap(Files.readAllBytes(out)).order(ByteOrder.nativeOrder()).asDoubleBuffer();
        for (double[][] polarization : List.of(expected.plus(), expected.cross())) {
            for (double[] row : polarization) {
                double[] there = new double[row.length];
                found.get(there);
                assertArrayEquals(row, there);
            }
        }
        for (int flags : expected.flags()) {
            assertEquals(flags, found.get());
        }
    }

    private Path compile(String kernel, int threads) throws Exception {
        Path program = directory.resolve("block");
        run("g++", "-std=c++17", "-O1", "-ffp-contract=off", "-pthread", isWatched() ? "-fsanitize=thread" : "-g0",
            "-DCHIRPMILL_BLOCK_THREADS=" + threads, "-DENTRY=" + kernel + "_fast_double",
            "-DSOURCE=\"" + HostKernels.source(kernel).toAbsolutePath() + "\"", "-o", program.toString(),
            Path.of("src", "test", "kernels", "block_threads.cpp").toString());
        return program;
    }

    /** Whether a program that does nothing can be watched for races: the sanitizer is a library that may be missing. */
    private boolean isWatched() throws IOException, InterruptedException {
        Path source = Files.writeString(directory.resolve("nothing.cpp"), "int main() {}");
        Path program = directory.resolve("nothing");
        return new ProcessBuilder("g++", "-fsanitize=thread", "-o", program.toString(), source.toString())
            .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0
            && new ProcessBuilder(program.toString()).redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    }

    /** Fails with what the program prints where it fails: ThreadSanitizer's own status for a race is 66. */
    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), printed);
    }

    private static void write(Path file, double[] numbers) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Double.BYTES).order(ByteOrder.nativeOrder());
        bytes.asDoubleBuffer().put(numbers);
        Files.write(file, bytes.array());
    }
}
