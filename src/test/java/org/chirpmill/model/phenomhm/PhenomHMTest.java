package org.chirpmill.model.phenomhm;

import static org.chirpmill.model.AlignedModelProbe.source;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.AlignedModelProbe;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.ModeKernel;
import org.chirpmill.model.ModelOptions;
import org.chirpmill.model.ModelOptions.Mode;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.UnsupportedOptionException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.lanes.ModeSum;
import org.chirpmill.model.phenomd.PhenomD;
import org.chirpmill.physics.PhysicalConstants;
import org.chirpmill.reference.ReferenceWaveforms;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhenomHMTest {
    private static final FrequencyGrid GRID = FrequencyGrid.ofSamples(
        IntStream.range(0, 300).mapToDouble(bin -> 8 * Math.pow(1.0195, bin)).toArray());

    private final PhenomHM model = new PhenomHM();
    private final AlignedModelProbe probe = new AlignedModelProbe(model, GRID);

    @Test
    void swappingTheBodiesChangesNothing() throws SourceRefusedException {
        assertArrayEquals(
            probe.evaluate(source(40, 25, 0.7, -0.4)), probe.evaluate(source(25, 40, -0.4, 0.7)));
    }

    @ParameterizedTest
    @CsvSource({"30, 30, 0, 0", "36, 29, 0.5, 0.3", "60, 10, 0.95, -0.9", "90, 4.6, -0.99, 0.99", "3, 2, 0, 0.01",
        "150, 150, 0.99, 0.99", "50, 49.999999999, 0.2, 0.2", "35, 35, -0.99, -0.99"})
    void oneUnitInTheLastPlaceOfAnyInputMovesTheAnswerByLittle(double m1, double m2, double chi1, double chi2)
            throws SourceRefusedException {
        probe.assertWellConditioned(m1, m2, chi1, chi2);
    }

    @Test
    void twiceTheDistanceIsHalfTheStrain() throws SourceRefusedException {
        probe.assertFallsWithDistance();
    }

    @Test
    void chosenModesAreThoseThatLalsimulationsModeArrayChooses() throws IOException, SourceRefusedException {
        SourceParameters source = new SourceParameters(25, 42, 0, 0, 0.3, 0, 0, -0.45, 0.7, 1.1, 500, 0, 0);
        for (String[] words : lines("IMRPhenomHM_mode_lists.tsv")) {
            List<Mode> modes = Arrays.stream(words[0].split(";")).map(word -> word.split(","))
                .map(word -> new Mode(Integer.parseInt(word[0]), Integer.parseInt(word[1]))).toList();
            double[] ours = new AlignedModelProbe(choosing(modes),
                FrequencyGrid.ofSamples(new double[] {Double.parseDouble(words[1])})).evaluate(source);
            double[] theirs = IntStream.range(0, 4).mapToDouble(part -> Double.parseDouble(words[2 + part])).toArray();
            double modulus = Arrays.stream(theirs).map(Math::abs).max().orElseThrow();
            assertArrayEquals(theirs, ours, 2e-11 * modulus, words[0] + " at " + words[1] + " Hz");
        }
    }

    @Test
    void theModesAddUp() throws SourceRefusedException {
        SourceParameters source = source(50, 20, 0.4, -0.2);
        double[] sum = new double[4 * GRID.bins()];
        for (HmMode mode : HmMode.values()) {
            double[] part = new AlignedModelProbe(
                choosing(List.of(new Mode(mode.l(), mode.m()))), GRID).evaluate(source);
            Arrays.setAll(sum, i -> sum[i] + part[i]);
        }
        assertArrayEquals(probe.evaluate(source), sum, 1e-14 * 1e-21);
    }

    @Test
    void theQuadrupoleIsPhenomD() throws SourceRefusedException {
        SourceParameters source = source(50, 20, 0.4, -0.2);
        double[] ofD = new AlignedModelProbe(new PhenomD(), GRID).evaluate(source);
        double peak = Arrays.stream(ofD).map(Math::abs).max().orElseThrow();
        assertArrayEquals(ofD,
            new AlignedModelProbe(choosing(List.of(new Mode(2, 2))), GRID).evaluate(source), 1e-12 * peak);
    }

    @Test
    void modesOfOddMVanishWhereExchangingTheBodiesChangesNothing() throws SourceRefusedException {
        Map<String, double[]> moduli = model.moduli(source(40, 40, 0.3, 0.3), new EvaluationFrame(20, GRID));
        moduli.forEach((mode, modulus) -> assertEquals(
            mode.equals("(2, 1)") || mode.equals("(3, 3)") || mode.equals("(4, 3)"),
            Arrays.stream(modulus).allMatch(value -> value == 0), mode));
        double[] l2m1 = model.moduli(source(40, 40, 0.3, 0.1), new EvaluationFrame(20, GRID)).get("(2, 1)");
        assertTrue(Arrays.stream(l2m1).allMatch(value -> value > 0), "unequal spins are enough for (2, 1)");
    }

    @Test
    void theModuliAreThoseOfTheStrainSeenFaceOn() throws SourceRefusedException {
        SourceParameters faceOn = new SourceParameters(50, 20, 0, 0, 0.4, 0, 0, -0.2, 0, 1.1, 500, 0, 0);
        Map<String, double[]> moduli = model.moduli(faceOn, new EvaluationFrame(20, GRID));
        double[] strain = probe.evaluate(faceOn);
        double[] only22 = new AlignedModelProbe(choosing(List.of(new Mode(2, 2))), GRID).evaluate(faceOn);
        double[] only32 = new AlignedModelProbe(choosing(List.of(new Mode(3, 2))), GRID).evaluate(faceOn);
        for (int bin = 0; bin < GRID.bins(); bin++) {
            double l2m2 = Math.hypot(only22[4 * bin], only22[4 * bin + 1]);
            double l3m2 = Math.hypot(only32[4 * bin], only32[4 * bin + 1]);
            assertEquals(l2m2, Math.sqrt(5 / (16 * Math.PI)) * moduli.get("(2, 2)")[bin], 1e-13 * l2m2, "bin " + bin);
            assertEquals(l3m2, Math.sqrt(7 / (16 * Math.PI)) * moduli.get("(3, 2)")[bin], 1e-13 * l3m2, "bin " + bin);
            assertEquals(strain[4 * bin], only22[4 * bin] + only32[4 * bin], 1e-13 * l2m2, "m = 2 is all that is seen");
        }
    }

    @Test
    void everyModeIsContinuousAtItsJoins() throws SourceRefusedException {
        for (double[] binary : new double[][] {{36, 29, 0.3, -0.2}, {80, 5, 0.9, 0.5}, {30, 28, -0.9, -0.95}}) {
            double[] row = probe.prepare(source(binary[0], binary[1], binary[2], binary[3]));
            ModeKernel modes = model.modes();
            double[] joins = new double[ModeSum.MOST_JOINS];
            for (int mode = 0; mode < modes.modes(); mode++) {
                int count = modes.joins(row, 0, mode, joins);
                for (int join = 0; join < count; join++) {
                    if (joins[join] > 0) {
                        requireContinuous(modes, row, mode, joins[join]);
                    }
                }
            }
        }
    }

    /** Over 2e-12 of the frequency, of which the phase takes some 1e-9 rad. */
    private static void requireContinuous(ModeKernel modes, double[] row, int mode, double join) {
        double[] tables = GridTables.of(FrequencyGrid.ofSamples(
            new double[] {join * (1 - 1e-12), join * (1 + 1e-12)}));
        double[] before = new double[5];
        double[] after = new double[5];
        modes.at(row, 0, mode, tables, 2, 0, before);
        modes.at(row, 0, mode, tables, 2, 1, after);
        String where = HmMode.values()[mode] + " at " + join + " Hz";
        assertEquals(before[0], after[0], 1e-8, where);
        assertEquals(before[1], after[1], 1e-9 * Math.abs(before[1]), where);
        assertEquals(before[4], after[4], 1e-9 * Math.abs(before[4]), where);
    }

    @Test
    void theSpikeOfAlmostEqualMassesIsToldOf() throws SourceRefusedException {
        SourceParameters spiked = source(30.001, 30, 0.5, -0.3);
        double[] row = new double[model.layout().size()];
        String remark = "the masses are almost equal and the spins are not, where the (2, 1) mode of IMRPhenomHM has a "
            + "spike near M f = 0.149, as in LALSimulation";
        assertEquals(List.of(remark), model.remarks(spiked, row, 0));
        assertEquals(List.of(), choosing(List.of(new Mode(2, 2), new Mode(3, 3))).remarks(spiked, row, 0));
        assertEquals(List.of(), model.remarks(source(30.1, 30, 0.5, -0.3), row, 0));
        assertEquals(List.of(), model.remarks(source(30, 30, 0.5, 0.5), row, 0));
        double hertz = 0.14918 / (60.001 * PhysicalConstants.SOLAR_MASS_SECONDS);
        FrequencyGrid near = FrequencyGrid.ofSamples(new double[] {0.9 * hertz, hertz, 1.1 * hertz});
        double[] l2m1 = model.moduli(spiked, new EvaluationFrame(20, near)).get("(2, 1)");
        assertTrue(l2m1[1] > 100 * Math.max(l2m1[0], l2m1[2]), () -> Arrays.toString(l2m1));
    }

    @Test
    void aRowKeepsNothingOfTheSourceBefore() throws SourceRefusedException {
        double[] fresh = new double[model.layout().size()];
        double[] used = new double[model.layout().size()];
        model.prepare(source(60, 10, 0.9, -0.8), new EvaluationFrame(20, GRID), used, 0);
        model.prepare(source(30, 30, 0.2, 0.2), new EvaluationFrame(20, GRID), used, 0);
        model.prepare(source(30, 30, 0.2, 0.2), new EvaluationFrame(20, GRID), fresh, 0);
        assertArrayEquals(fresh, used);
    }

    @Test
    void modesThatLalsimulationRefusesAreRefusedInWords() {
        List<String> complaints = new ArrayList<>();
        for (Mode mode : List.of(new Mode(5, 5), new Mode(2, -2))) {
            complaints.add(assertThrows(
                UnsupportedOptionException.class, () -> choosing(List.of(new Mode(2, 2), mode))).getMessage());
        }
        String taken = "which is not among those that IMRPhenomHM takes: (2, 2), (2, 1), (3, 3), (3, 2), (4, 4), "
            + "(4, 3), each of which brings (l, -m) with it";
        assertEquals(List.of("asks for mode (5, 5), " + taken, "asks for mode (2, -2), " + taken), complaints);
    }

    @Test
    void sourcesOutsideTheModelAreRefusedWithAReason() {
        probe.assertRefused(
            "IMRPhenomHM takes spins along the orbital angular momentum only, these lie partly in its plane",
            new SourceParameters(36, 29, 0.1, 0, 0, 0, 0, 0, 0.4, 1.1, 500, 0, 0));
        probe.assertRefused("IMRPhenomHM describes black holes: lambda_1 and lambda_2 must be 0",
            new SourceParameters(1.4, 1.3, 0, 0, 0, 0, 0, 0, 0.4, 1.1, 500, 400, 0));
        probe.assertRefused("spin_1z = 1.2 is beyond the Kerr bound [-1, 1]", source(30, 20, 1.2, 0));
    }

    private WaveformModel choosing(List<Mode> modes) {
        return model.with(new ModelOptions(modes, OptionalInt.empty()));
    }

    private static List<String[]> lines(String resource) throws IOException {
        try (Stream<String> lines = Files.lines(ReferenceWaveforms.resource(resource))) {
            return lines.filter(line -> !line.startsWith("#")).map(line -> line.split("\t")).toList();
        }
    }
}
