package org.chirpmill.model.phenomx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.reference.ReferenceGroup;
import org.chirpmill.reference.ReferenceWaveforms;
import org.junit.jupiter.api.Test;

/** Whose rounding it is, ours or LALSimulation's, 50 digits tell (src/test/reference-scripts/xas_high_precision.py). */
class XasHighPrecisionTest {
    private static final double TOLERANCE = 2e-12;

    @Test
    void ourRoundingIsSmallerThanLalsimulations() throws Exception {
        ReferenceWaveforms reference = ReferenceWaveforms.of("IMRPhenomXAS");
        double ourWorst = 0;
        double theirWorst = 0;
        double ourSum = 0;
        double theirSum = 0;
        List<String[]> truths = truths();
        assertEquals((6 + 48) * 16, truths.size());
        for (String[] truth : truths) {
            ReferenceGroup group = reference.group(truth[0]);
            int row = Integer.parseInt(truth[1]);
            int bin = Integer.parseInt(truth[2]);
            double real = Double.parseDouble(truth[3]);
            double imaginary = Double.parseDouble(truth[4]);
            double peak = peak(group, row);
            double[] ours = evaluate(reference, group, row, bin);
            double ourError = Math.hypot(ours[0] - real, ours[1] - imaginary) / peak;
            double theirError = Math.hypot(
                group.plus()[row][2 * bin] - real, group.plus()[row][2 * bin + 1] - imaginary) / peak;
            assertTrue(ourError <= TOLERANCE, truth[0] + " row " + row + ", bin " + bin + ": ours " + ourError
                + ", LALSimulation's " + theirError);
            ourWorst = Math.max(ourWorst, ourError);
            theirWorst = Math.max(theirWorst, theirError);
            ourSum += ourError;
            theirSum += theirError;
        }
        assertTrue(ourWorst < theirWorst, "worst error: ours " + ourWorst + ", LALSimulation's " + theirWorst);
        assertTrue(ourSum < theirSum, "summed error: ours " + ourSum + ", LALSimulation's " + theirSum);
    }

    private static double peak(ReferenceGroup group, int row) {
        double peak = 0;
        for (int part = 0; part < group.plus()[row].length; part += 2) {
            peak = Math.max(peak, Math.hypot(group.plus()[row][part], group.plus()[row][part + 1]));
            peak = Math.max(peak, Math.hypot(group.cross()[row][part], group.cross()[row][part + 1]));
        }
        return peak;
    }

    private static double[] evaluate(ReferenceWaveforms reference, ReferenceGroup group, int row, int bin)
            throws SourceRefusedException {
        PhenomXAS model = new PhenomXAS();
        FrequencyGrid grid = FrequencyGrid.ofSamples(new double[] {reference.frequencies()[bin]});
        double[] coefficients = new double[model.layout().size()];
        model.prepare(group.source(row), new EvaluationFrame(reference.referenceFrequency(), grid), coefficients, 0);
        double[] out = new double[4];
        model.kernel().polarizations(coefficients, 0, GridTables.of(grid), 1, 0, 1, out);
        return out;
    }

    private static List<String[]> truths() throws IOException {
        try (Stream<String> lines = Files.lines(ReferenceWaveforms.resource("IMRPhenomXAS_high_precision.tsv"))) {
            return lines.filter(line -> !line.startsWith("#")).map(line -> line.split("\t")).toList();
        }
    }
}
