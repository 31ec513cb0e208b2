package org.chirpmill.model.phenomx.spintaylor;

import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.WaveformDifference;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.phenomx.AlignedBinary;
import org.chirpmill.model.phenomx.Landmarks;
import org.chirpmill.model.phenomx.Remnant;
import org.chirpmill.model.phenomx.hm.CoprecessingRow;
import org.chirpmill.model.phenomx.precession.AngleTableRow;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;
import org.chirpmill.model.phenomx.precession.Precession;
import org.chirpmill.model.phenomx.precession.PrecessionRow;
import org.chirpmill.reference.ReferenceGroup;
import org.chirpmill.reference.ReferenceWaveforms;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * IMRPhenomXP and IMRPhenomXPHM with SpinTaylor angles against LALSimulation, whose gamma is a sum over steps, joined
 * by a spline: what these make of our alpha and beta is its waveform. Ours without them differs by what they miss,
 * which is what {@code *_SpinTaylor_lal_error.tsv} say; {@code -Dchirpmill.update} writes them.
 */
class SpinTaylorReferenceTest {
    private static final Path FOLDER = Path.of("src/test/resources/reference");
    private static final boolean UPDATE = System.getProperty("chirpmill.update") != null;
    /** Up to where gamma is stepped, Hz of the (2, 2) mode. */
    private static final double STEPPED_HZ = 130;
    private static final double NOISE_FACTOR = 10;
    private static final double SPREAD_FACTOR = 3;
    private static final double TOLERANCE = 1e-8;
    /** What is told of a row is a little more than what it is, so that rounding does not change it. */
    private static final double ROUNDED_UP = 1.002;
    /**
     * Rows in which the (3, 2) mode shows, whose derivatives LALSimulation takes by finite differences: without it
     * these agree within 4e-9 above 60 Hz, with it within this.
     */
    private static final Set<String> OF_MIXED_MODE = Set.of("IMRPhenomXPHM_SpinTaylor edge 5",
        "IMRPhenomXPHM_SpinTaylor production 26", "IMRPhenomXPHM_SpinTaylor wide 20");
    private static final double MIXED_MODE_ERROR = 1e-5;

    @ParameterizedTest
    @ValueSource(strings = {"IMRPhenomXP_SpinTaylor", "IMRPhenomXPHM_SpinTaylor"})
    void anglesSteppedAsLalsimulationDoesGiveItsWaveforms(String name) throws SourceRefusedException {
        Map<String, Double> misses = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        compare(name, ReferenceWaveforms.of(name), FrequencyGrid::ofSamples, misses, failures);
        ReferenceWaveforms uniform = ReferenceWaveforms.onUniformGrid(name);
        double deltaF = uniform.frequencies()[1];
        compare(name, uniform, f -> new FrequencyGrid(f, (int) Math.round(20 / deltaF), deltaF), misses, failures);
        assertTrue(failures.isEmpty(), String.join("\n", failures));
        if (UPDATE) {
            write(name, misses);
        }
        Map<String, Double> told = UPDATE ? misses : ReferenceWaveforms.of(name).lalErrors();
        assertEquals(told.keySet(), misses.keySet(), "rows that the sums and splines put beyond the tolerance");
        misses.forEach((where, miss) -> assertEquals(told.get(where), miss, 2 * (ROUNDED_UP - 1) * miss, where));
    }

    private static void compare(String name, ReferenceWaveforms reference,
            Function<double[], FrequencyGrid> gridOf, Map<String, Double> misses,
            List<String> failures) throws SourceRefusedException {
        FrequencyGrid grid = gridOf.apply(reference.frequencies());
        Row row = new Row(reference.model(), name.startsWith("IMRPhenomXP_"),
            new EvaluationFrame(reference.referenceFrequency(), grid));
        for (ReferenceGroup group : reference.groups()) {
            for (int index = 0; index < group.rows(); index++) {
                double allowed = Math.max(TOLERANCE, Math.max(NOISE_FACTOR * group.lalNoisePeak()[index],
                    SPREAD_FACTOR * group.lalSpreadPeak()[index]));
                double ours = row.differenceOf(group, index, false);
                double stepped = row.differenceOf(group, index, true);
                String where = group.name() + " " + index;
                double explained = OF_MIXED_MODE.contains(name + " " + where) ? MIXED_MODE_ERROR : allowed;
                if (!(Math.min(ours, stepped) <= explained)) {
                    failures.add(String.format(Locale.ROOT, "%s %s: %.2e, stepped %.2e, allowed %.2e", name, where,
                        ours, stepped, allowed));
                }
                if (ours > allowed) {
                    misses.put(where, ours);
                }
            }
        }
    }

