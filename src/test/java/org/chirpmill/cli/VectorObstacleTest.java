package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a JVM that cannot run the vector backend says, and does in its place. */
class VectorObstacleTest {
    private static final String NO_MODULE = "the vector backend needs the module jdk.incubator.vector, without which "
        + "this JVM was started: start it with ./chirpmill or with --add-modules jdk.incubator.vector, or take "
        + "the scalar backend";

    @TempDir
    private Path directory;

    @Test
    void aJvmWithoutTheModuleSaysSoAndTakesTheScalarBackend() throws Exception {
        List<String> devices = ChildJvm.run(List.of(), "devices", "--no-rate").out().lines().toList();
        assertTrue(devices.contains("vector    no   " + NO_MODULE), devices::toString);
        assertTrue(devices.stream().anyMatch(line -> line.matches("scalar +yes .*<- auto takes this")),
            devices::toString);

        Path set = directory.resolve("set.hdf5");
        CommandLineRun automatic = ChildJvm.run(List.of(), "generate", Samples.QUICK, "-n", 3, "-o", set, "--verbose");
        assertEquals(0, automatic.exitCode(), automatic.out());
        assertTrue(automatic.out().contains("chirpmill: " + NO_MODULE), automatic.out());
        assertTrue(automatic.out().matches("(?s).* on scalar with \\d+ threads?, accuracy exact\\..*"),
            automatic.out());

        CommandLineRun forced = ChildJvm.run(
            List.of(), "generate", Samples.QUICK, "-n", 3, "-o", set, "--force", "--backend", "vector");
        assertEquals(2, forced.exitCode(), forced.out());
        assertEquals("chirpmill: " + NO_MODULE + "." + System.lineSeparator(), forced.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        -XX:-UseFMA         | the vector backend needs fused multiply-adds
        -XX:MaxVectorSize=8 | the vector backend needs vectors of 2 doubles or more
        """)
    void aJvmWhoseVectorsAreOfNoUseSaysSo(String option, String reason) throws Exception {
        List<String> options = new ArrayList<>(ChildJvm.VECTORS);
        options.add(option);
        String said = ChildJvm.run(options, "devices", "--no-rate").out();
        String line = said.lines().filter(text -> text.startsWith("vector ")).findFirst().orElse(said);
        assertTrue(line.startsWith("vector    no   " + reason) && line.endsWith("or take the scalar backend"), line);
    }

    @ParameterizedTest
    @CsvSource({"-XX:+UseFMA, double", "-XX:-UseFMA, single"})
    void aJvmWithoutVectorsProjectsToTheSameBytes(String option, String precision) throws Exception {
        Bases.ofBins(directory, 129, 32);
        Path settings = Files.writeString(directory.resolve("compressed.yaml"),
            Samples.REJECTING + "compression: {svd: {file: basis.hdf5}}\n");
        Path here = directory.resolve("here.hdf5");
        Path there = directory.resolve("there.hdf5");
        Object[] choices = {"--backend", "scalar", "-n", 7, "--precision", precision};
        CommandLineRun.generate(settings, here, choices);
        List<Object> arguments = new ArrayList<>(List.of("generate", settings, "-o", there));
        arguments.addAll(List.of(choices));
        CommandLineRun run = ChildJvm.run(List.of(option), arguments.toArray());
        assertEquals(0, run.exitCode(), run.out());
        StoredBytes.assertSame(here, there, precision);
    }

    @Test
    void thisJvmsLanesAreCounted() {
        String out = CommandLineRun.succeeding("devices", "--no-rate").out();
        assertTrue(out.lines().anyMatch(line ->
            line.matches("vector +yes +the CPU's SIMD lanes, [248] lanes of double, on \\d+ cores.*")), out);
    }
}
