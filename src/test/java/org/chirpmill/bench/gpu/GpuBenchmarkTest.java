package org.chirpmill.bench.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chirpmill.bench.ProductionGrid;
import org.chirpmill.engine.cuda.EmulatedCard;
import org.chirpmill.engine.cuda.EmulatedDevice;
import org.chirpmill.engine.cuda.EmulatedImage;
import org.chirpmill.kernels.HostCompiler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.jr.ob.JSON;

/** The benchmark of {@code bench/gpu} from end to end on an emulated card, with little to do. */
class GpuBenchmarkTest {
    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    @BeforeEach
    void requireCompiler() {
        HostCompiler.ROUNDING.require();
    }

    private static Bench bench(EmulatedDevice device, BenchmarkPlan plan, double seconds) {
        EmulatedCard emulated = EmulatedCard.of(device);
        return new Bench(emulated.card(), emulated.gauge(), emulated.backend(), plan, NOWHERE,
            System.nanoTime() + (long) (seconds * 1e9));
    }

    private static BenchmarkPlan plan() {
        return new BenchmarkPlan(List.of("IMRPhenomXHM", "IMRPhenomD"),
            Optional.of(Path.of("src/test/resources/reference")), 3, 1, ProductionGrid.TINY,
            List.of(ProductionGrid.TINY, ProductionGrid.MULTIBANDED), List.of(3, 2), 2, 1, 1 << 16,
            Optional.of(ProductionGrid.TINY), 0.01, List.of("IMRPhenomD"), ProductionGrid.TINY, List.of(2),
            new ProjectionPlan(List.of("IMRPhenomD"), ProductionGrid.TINY, List.of(6, 3), 3, List.of(3, 2)));
    }

    @Test
    void everyStepLeavesItsFigures(@TempDir Path folder) throws IOException, InterruptedException {
        EmulatedDevice device = new EmulatedDevice(0, EmulatedImage.Fast.REAL, 9);
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        int status = new GpuBenchmark(bench(device, plan(), 600), Optional.of(folder))
            .measure(new PrintStream(table, true, StandardCharsets.UTF_8));
        String text = table.toString(StandardCharsets.UTF_8);
        assertEquals(0, status, text);
        assertTrue(text.contains("all agree") && text.lines().count() <= 60 && text.length() < 11_000, text);
        assertEquals(text, Files.readString(folder.resolve("gpu.txt")));
        Map<String, Object> json = JSON.std.mapFrom(Files.readString(folder.resolve("gpu.jsonl")));
        // Two batches, two grids, two precisions, of XHM exact and fast, of D exact; shapes of XPHM and D.
        assertEquals(24, ((List<?>) json.get("kernels")).size());
        assertEquals(21, ((List<?>) json.get("launch_shapes")).size());
        List<?> runs = (List<?>) ((Map<?, ?>) json.get("end_to_end")).get("runs");
        assertTrue(runs.stream().anyMatch(run -> ((Map<?, ?>) run).get("vectors").equals(0)), text);
        assertTrue(runs.stream().anyMatch(run -> ((Map<?, ?>) run).get("vectors").equals(6)
            && ((Map<?, ?>) run).get("written").equals(true)), text);
        // Of 6 vectors bins are chosen for more than twice as many, and 64 besides.
        assertEquals(2, runs.stream().filter(run -> (int) ((Map<?, ?>) run).get("sampled_bins") > 64).count(), text);
        // Two widths of one model; two batches, two precisions.
        assertEquals(2, ((List<?>) json.get("projection_correctness")).size());
        assertEquals(8, ((List<?>) json.get("projections")).size());
        assertEquals(List.of(), json.get("failures"));
        assertEquals("0 blocks, 0 pins, 0 streams", device.held());
    }

    @Test
    void everyKernelOfTheTinyRunIsRight() throws IOException {
        EmulatedDevice device = new EmulatedDevice(0, EmulatedImage.Fast.REAL, 9);
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        int status = new GpuBenchmark(bench(device, BenchmarkPlan.tiny(), 600), Optional.empty())
            .checkAlone(new PrintStream(table, true, StandardCharsets.UTF_8));
        assertEquals(0, status, () -> table.toString(StandardCharsets.UTF_8));
        assertEquals("0 blocks, 0 pins, 0 streams", device.held());
    }

    @Test
    void withoutTimeNothingIsBegunButTheCheck() throws IOException, InterruptedException {
        EmulatedDevice device = new EmulatedDevice(0);
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        BenchmarkPlan plan = new BenchmarkPlan(List.of("IMRPhenomD"), Optional.empty(), 3, 1, ProductionGrid.TINY,
            List.of(ProductionGrid.TINY), List.of(3), 2, 1, 1 << 16, Optional.empty(), 0.01, List.of("IMRPhenomD"),
            ProductionGrid.TINY, List.of(), ProjectionPlan.tiny());
        assertEquals(0, new GpuBenchmark(bench(device, plan, -1), Optional.empty())
            .measure(new PrintStream(table, true, StandardCharsets.UTF_8)));
        assertTrue(table.toString(StandardCharsets.UTF_8).contains("no time was left"));
    }

    @Test
    void aCoefficientThatIsWrongFailsTheRun() throws IOException {
        EmulatedDevice device = new EmulatedDevice(0).spoilingProjections();
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        BenchmarkPlan plan = new BenchmarkPlan(List.of(), Optional.empty(), 0, 0, ProductionGrid.TINY, List.of(),
            List.of(), 0, 1, 1 << 16, Optional.empty(), 0, List.of(), ProductionGrid.TINY, List.of(),
            new ProjectionPlan(List.of("IMRPhenomD"), ProductionGrid.TINY, List.of(6), 3, List.of()));
        assertEquals(1, new GpuBenchmark(bench(device, plan, 600), Optional.empty())
            .checkAlone(new PrintStream(table, true, StandardCharsets.UTF_8)));
        String text = table.toString(StandardCharsets.UTF_8);
        for (String precision : List.of("single", "double")) {
            assertTrue(text.contains("WRONG: IMRPhenomD projected on 6 vectors in " + precision + " precision, row 0: "
                + "off by "), text);
            assertTrue(text.contains(precision + " precision differs in launches of 1 rows"), text);
        }
    }

    @Test
    void aLostCardFailsTheRun() throws IOException, InterruptedException {
        EmulatedDevice device = new EmulatedDevice(0).failingAt(3);
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        assertEquals(1, new GpuBenchmark(bench(device, plan(), 600), Optional.empty())
            .measure(new PrintStream(table, true, StandardCharsets.UTF_8)));
        assertTrue(table.toString(StandardCharsets.UTF_8).contains("WRONG"));
    }
}