    private static void write(String name, Map<String, Double> misses) {
        List<String> lines = new ArrayList<>(List.of("# group\trow\tmax|dh| over the peak by which LALSimulation's "
            + "sums and splines of gamma, or its finite differences, miss; by SpinTaylorReferenceTest"));
        misses.forEach((where, miss) ->
            lines.add(String.format(Locale.ROOT, "%s\t%.3e", where.replace(' ', '\t'), ROUNDED_UP * miss)));
        try {
            Files.write(FOLDER.resolve(name + "_lal_error.tsv"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One row of a model, with the table's angles or with stepped ones in their place. */
    private static final class Row {
        private final WaveformModel model;
        private final boolean followsGrid;
        private final EvaluationFrame frame;
        private final FrequencyGrid grid;
        private final int[] orders;
        private final double[] tables;
        private final double[] row;
        private final SpinTaylorPrecession precession;
        private final int room;

        Row(WaveformModel model, boolean isQuadrupole, EvaluationFrame frame) {
            this.model = model;
            this.followsGrid = isQuadrupole;
            this.frame = frame;
            grid = frame.grid();
            orders = isQuadrupole ? new int[] {2} : new int[] {4, 3, 2, 1};
            tables = GridTables.of(grid);
            row = new double[model.layout().size()];
            room = 400;
            precession = new SpinTaylorPrecession(
                frame, orders[orders.length - 1], orders[0], isQuadrupole, room);
        }

        double differenceOf(ReferenceGroup group, int index, boolean isStepped) throws SourceRefusedException {
            SourceParameters source = group.source(index);
            model.prepare(source, frame, row, 0);
            double[] out = new double[4 * grid.bins()];
            int table = (int) row[CoprecessingRow.SIZE + PrecessionRow.TABLE];
            if (isStepped && table > 0) {
                evaluateStepped(source, CoprecessingRow.SIZE + table, out);
            } else {
                double[] bins = new double[4 * (grid.bins() - grid.firstBin())];
                model.kernel().polarizations(row, 0, tables, grid.bins(), grid.firstBin(), grid.bins(), bins);
                System.arraycopy(bins, 0, out, 4 * grid.firstBin(), bins.length);
            }
            return WaveformDifference.between(part(out, 0), part(out, 2), group.plus()[index], group.cross()[index])
                .peak();
        }

        private void evaluateStepped(SourceParameters source, int table, double[] out)
                throws SourceRefusedException {
            PrecessingBinary binary = PrecessingBinary.of(source);
            AlignedBinary aligned = AlignedBinary.of(source);
            Remnant remnant = Remnant.of(aligned);
            Landmarks landmarks = Landmarks.of(aligned, remnant);
            Remnant precessing =
                new Remnant(remnant.mass(), Precession.ofSpinTaylor(binary).finalSpin(remnant.spin()));
            double[] block = new double[Precession.ROW_SIZE + AngleTableRow.size(room)];
            assertTrue(precession.prepare(
                source, binary, landmarks, landmarks.ringingAs(precessing), precessing, block, 0));
            double mass = binary.totalMassSolar() * SOLAR_MASS_SECONDS;
            SteppedAngles angles = new SteppedAngles(
                precession.angles(), frame.referenceFrequency() * mass, STEPPED_HZ * mass);
            if (followsGrid) {
                angles.followGrid(grid, mass);
            }
            double[] bin = new double[4];
            for (int k = grid.firstBin(); k < grid.bins(); k++) {
                writeConstants(angles, grid.frequencies()[k] * mass, table);
                model.kernel().polarizations(row, 0, tables, grid.bins(), k, k + 1, bin);
                System.arraycopy(bin, 0, out, 4 * k, 4);
            }
        }

        /** Makes the table one of constants, each where a mode of one bin looks. */
        private void writeConstants(SteppedAngles angles, double f, int table) {
            int places = (int) row[table + AngleTableRow.ROOM];
            row[table + AngleTableRow.PIECES] = orders.length;
            for (int order = 0; order < orders.length; order++) {
                double place = Math.log(2 * Math.PI * f / orders[order]) / 3;
                double[] found = angles.at(2 * f / orders[order]);
                row[table + AngleTableRow.EDGES + order] = place - 0.02;
                int piece = table + AngleTableRow.piece(places, order);
                Arrays.fill(row, piece, piece + AngleTableRow.PIECE_SIZE, 0);
                row[piece + AngleTableRow.POLE] = 1;
                row[piece + AngleTableRow.MEAN_0] = found[0];
                int coefficients = piece + AngleTableRow.COEFFICIENTS;
                row[coefficients] = found[0] - found[1];
                row[coefficients + AngleTableRow.NODES] = found[2];
                row[coefficients + 2 * AngleTableRow.NODES] = found[3];
            }
            row[table + AngleTableRow.EDGES + orders.length] = Double.MAX_VALUE;
        }

        private static double[] part(double[] out, int first) {
            double[] polarization = new double[out.length / 2];
            for (int bin = 0; bin < out.length / 4; bin++) {
                polarization[2 * bin] = out[4 * bin + first];
                polarization[2 * bin + 1] = out[4 * bin + first + 1];
            }
            return polarization;
        }
    }
}
