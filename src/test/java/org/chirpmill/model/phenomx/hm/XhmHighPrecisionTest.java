package org.chirpmill.model.phenomx.hm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.phenomx.AlignedBinary;
import org.chirpmill.model.phenomx.Landmarks;
import org.chirpmill.model.phenomx.Remnant;
import org.chirpmill.reference.ReferenceWaveforms;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.api.Test;

/**
 * The gluing of the mixed mode against 50 digits (src/test/reference-scripts/xhm_high_precision.py), ours and
 * LALSimulation's side by side: where it takes finite differences we take derivatives.
 */
class XhmHighPrecisionTest {
    /** Of the mode's largest value at these frequencies. */
    private static final double TOLERANCE = 1e-11;

    /** One line: frequency in Hz, then real and imaginary part of the truth and of LALSimulation's mode. */
    private record Truth(double frequency, double real, double imaginary, double lalReal, double lalImaginary) {}

    @Test
    void onEveryRowTheMixedModeIsNearerToTheTruthThanLalsimulations() throws IOException, SourceRefusedException {
        ReferenceWaveforms reference = ReferenceWaveforms.of("IMRPhenomXHM");
        Map<String, List<Truth>> rows = truths();
        assertEquals(102, rows.size());
        StringBuilder sideBySide = new StringBuilder();
        boolean isNearer = true;
        for (Map.Entry<String, List<Truth>> row : rows.entrySet()) {
            String[] name = row.getKey().split(" ");
            SourceParameters source = reference.group(name[0]).source(Integer.parseInt(name[1]));
            double[] h = evaluate(source, row.getValue());
            double peak = 0;
            double ours = 0;
            double theirs = 0;
            for (int i = 0; i < row.getValue().size(); i++) {
                Truth truth = row.getValue().get(i);
                peak = Math.max(peak, Math.hypot(truth.real, truth.imaginary));
                ours = Math.max(ours, Math.hypot(h[2 * i] - truth.real, h[2 * i + 1] - truth.imaginary));
                theirs = Math.max(theirs, Math.hypot(truth.lalReal - truth.real, truth.lalImaginary - truth.imaginary));
            }
            sideBySide.append(String.format(Locale.ROOT, "%s: ours %.1e, LALSimulation's %.1e%n",
                row.getKey(), ours / peak, theirs / peak));
            isNearer &= ours < theirs && ours <= TOLERANCE * peak;
        }
        assertTrue(isNearer, sideBySide::toString);
    }

    private static double[] evaluate(SourceParameters source, List<Truth> truths) throws SourceRefusedException {
        FrequencyGrid grid = FrequencyGrid.ofSamples(truths.stream().mapToDouble(Truth::frequency).toArray());
        AlignedBinary binary = AlignedBinary.of(source);
        Remnant remnant = Remnant.of(binary);
        double[] row = new double[CoprecessingRow.SIZE];
        CoprecessingModes.write(binary, remnant, Landmarks.of(binary, remnant), 20, source.phase(),
            source.luminosityDistanceMpc(), EnumSet.of(HigherMode.L3M2),
            new CoprecessingModes.Route(false, Double.MAX_VALUE, Double.MAX_VALUE), row, 0);
        double[] tables = GridTables.of(grid);
        double[] h = new double[2 * grid.bins()];
        for (int bin = 0; bin < grid.bins(); bin++) {
            double[] out = new double[4];
            CoprecessingKernel.addL3M2(row, 0, tables, grid.bins(), bin, 1, 0, 0, 0, out, 0);
            h[2 * bin] = out[0];
            h[2 * bin + 1] = out[1];
        }
        return h;
    }

    private static Map<String, List<Truth>> truths() throws IOException {
        try (Stream<String> lines = Files.lines(ReferenceWaveforms.resource("IMRPhenomXHM_32_high_precision.tsv"))) {
            return lines.filter(line -> !line.startsWith("#")).map(line -> line.split("\t")).collect(
                Collectors.groupingBy(words -> words[0] + " " + words[1], LinkedHashMap::new,
                    Collectors.mapping(XhmHighPrecisionTest::truth, Collectors.toList())));
        }
    }

    private static Truth truth(String[] words) {
        return new Truth(Double.parseDouble(words[2]), Double.parseDouble(words[3]), Double.parseDouble(words[4]),
            Double.parseDouble(words[5]), Double.parseDouble(words[6]));
    }
}
