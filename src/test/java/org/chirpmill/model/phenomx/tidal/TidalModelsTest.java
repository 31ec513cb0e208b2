package org.chirpmill.model.phenomx.tidal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.phenomx.XasRow;
import org.chirpmill.model.tides.TideRow;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TidalModelsTest {
    private static final SourceParameters STARS =
        new SourceParameters(1.3, 1.5, 0, 0, 0.1, 0, 0, -0.2, 0.4, 1.1, 100, 900, 400);

    static Stream<WaveformModel> models() {
        return Stream.of(PhenomXASTidal.v2(), PhenomXASTidal.v3(), PhenomXPTidal.v2(), PhenomXPTidal.v3());
    }

    private static FrequencyGrid upTo(double highest) {
        return FrequencyGrid.ofSamples(IntStream.rangeClosed(1, 400).mapToDouble(k -> k * highest / 400).toArray());
    }

    private static double[] row(WaveformModel model, SourceParameters source, FrequencyGrid grid)
            throws SourceRefusedException {
        double[] row = new double[model.layout().size()];
        model.prepare(source, new EvaluationFrame(20, grid), row, 0);
        return row;
    }

    @ParameterizedTest
    @MethodSource("models")
    void thePhaseIsStationaryAtMergerOrWhereTheGridEndsBefore(WaveformModel model) throws SourceRefusedException {
        for (double highest : new double[] {4096, 900}) {
            FrequencyGrid grid = upTo(highest);
            double[] row = row(model, STARS, grid);
            double still = Math.min(row[TidalXasRow.TIDES + TideRow.MERGER], highest);
            double h = 0.01;
            FrequencyGrid near = FrequencyGrid.ofSamples(new double[] {still - h, still, still + h});
            double[] tables = GridTables.of(near);
            // NRTidalv3's phase may be held from before the merger on, which its alignment does not know.
            row[TidalXasRow.TIDES + TideRow.HELD_FROM] = Double.MAX_VALUE;
            row[TidalXasRow.TIDES + TideRow.HELD_ROOT] = Double.MAX_VALUE;
            double before = TidalXasKernel.phase(row, 0, tables, 3, 0);
            double after = TidalXasKernel.phase(row, 0, tables, 3, 2);
            assertEquals(0, (after - before) / (2 * h), 1e-8, "slope at " + still + " Hz");
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void nothingIsLeftFromOnePointTwoTimesTheMerger(WaveformModel model) throws SourceRefusedException {
        FrequencyGrid grid = upTo(4096);
        double[] row = row(model, STARS, grid);
        double end = 1.2 * row[TidalXasRow.TIDES + TideRow.MERGER];
        assertTrue(row[XasRow.CUTOFF] < end);
        double[] out = new double[4 * grid.bins()];
        model.kernel().polarizations(row, 0, GridTables.of(grid), grid.bins(), 0, grid.bins(), out);
        for (int bin = 0; bin < grid.bins(); bin++) {
            double f = grid.frequencies()[bin];
            boolean isZero = Arrays.stream(out, 4 * bin, 4 * bin + 4).allMatch(part -> part == 0);
            assertTrue(f >= end == isZero || f > 0.98 * end, "zero at " + f + " Hz: " + isZero);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void swappingTheStarsChangesNothing(WaveformModel model) throws SourceRefusedException {
        double[] one = row(model, STARS, upTo(2048));
        double[] two = row(model, STARS.withBodiesExchanged(), upTo(2048));
        assertEquals(Arrays.toString(one), Arrays.toString(two));
    }

    @ParameterizedTest
    @MethodSource("models")
    void oneUnitInTheLastPlaceOfADeformabilityMovesTheTidesByLittle(WaveformModel model)
            throws SourceRefusedException {
        double[] one = row(model, STARS, upTo(2048));
        SourceParameters moved = new SourceParameters(1.3, 1.5, 0, 0, 0.1, 0, 0, -0.2, 0.4, 1.1, 100,
            Math.nextUp(900.0), 400);
        double[] two = row(model, moved, upTo(2048));
        for (int i = 0; i < one.length; i++) {
            assertEquals(one[i], two[i], 1e-12 * Math.abs(one[i]), model.layout().names().get(i));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void negativeDeformabilitiesAreRefused(WaveformModel model) {
        SourceParameters wrong = new SourceParameters(1.4, 1.3, 0, 0, 0, 0, 0, 0, 0.4, 1.1, 100, -1, 0);
        SourceRefusedException refusal =
            assertThrows(SourceRefusedException.class, () -> row(model, wrong, upTo(2048)));
        assertEquals("lambda_1 = -1.0 is not a star's tidal deformability", refusal.getMessage());
    }
}
