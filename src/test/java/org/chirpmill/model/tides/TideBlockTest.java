package org.chirpmill.model.tides;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.lanes.Lanes;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.api.Test;

class TideBlockTest {
    private static final List<TidalModel> MODELS = List.of(TidalModel.NRTIDAL_V2, TidalModel.NRTIDAL_V3);
    private final SplittableRandom random = new SplittableRandom(20231112);

    private static SourceParameters source(double m1, double m2, double chi1, double chi2, double l1, double l2) {
        return new SourceParameters(m1, m2, 0, 0, chi1, 0, 0, chi2, 0.4, 1.1, 100, l1, l2);
    }

    private SourceParameters draw() {
        return source(0.9 + 2 * random.nextDouble(), 0.9 + 2 * random.nextDouble(), random.nextDouble() - 0.5,
            random.nextDouble() - 0.5, 5000 * random.nextDouble(), 5000 * random.nextDouble());
    }

    private static double[] block(TidalModel model, SourceParameters source) throws SourceRefusedException {
        NeutronStars stars = NeutronStars.of(source);
        double[] row = new double[TideBlock.SIZE];
        TideBlock.clear(row, 0);
        model.write(stars, row, 0);
        SpinInducedPhase.write(stars, row, 0);
        TidalAmplitude.write(stars, 1e3, row, 0);
        TideBlock.taper(row[TideRow.MERGER], row, 0);
        return row;
    }

    @Test
    void aClearedBlockLeavesAModeAsItIs() {
        double[] row = new double[TideBlock.SIZE];
        TideBlock.clear(row, 0);
        for (double f : new double[] {1e-3, 20, 2048, 1e6}) {
            double c = CubeRoot.of(f);
            assertEquals(0, TideKernel.phase(row, 0, f, c));
            assertEquals(0.7, TideKernel.amplitude(row, 0, f, c, 1 / (f * Math.sqrt(c)), Math.log(f), 0.7));
        }
    }

    @Test
    void theSlopeIsThePhasesDerivativeUpToMerger() throws SourceRefusedException {
        for (TidalModel model : MODELS) {
            for (int i = 0; i < 200; i++) {
                SourceParameters source = draw();
                double[] row = block(model, source);
                double f = row[TideRow.MERGER] * (0.02 + 0.98 * random.nextDouble());
                double h = 1e-4 * f;
                double numerical = (phase(row, f - 2 * h) - 8 * phase(row, f - h) + 8 * phase(row, f + h)
                    - phase(row, f + 2 * h)) / (12 * h);
                double slope = TideKernel.slope(row, 0, f, CubeRoot.of(f));
                assertEquals(numerical, slope, 1e-7 * (Math.abs(slope) + 1e-3), model + " at " + f + " Hz, " + source);
            }
        }
    }

    @Test
    void theFittedPhaseIsHeldAtTheFirstBinThatTheNextDoesNotExceed() throws SourceRefusedException {
        for (int i = 0; i < 300; i++) {
            double[] row = block(TidalModel.NRTIDAL_V3, draw());
            double spacing = i % 3 == 0 ? 0.5 : i % 3 == 1 ? 17 : 170;
            FrequencyGrid grid = FrequencyGrid.ofSamples(
                IntStream.range(1, (int) (3000 / spacing)).mapToDouble(bin -> bin * spacing).toArray());
            double expected = firstHeld(grid, row);
            TidalModel.NRTIDAL_V3.hold(grid, row, 0);
            // Where two bins have all but one phase, the phase held is the same to rounding.
            assertEquals(expected == Double.MAX_VALUE, row[TideRow.HELD_FROM] == Double.MAX_VALUE, "is held");
            if (expected != Double.MAX_VALUE) {
                assertEquals(tuned(row, expected), tuned(row, row[TideRow.HELD_FROM]), 1e-12 * tuned(row, expected));
            }
        }
    }

    @Test
    void lanesComputeWhatTheKernelDoes() throws SourceRefusedException {
        int count = 301;
        for (TidalModel model : MODELS) {
            for (int i = 0; i < 20; i++) {
                double[] row = block(model, draw());
                double merger = row[TideRow.MERGER];
                FrequencyGrid grid = FrequencyGrid.ofSamples(
                    IntStream.range(0, count).mapToDouble(bin -> 15 + bin * (1.19 * merger - 15) / count).toArray());
                model.hold(grid, row, 0);
                int stride = count + Lanes.PADDING;
                double[] points = GridTables.of(grid, stride);
                double[] amplitude = Lanes.array(count);
                double[] phase = Lanes.array(count);
                Arrays.fill(amplitude, 0.3);
                Arrays.fill(phase, 2);
                new TideLanes().amplitude(row, 0, points, stride, 0, count, amplitude);
                new TideLanes().phase(row, 0, points, stride, 0, count, phase);
                for (int bin = 0; bin < count; bin++) {
                    double f = grid.frequencies()[bin];
                    double c = CubeRoot.of(f);
                    double newtonian = points[GridTables.NEWTONIAN_AMPLITUDE * stride + bin];
                    double logarithm = points[GridTables.LOGARITHM * stride + bin];
                    assertEquals(TideKernel.amplitude(row, 0, f, c, newtonian, logarithm, 0.3), amplitude[bin], 1e-13);
                    assertEquals(2 + TideKernel.phase(row, 0, f, c), phase[bin],
                        1e-13 * (1 + Math.abs(phase[bin])));
                }
            }
        }
    }

    @Test
    void negativeAndEndlessDeformabilitiesAreRefused() {
        for (double wrong : new double[] {-1e-9, Double.NaN, Double.POSITIVE_INFINITY}) {
            SourceRefusedException refusal = assertThrows(SourceRefusedException.class,
                () -> NeutronStars.of(source(1.4, 1.3, 0, 0, 400, wrong)));
            assertTrue(refusal.getMessage().startsWith("lambda_2 = " + wrong), refusal.getMessage());
        }
    }

    private static double phase(double[] row, double f) {
        return TideKernel.phase(row, 0, f, CubeRoot.of(f));
    }

    private static double tuned(double[] row, double f) {
        return TideKernel.tunedPhase(row, 0, f, CubeRoot.of(f));
    }

    private static double firstHeld(FrequencyGrid grid, double[] row) {
        double[] f = grid.frequencies();
        for (int bin = 1; bin < f.length && f[bin] < row[TideRow.TAPER_END]; bin++) {
            if (f[bin] >= 0.9 * row[TideRow.MERGER] && tuned(row, f[bin]) <= tuned(row, f[bin - 1])) {
                return f[bin - 1];
            }
        }
        return Double.MAX_VALUE;
    }
}
