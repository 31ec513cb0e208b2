package org.chirpmill.model.phenomx.pnr;

import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_SECONDS;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Locale;
import java.util.stream.IntStream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.lanes.Lanes;
import org.chirpmill.model.phenomx.AlignedBinary;
import org.chirpmill.model.phenomx.Landmarks;
import org.chirpmill.model.phenomx.PhenomXAS;
import org.chirpmill.model.phenomx.Remnant;
import org.chirpmill.model.phenomx.XasPhase;
import org.chirpmill.model.phenomx.hm.FirstReleaseModes;
import org.chirpmill.model.phenomx.hm.HigherMode;
import org.chirpmill.model.phenomx.precession.AngleTableRow;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;
import org.chirpmill.model.phenomx.precession.Precession;
import org.chirpmill.reference.ReferenceGroup;
import org.chirpmill.reference.ReferenceWaveforms;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.api.Test;

/** {@link PnrLanes} beside {@link PnrKernel}, of rows whose angles are the untuned ones. */
class PnrLanesTest {
    /** Over the peak: sums are rounded in another order, and phases are some thousand rad. */
    private static final double TOLERANCE = 3e-12;
    private static final int ROOM = 60;

    @Test
    void allModesAreThoseOfTheScalarKernelOnLists() throws Exception {
        requireSame(FrequencyGrid.ofSamples(ReferenceWaveforms.of("IMRPhenomXPHM").frequencies()));
    }

    @Test
    void allModesAreThoseOfTheScalarKernelOnUniformGrids() throws Exception {
        double[] multiples = IntStream.rangeClosed(0, 10240).mapToDouble(k -> k * 0.1).toArray();
        requireSame(new FrequencyGrid(multiples, 200, 0.1));
    }

    /** The antisymmetric part shows in the sums above. */
    @Test
    void theAntisymmetricPartIsNotSmall() throws Exception {
        FrequencyGrid grid = FrequencyGrid.ofSamples(ReferenceWaveforms.of("IMRPhenomXPHM").frequencies());
        ReferenceGroup group = ReferenceWaveforms.of("IMRPhenomXPHM").groups().get(0);
        double[] row = row(group.source(0), grid);
        double[] with = polarizations(row, grid);
        row[PnrRow.ANTISYMMETRIC + AntisymmetricRow.COUNT] = 0;
        double[] without = polarizations(row, grid);
        double largest = IntStream.range(0, with.length).mapToDouble(i -> Math.abs(with[i] - without[i])).max()
            .orElseThrow();
        assertTrue(largest > 1e-3 * peak(with), () -> largest + " of " + peak(with));
    }

    private static void requireSame(FrequencyGrid grid) throws Exception {
        for (ReferenceGroup group : ReferenceWaveforms.of("IMRPhenomXPHM").groups()) {
            for (int index = 0; index < 4; index++) {
                double[] row = row(group.source(index), grid);
                double[] expected = polarizations(row, grid);
                double[] ours = summed(row, grid);
                double peak = peak(expected);
                for (int i = 0; i < expected.length; i++) {
                    double difference = Math.abs(ours[i] - expected[i]);
                    if (!(difference <= TOLERANCE * peak)) {
                        throw new AssertionError(String.format(Locale.ROOT, "%s row %d, %s Hz, number %d: %s, scalar "
                            + "%s, differ by %.1e of the peak", group.name(), index, grid.frequencies()[i / 4], i % 4,
                            ours[i], expected[i], difference / peak));
                    }
                }
            }
        }
    }

    private static double peak(double[] values) {
        return IntStream.range(0, values.length / 2).mapToDouble(i -> Math.hypot(values[2 * i], values[2 * i + 1]))
            .max().orElseThrow();
    }

    private static double[] polarizations(double[] row, FrequencyGrid grid) {
        double[] out = new double[4 * grid.bins()];
        PnrKernel.polarizations(row, 0, GridTables.of(grid), grid.bins(), grid.firstBin(), grid.bins(), out);
        double[] all = new double[4 * grid.bins()];
        System.arraycopy(out, 0, all, 4 * grid.firstBin(), 4 * (grid.bins() - grid.firstBin()));
        return all;
    }

    private static double[] summed(double[] row, FrequencyGrid grid) {
        int stride = grid.bins() + Lanes.PADDING;
        double[] tables = GridTables.of(grid, stride);
        double[] sum = new double[4 * grid.bins()];
        PnrLanes lanes = new PnrLanes();
        lanes.start(row, 0, grid.frequencies()[grid.firstBin()], grid.maximumFrequency(), 0);
        double[][] out = new double[5][stride];
        for (int mode = 0; mode < lanes.modes(); mode++) {
            int to = grid.firstBin();
            while (to < grid.bins() && grid.frequencies()[to] <= lanes.end(mode)) {
                to++;
            }
            // Blocks, as evaluators have them, that do not end with the pieces.
            for (int from = grid.firstBin(); from < to; from += 177) {
                int end = Math.min(from + 177, to);
                lanes.evaluate(mode, tables, stride, from, end, out);
                for (int bin = from; bin < end; bin++) {
                    double cosine = StrictMath.cos(out[0][bin - from]);
                    double sine = StrictMath.sin(out[0][bin - from]);
                    for (int part = 0; part < 4; part += 2) {
                        double real = out[1 + part][bin - from];
                        double imaginary = out[2 + part][bin - from];
                        sum[4 * bin + part] += real * cosine - imaginary * sine;
                        sum[4 * bin + part + 1] += real * sine + imaginary * cosine;
                    }
                }
            }
        }
        return sum;
    }

    /** A row with the single-spin angles, which are smooth, in its table. */
    private static double[] row(SourceParameters source, FrequencyGrid grid) throws Exception {
        double[] row = new double[PnrRow.TABLE + AngleTableRow.size(ROOM)];
        Precession precession =
            new UntunedPrecession().write(source, 20, Precession.Angles.SINGLE_SPIN, 4, 4096, row, 0, ROOM);
        assertNotNull(precession);
        AlignedBinary aligned = AlignedBinary.of(source);
        Remnant remnant = Remnant.of(aligned);
        Remnant ringing = new Remnant(remnant.mass(), precession.finalSpin(remnant.spin()));
        Landmarks landmarks = Landmarks.of(aligned, remnant).ringingAs(ringing);
        XasPhase phase = FirstReleaseModes.write(aligned, FirstReleaseModes.Merger.of(landmarks, ringing), 20,
            source.luminosityDistanceMpc(), EnumSet.allOf(HigherMode.class),
            PhenomXAS.lastFrequency(source, aligned, grid), row, 0);
        double massSeconds = aligned.totalSolar() * SOLAR_MASS_SECONDS;
        AngleMap map = new AngleMap(0.03, 0.9 * landmarks.ringdown(), false);
        map.write(1, -0.05 * landmarks.ringdown(), massSeconds, row, PnrRow.MAP_L2M1);
        map.write(3, 0.6 * landmarks.ringdown(), massSeconds, row, PnrRow.MAP_L3M3);
        map.write(2, 0.5 * landmarks.ringdown(), massSeconds, row, PnrRow.MAP_L3M2);
        map.write(4, 1.1 * landmarks.ringdown(), massSeconds, row, PnrRow.MAP_L4M4);
        new AntisymmetricPart(grid).write(
            PrecessingBinary.of(source), 0.6, 1.4, phase, massSeconds, mf -> -0.1 / mf, 0.3, 1.2, row, 0);
        return row;
    }
}
