package org.chirpmill.model.taylorf2;

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

/**
 * Neutron-star binaries reach phases of 1e5 rad, where rounding shows at 1e-10 of the peak: whose rounding it is, ours
 * or LALSimulation's, 40 digits tell (src/test/reference-scripts/taylorf2_high_precision.py).
 */
class TaylorF2HighPrecisionTest {
    private static final double TOLERANCE = 7e-11;

    @Test
    void ourRoundingIsSmallerThanLalsimulations() throws Exception {
        ReferenceWaveforms reference = ReferenceWaveforms.of("TaylorF2");
        ReferenceGroup group = reference.group("bns");
        double ourWorst = 0;
        double theirWorst = 0;
        double ourSum = 0;
        double theirSum = 0;
        List<double[]> truths = truths();
        assertEquals(24 * 6, truths.size());
        for (double[] truth : truths) {
            int row = (int) truth[0];
            int bin = (int) truth[1];
            double peak = 0;
            for (int part = 0; part < group.plus()[row].length; part++) {
                peak = Math.max(peak, Math.max(Math.abs(group.plus()[row][part]), Math.abs(group.cross()[row][part])));
            }
            double[] ours = evaluate(reference, group, row, bin);
            double ourError = Math.hypot(ours[0] - truth[2], ours[1] - truth[3]) / peak;
            double theirError = Math.hypot(
                group.plus()[row][2 * bin] - truth[2], group.plus()[row][2 * bin + 1] - truth[3]) / peak;
            assertTrue(ourError <= TOLERANCE, "row " + row + ", bin " + bin + ": " + ourError);
            ourWorst = Math.max(ourWorst, ourError);
            theirWorst = Math.max(theirWorst, theirError);
            ourSum += ourError;
            theirSum += theirError;
        }
        assertTrue(ourWorst < theirWorst, "worst error: ours " + ourWorst + ", LALSimulation's " + theirWorst);
        assertTrue(ourSum < theirSum, "summed error: ours " + ourSum + ", LALSimulation's " + theirSum);
    }

    private static double[] evaluate(ReferenceWaveforms reference, ReferenceGroup group, int row, int bin)
            throws SourceRefusedException {
        TaylorF2 model = new TaylorF2();
        FrequencyGrid grid = FrequencyGrid.ofSamples(new double[] {reference.frequencies()[bin]});
        double[] coefficients = new double[model.layout().size()];
        model.prepare(group.source(row), new EvaluationFrame(reference.referenceFrequency(), grid), coefficients, 0);
        double[] out = new double[4];
        model.kernel().polarizations(coefficients, 0, GridTables.of(grid), 1, 0, 1, out);
        return out;
    }

    private static List<double[]> truths() throws IOException {
        try (Stream<String> lines = Files.lines(ReferenceWaveforms.resource("TaylorF2_bns_high_precision.tsv"))) {
            return lines.filter(line -> !line.startsWith("#"))
                .map(line -> Stream.of(line.split("\t")).mapToDouble(Double::parseDouble).toArray())
                .toList();
        }
    }
}
