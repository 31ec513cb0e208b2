package org.chirpmill.cli.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.chirpmill.benchmark.Installation;
import org.chirpmill.benchmark.PublishedCase;
import org.chirpmill.cli.CommandLineRun;
import org.chirpmill.cli.Samples;
import org.chirpmill.run.Recipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.jr.ob.JSON;

class ScalingTest {
    @TempDir
    private Path directory;

    @Test
    void everyDivisionIsTriedAndTheBestIsNamed() throws IOException {
        Path chart = directory.resolve("s.png");
        Path json = directory.resolve("s.json");
        CommandLineRun run = CommandLineRun.of("benchmark", Samples.rejecting(directory), "-n", 24, "--repeats", 2,
            "--scaling", "3,1", "--chart", chart, "--output", json);
        // A bare machine has no fonts to draw with; all else is there even so.
        if (run.exitCode() == 0) {
            assertEquals(1200, ImageIO.read(chart.toFile()).getWidth());
        } else {
            assertTrue(run.err().contains("this machine lacks fonts"), run.err());
        }
        Map<?, ?> found = (Map<?, ?>) ((List<?>) JSON.std.mapFrom(Files.readString(json)).get("scaling")).getFirst();
        assertEquals(24, found.get("waveforms"));
        List<?> points = (List<?>) found.get("points");
        // 24 rows: six batches for each of 1, 2, 3 workers are batches of 4, 2, 2; 100 rows a batch are more than all.
        assertEquals(List.of("1 1", "1 4 automatic", "1 10", "2 1", "2 2 automatic", "2 10", "3 1", "3 2 automatic",
            "3 10"), points.stream().map(point -> label((Map<?, ?>) point)).toList());
        double most = points.stream().mapToDouble(point -> rate((Map<?, ?>) point)).max().orElseThrow();
        assertEquals(most, rate((Map<?, ?>) found.get("best")));
        List<?> one = (List<?>) ((Map<?, ?>) points.get(1)).get("rounds");
        List<?> two = (List<?>) ((Map<?, ?>) points.get(4)).get("rounds");
        assertEquals(2, one.size());
        double ratio = ((Double) two.get(0) / (Double) one.get(0) + (Double) two.get(1) / (Double) one.get(1)) / 2;
        assertEquals(ratio, (Double) found.get("two_threads_to_one"), 1e-12);
        assertTrue(run.out().contains(String.format("  a small set: 2 threads are %.2f times as fast as 1", ratio)),
            run.out());
        assertEquals(3, run.out().lines().filter(line -> line.startsWith("IMRPhenomD, 24 x 129 bins   ")).count(),
            run.out());
    }

    private static String label(Map<?, ?> point) {
        return point.get("threads") + " " + point.get("batch_size")
            + (Boolean.TRUE.equals(point.get("automatic")) ? " automatic" : "");
    }

    private static double rate(Map<?, ?> point) {
        return (Double) ((Map<?, ?>) point.get("waveforms_per_second")).get("median");
    }

    @Test
    void thePublishedCasesAreTheOnesThatTheirFiguresBelongTo() throws IOException {
        for (PublishedCase published : PublishedCase.ALL) {
            Recipe recipe = Recipe.read(Installation.home().resolve(published.settings()));
            boolean precessing = recipe.model().approximant().equals("IMRPhenomXPHM");
            assertEquals(precessing ? 8193 : 2049, recipe.grid().bins(), published.settings());
            assertTrue(precessing || recipe.model().approximant().equals("IMRPhenomD"), published.settings());
        }
    }
}
