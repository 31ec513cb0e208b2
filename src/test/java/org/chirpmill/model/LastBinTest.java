package org.chirpmill.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.domain.UniformFrequencyDomain;
import org.chirpmill.model.catalogue.ModelCatalogue;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.api.Test;

/**
 * Where a model's end meets a bin of a uniform grid, to some units in the last place of the total mass, LALSimulation's
 * rounding decides (last_bins.tsv, which src/test/reference-scripts/last_bins.py makes).
 */
class LastBinTest {
    @Test
    void theLastBinIsLalsimulations() throws IOException, SourceRefusedException {
        Map<String, Integer> rows = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/reference/last_bins.tsv"))) {
            if (!line.startsWith("#")) {
                String[] fields = line.split("\t");
                WaveformModel model = ModelCatalogue.named(fields[0]).orElseThrow();
                SourceParameters source = new SourceParameters(
                    Double.parseDouble(fields[1]), Double.parseDouble(fields[2]),
                    Double.parseDouble(fields[3]), 0, 0.3, 0, 0, -0.2, 0.5, 0.4, 500, 0, 0);
                int last = Integer.parseInt(fields[5]);
                FrequencyGrid grid = new UniformFrequencyDomain(20, 1024, Double.parseDouble(fields[4])).grid();
                double[] row = new double[model.layout().size()];
                model.prepare(source, new EvaluationFrame(20, grid), row, 0);
                double[] out = new double[4 * 2];
                model.kernel().polarizations(row, 0, GridTables.of(grid), grid.bins(), last, last + 2, out);
                assertTrue(out[0] != 0, line + ": the last bin is zero");
                assertTrue(out[4] == 0, line + ": the bin behind the last is not");
                rows.merge(fields[0], 1, Integer::sum);
            }
        }
        assertEquals(Map.of("IMRPhenomD", 280, "IMRPhenomXAS", 280, "IMRPhenomXHM", 280, "IMRPhenomXP", 280,
            "IMRPhenomPv2", 280), rows);
    }
}
