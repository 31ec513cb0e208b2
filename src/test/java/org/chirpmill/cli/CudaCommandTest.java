package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.kernels.HostCompiler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The cuda backend as a user meets it, through JCuda and all but the driver, for which a library stands in that runs
 * the device code on the CPU: see {@code src/test/kernels/stand_in_driver.cpp}.
 */
class CudaCommandTest {
    private static final int VECTORS = 70;

    @TempDir
    private static Path driver;

    @TempDir
    private Path directory;

    @BeforeAll
    static void buildDriver() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux") && System.getProperty("os.arch").equals("amd64"));
        if (HostCompiler.ROUNDING.obstacle().isPresent()) {
            return;
        }
        Process compiler = new ProcessBuilder("g++", "-std=c++17", "-O2", "-ffp-contract=off", "-shared", "-fPIC",
            "-Wl,-soname,libcuda.so.1", "-o", driver.resolve("libcuda.so.1").toString(),
            "src/test/kernels/stand_in_driver.cpp", "-x", "c++", "kernels/phenomd.cu",
            "kernels/turn.cu", "kernels/project.cu", "-ldl").inheritIO().start();
        assertEquals(0, compiler.waitFor(), "g++ says above what is wrong");
    }

    @BeforeEach
    void requireDriver() {
        HostCompiler.ROUNDING.require();
    }

    private CommandLineRun run(Map<String, String> behaviour, Object... arguments) throws Exception {
        Map<String, String> environment = new HashMap<>(behaviour);
        environment.put("LD_LIBRARY_PATH", driver.toString());
        environment.put("STAND_IN_REPORT", directory.resolve("report").toString());
        return ChildJvm.run(environment, List.of("-Djava.io.tmpdir=" + directory), arguments);
    }

    private void requireNothingHeld() throws Exception {
        String report = Files.readString(directory.resolve("report"));
        assertTrue(report.startsWith("0 blocks, 0 pins, 0 streams;"), report);
        try (var left = Files.list(directory)) {
            assertEquals(List.of(), left.filter(path -> path.toString().contains("chirpmill-cuda")).toList());
        }
    }

    @Test
    void devicesListsEveryCard() throws Exception {
        String out = run(Map.of("STAND_IN_DEVICES", "2"), "devices", "--no-rate").out();
        assertTrue(out.contains("cuda      yes  GPU 0 (Stand-in), GPU 1 (Stand-in)  <- auto takes this"), out);
        for (int index = 0; index < 2; index++) {
            assertTrue(out.contains(System.lineSeparator() + " ".repeat(15) + index
                + "  Stand-in, 0.1 of 0.1 GiB free, compute capability 9.0, driver "), out);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        STAND_IN_INIT       | 100   | the cuda backend finds no NVIDIA GPU: see what nvidia-smi lists and what \
        CUDA_VISIBLE_DEVICES says
        STAND_IN_DEVICES    | 0     | the cuda backend finds no NVIDIA GPU: see what nvidia-smi lists and what \
        CUDA_VISIBLE_DEVICES says
        STAND_IN_INIT       | 803   | the cuda backend cannot start the NVIDIA driver \
        (CUDA_ERROR_SYSTEM_DRIVER_MISMATCH, so the stand-in says): see whether nvidia-smi works
        STAND_IN_VERSION    | 10020 | the cuda backend needs an NVIDIA driver for CUDA 11.0 or newer, and this one is \
        for CUDA 10.2: install a newer driver
        STAND_IN_CAPABILITY | 61    | the cuda backend needs a GPU of compute capability 7.5 (Turing) or newer, and \
        GPU 0 (Stand-in) has 6.1: use a newer one
        """)
    void whatStandsInTheWayIsOneSentence(String variable, String value, String sentence) throws Exception {
        CommandLineRun run = run(Map.of(variable, value), "generate", Samples.QUICK, "--backend", "cuda",
            "-o", directory.resolve("set.hdf5"));
        assertEquals("chirpmill: " + sentence + ", or use the vector backend." + System.lineSeparator(), run.out());
        assertEquals(2, run.exitCode());
        assertFalse(Files.exists(directory.resolve("set.hdf5")));
    }

    /** With a tolerance that no row meets all bins are evaluated and projected there too, after the chosen ones. */
    @ParameterizedTest
    @CsvSource({"0.01, ''", "1e-12, ''", "0.01, ', phase_heterodyning: {order: 0}'",
        "1e-12, ', phase_heterodyning: {order: 2}'"})
    void aDeviceProjectsTheChosenBinsAndRowsAreMadeWhole(String tolerance, String otherSteps) throws Exception {
        String quick = Files.readString(Samples.QUICK);
        Path training = Files.writeString(directory.resolve("training.yaml"),
            quick + "compression: {svd: {size: 40, num_training_samples: 400, sampling: 0.01}" + otherSteps + "}\n");
        CommandLineRun.generate(training, directory.resolve("trained.hdf5"), "-n", 1);
        CommandLineRun.succeeding(
            "svd", "export", directory.resolve("trained.hdf5"), "-o", directory.resolve("basis.hdf5"));
        Path settings = Files.writeString(directory.resolve("sampled.yaml"),
            quick + "compression: {svd: {file: basis.hdf5, sampling: " + tolerance + "}" + otherSteps + "}\n");
        Path here = directory.resolve("here.hdf5");
        CommandLineRun.generate(settings, here, "-n", 20, "--sampling", "off");
        Path there = directory.resolve("there.hdf5");
        CommandLineRun run = run(Map.of(), "generate", settings, "--backend", "cuda", "-n", 20, "-p", 2,
            "--batch-size", 5, "-o", there);
        assertEquals(0, run.exitCode(), run.out());
        int madeWhole = Pattern.compile("on (\\d+) of 20 rows the chosen bins tell too little").matcher(run.out())
            .results().mapToInt(found -> Integer.parseInt(found.group(1))).sum();
        assertTrue(tolerance.equals("1e-12") ? madeWhole == 20 : madeWhole < 20, run.out());
        requireNothingHeld();
        // A row's flag, and of each polarization 40 coefficients, beside them 24 other numbers the first time.
        int bytesOut = 20 * (4 + 2 * (40 + 24) * 8) + madeWhole * (4 + 2 * 40 * 8);
        String report = Files.readString(directory.resolve("report"));
        assertTrue(report.endsWith("; " + bytesOut + " bytes out"), madeWhole + " rows made whole, " + report);
        CommandLineRun.succeeding("compare", here, there, "--tolerance", "1e-3");
    }

    @Test
    void aDriverThatRefusesTheKernelsIsOneSentence() throws Exception {
        CommandLineRun run = run(Map.of("STAND_IN_LOAD", "222"), "generate", Samples.QUICK, "--backend", "cuda",
            "-o", directory.resolve("set.hdf5"));
        assertEquals(2, run.exitCode(), run.out());
        assertTrue(run.out().startsWith("chirpmill: the NVIDIA driver of GPU 0 (Stand-in) does not take the phenomd "
            + "kernels (CUDA_ERROR_UNSUPPORTED_PTX_VERSION, so the stand-in says; driver "), run.out());
        assertTrue(run.out().endsWith("): install a newer driver, or use the vector backend." + System.lineSeparator()),
            run.out());
    }

    @Test
    void aLibraryThatIsNoDriverIsOneSentence() throws Exception {
        Path fake = Files.createDirectory(directory.resolve("fake"));
        Files.createFile(fake.resolve("empty.cpp"));
        assertEquals(0, new ProcessBuilder("g++", "-shared", "-fPIC", "-o", fake.resolve("libcuda.so.1").toString(),
            fake.resolve("empty.cpp").toString()).inheritIO().start().waitFor());
        CommandLineRun run = ChildJvm.run(Map.of("LD_LIBRARY_PATH", fake.toString()), List.of(), "generate",
            Samples.QUICK, "--backend", "cuda", "-o", directory.resolve("set.hdf5"));
        assertEquals("chirpmill: the cuda backend needs an NVIDIA driver for CUDA 11.0 or newer, and the one here "
            + "(libcuda.so.1) lacks cuInit: install a newer driver, or use the vector backend."
            + System.lineSeparator(), run.out());
        assertEquals(2, run.exitCode());
    }

    @Test
    void whereJCudaCannotBeLoadedOneSentenceSaysSoAndAutoGoesOn() throws Exception {
        Map<String, String> environment = Map.of("LD_LIBRARY_PATH", driver.toString());
        List<String> options = List.of("-Djava.io.tmpdir=" + directory.resolve("absent"));
        String out = ChildJvm.run(environment, options, "devices", "--no-rate").out();
        assertTrue(out.contains("cuda      no   the cuda backend could not load JCuda (no folder could be made in "),
            out);
        assertTrue(out.contains("scalar    yes  "), out);
    }

    @Test
    void aDatasetIsThatOfTheScalarBackend() throws Exception {
        Path expected = directory.resolve("scalar.hdf5");
        CommandLineRun.generate(Samples.QUICK, expected, "-n", 300, "--backend", "scalar", "--precision", "double");
        Path found = directory.resolve("cuda.hdf5");
        CommandLineRun run = run(Map.of("STAND_IN_DEVICES", "2"), "generate", Samples.QUICK, "-n", 300, "-p", 3,
            "--precision", "double", "--backend", "cuda", "--devices", "0,1", "-o", found, "--accuracy", "exact");
        assertEquals(0, run.exitCode(), run.out());
        requireNothingHeld();
        Map<String, byte[]> rows = StoredBytes.of(found);
        Map<String, byte[]> expectedRows = StoredBytes.of(expected);
        assertArrayEquals(expectedRows.get("/parameters"), rows.get("/parameters"));
        for (String path : List.of("/polarizations/h_plus", "/polarizations/h_cross")) {
            requireClose(expectedRows.get(path), rows.get(path), path);
        }
    }

    private static void requireClose(byte[] expected, byte[] found, String what) {
        DoubleBuffer ours = ByteBuffer.wrap(found).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
        DoubleBuffer theirs = ByteBuffer.wrap(expected).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
        double peak = 0;
        for (int i = 0; i < theirs.capacity(); i++) {
            peak = Math.max(peak, Math.abs(theirs.get(i)));
        }
        assertEquals(theirs.capacity(), ours.capacity(), what);
        for (int i = 0; i < theirs.capacity(); i++) {
            assertEquals(theirs.get(i), ours.get(i), 1e-11 * peak, what + ", number " + i);
        }
    }

    @ParameterizedTest
    @CsvSource({"single, 1e-6", "double, 1e-11"})
    void coefficientsAreThoseOfTheCpuInDoublePrecision(String precision, double tolerance) throws Exception {
        Path settings = StoredCoefficients.settings(directory, Samples.QUICK, VECTORS);
        Path expected = directory.resolve("scalar.hdf5");
        CommandLineRun.generate(settings, expected, "-n", 205, "--backend", "scalar", "--precision", "double",
            "--sampling", "off");
        Path found = directory.resolve("cuda.hdf5");
        CommandLineRun run = run(Map.of("STAND_IN_DEVICES", "2"), "generate", settings, "-n", 205, "-p", 3,
            "--batch-size", 10, "--precision", precision, "--backend", "cuda", "--devices", "0,1", "-o", found,
            "--accuracy", "exact", "--sampling", "off");
        assertEquals(0, run.exitCode(), run.out());
        requireNothingHeld();
        // Two polarizations of 21 batches, none of them by the workers.
        assertTrue(Files.readString(directory.resolve("report")).contains("; 42 projections;"));
        StoredCoefficients.assertClose(expected, found, tolerance);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDeviceThatFailsLeavesWhatResumeCompletes(boolean isCompressed) throws Exception {
        Path settings = isCompressed ? StoredCoefficients.settings(directory, Samples.QUICK, VECTORS) : Samples.QUICK;
        Object[] command = {"generate", settings, "-n", 300, "-p", 2, "--batch-size", 10, "--backend", "cuda", "-o",
            directory.resolve("set.hdf5")};
        CommandLineRun undisturbed = run(Map.of(), command);
        assertEquals(0, undisturbed.exitCode(), undisturbed.out());
        Map<String, byte[]> expected = StoredBytes.of(directory.resolve("set.hdf5"));
        Files.delete(directory.resolve("set.hdf5"));

        CommandLineRun failed = run(Map.of("STAND_IN_FAIL", "12"), command);
        assertEquals(1, failed.exitCode(), failed.out());
        // Whichever call comes first after the failure tells of it.
        String sentence = "chirpmill: GPU 0 \\(Stand-in\\) failed while [a-z_ ]+ \\(CUDA_ERROR_ILLEGAL_ADDRESS, an "
            + "illegal memory access was encountered\\); what was written stays: the same command with --resume goes "
            + "on from there\\.";
        assertTrue(failed.out().lines().anyMatch(line -> line.matches(sentence)), failed.out());
        assertFalse(Files.exists(directory.resolve("set.hdf5")));

        Object[] resumed = Arrays.copyOf(command, command.length + 1);
        resumed[command.length] = "--resume";
        CommandLineRun completed = run(Map.of(), resumed);
        assertEquals(0, completed.exitCode(), completed.out());
        assertTrue(completed.out().contains("of 300 rows are there already."), completed.out());
        StoredBytes.assertSame(expected, StoredBytes.of(directory.resolve("set.hdf5")), "resumed");
        requireNothingHeld();
    }

    @Test
    void tooLittleMemoryMakesLaunchesSmaller() throws Exception {
        CommandLineRun run = run(Map.of("STAND_IN_MEMORY", String.valueOf(600_000)), "generate", Samples.QUICK, "-n",
            40, "-p", 1, "--batch-size", 20, "--backend", "cuda", "-o", directory.resolve("set.hdf5"));
        assertEquals(0, run.exitCode(), run.out());
        requireNothingHeld();
    }

    @Test
    void aFastKernelGetsTheSharedMemoryThatItsModuleAsksFor() throws Exception {
        Path exact = directory.resolve("exact.hdf5");
        Path fast = directory.resolve("fast.hdf5");
        assertEquals(0, run(Map.of(), "generate", Samples.QUICK, "-n", 20, "--backend", "cuda", "-o", exact)
            .exitCode());
        CommandLineRun run = run(Map.of("STAND_IN_FAST", "1"), "generate", Samples.QUICK, "-n", 20, "--backend",
            "cuda", "-o", fast);
        assertEquals(0, run.exitCode(), run.out());
        StoredBytes.assertSame(exact, fast, "the same formulas");
        assertEquals("exact", accuracy(exact), "no fast kernel, no tolerance");
        assertEquals("fast(1e-6)", accuracy(fast));
        assertTrue(run.out().matches("(?s).* on cuda with \\d+ threads?, accuracy fast\\(1e-6\\)\\..*"), run.out());
    }

    private static String accuracy(Path dataset) throws Exception {
        try (DatasetReader reader = DatasetReader.open(dataset)) {
            return reader.attributes().get("accuracy");
        }
    }
}
