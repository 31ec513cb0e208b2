package org.chirpmill.model.phenomx.hm;

import static org.chirpmill.model.AlignedModelProbe.source;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.AlignedModelProbe;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.ModelOptions.Mode;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.UnsupportedOptionException;
import org.chirpmill.reference.ReferenceWaveforms;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhenomXHMTest {
    private static final FrequencyGrid GRID = geometric(300, 1.0195);
    private static final int WIDE_DRAWS = 20_000;

    private final PhenomXHM model = new PhenomXHM();

    @Test
    void swappingTheBodiesChangesNothing() throws SourceRefusedException {
        assertArrayEquals(
            evaluate(model, source(40, 25, 0.7, -0.4)), evaluate(model, source(25, 40, -0.4, 0.7)));
    }

    @ParameterizedTest
    @CsvSource({"30, 30, 0, 0", "30, 30, 0.5, 0.5", "30, 30, 0.6, -0.3", "36, 29, 0.5, 0.3", "60, 10, 0.95, -0.9",
        "90, 4.6, -0.99, 0.99", "8, 5, 0, 0.01", "150, 150, 0.99, 0.99", "50, 49.999999999, 0.2, 0.2",
        "200, 100, 0.9, 0.9", "35, 35, -0.99, -0.99", "30.000000000000004, 30, 0.1, 0.4", "110, 6, 0.3, 0.1"})
    void oneUnitInTheLastPlaceOfAnyInputMovesTheAnswerByLittle(double m1, double m2, double chi1, double chi2)
            throws SourceRefusedException {
        requireWellConditioned(m1, m2, chi1, chi2);
    }

    @Test
    void oneUnitInTheLastPlaceMovesWideDrawsByLittle() throws SourceRefusedException {
        SplittableRandom random = new SplittableRandom(1);
        for (int draw = 0; draw < 200; draw++) {
            double total = random.nextDouble(12, 300);
            double q = draw % 5 == 0 ? 1 : random.nextDouble(0.05, 1);
            requireWellConditioned(total / (1 + q), total * q / (1 + q), random.nextDouble(-0.99, 0.99),
                random.nextDouble(-0.99, 0.99));
        }
    }

    /** Of equal masses the second is made smaller: which body is the heavier is a true difference. */
    private void requireWellConditioned(double m1, double m2, double chi1, double chi2) throws SourceRefusedException {
        double[] waveform = evaluate(model, source(m1, m2, chi1, chi2));
        double peak = Arrays.stream(waveform).map(Math::abs).max().orElseThrow();
        double[][] moved = {
            evaluate(model, source(Math.nextUp(m1), m2, chi1, chi2)),
            evaluate(model, source(m1, Math.nextDown(m2), chi1, chi2)),
            evaluate(model, source(m1, m2, Math.nextUp(chi1), chi2)),
            evaluate(model, source(m1, m2, chi1, Math.nextDown(chi2))),
            evaluate(model, new SourceParameters(m1, m2, 0, 0, chi1, 0, 0, chi2, Math.nextUp(0.4), 1.1, 500, 0, 0)),
            evaluate(model, new SourceParameters(m1, m2, 0, 0, chi1, 0, 0, chi2, 0.4, Math.nextUp(1.1), 500, 0, 0))};
        for (int input = 0; input < moved.length; input++) {
            for (int i = 0; i < waveform.length; i++) {
                double change = Math.abs(moved[input][i] - waveform[i]) / peak;
                if (!(change < 1e-11)) {
                    fail("input " + input + ", bin " + i / 4 + " of " + m1 + ", " + m2 + ", " + chi1 + ", " + chi2
                        + " moves by " + change);
                }
            }
        }
    }

    @Test
    void wideDrawsGiveSmoothWaveformsOrAReasonWhyNot() {
        SplittableRandom random = new SplittableRandom(20010914);
        double[] row = new double[model.layout().size()];
        FrequencyGrid grid = geometric(140, 1.042);
        double[] tables = GridTables.of(grid);
        double[] strain = new double[4 * grid.bins()];
        int refused = 0;
        for (int draw = 0; draw < WIDE_DRAWS; draw++) {
            double total = random.nextDouble(12, 300);
            double q = random.nextDouble(0.05, 1);
            SourceParameters source = new SourceParameters(total / (1 + q), total * q / (1 + q), 0, 0,
                random.nextDouble(-0.99, 0.99), 0, 0, random.nextDouble(-0.99, 0.99), random.nextDouble(0, Math.PI),
                random.nextDouble(0, 2 * Math.PI), 1000, 0, 0);
            try {
                model.prepare(source, new EvaluationFrame(20, grid), row, 0);
                model.kernel().polarizations(row, 0, tables, grid.bins(), 0, grid.bins(), strain);
                requireSmooth(strain, source);
            } catch (SourceRefusedException e) {
                refused++;
                assertTrue(e.getMessage().length() > 20, e.getMessage());
            }
        }
        assertTrue(refused < WIDE_DRAWS / 100, refused + " refused");
    }

    @Test
    void chosenModesAreThoseThatLalsimulationsModeArrayChooses() throws IOException, SourceRefusedException {
        SourceParameters source = new SourceParameters(25, 42, 0, 0, 0.3, 0, 0, -0.45, 0.7, 1.1, 500, 0, 0);
        for (String[] words : lines("IMRPhenomXHM_mode_lists.tsv")) {
            PhenomXHM chosen = new PhenomXHM(ModeSelection.of(modes(words[0])));
            FrequencyGrid grid = FrequencyGrid.ofSamples(new double[] {Double.parseDouble(words[1])});
            double[] row = new double[chosen.layout().size()];
            chosen.prepare(source, new EvaluationFrame(20, grid), row, 0);
            double[] out = new double[4];
            chosen.kernel().polarizations(row, 0, GridTables.of(grid), 1, 0, 1, out);
            double peak = 1e-22;
            for (int part = 0; part < 4; part++) {
                assertEquals(Double.parseDouble(words[2 + part]), out[part], 1e-6 * peak,
                    words[0] + " at " + words[1] + " Hz, part " + part);
            }
        }
    }

    @Test
    void theModesAddUp() throws SourceRefusedException {
        SourceParameters source = source(50, 20, 0.4, -0.2);
        double[] sum = evaluate(new PhenomXHM(ModeSelection.of(List.of(
            new Mode(2, 2), new Mode(2, -2), new Mode(3, 2), new Mode(3, -2)))), source);
        for (Mode mode : List.of(new Mode(2, 1), new Mode(2, -1), new Mode(3, 3), new Mode(3, -3), new Mode(4, 4),
            new Mode(4, -4))) {
            double[] part = evaluate(new PhenomXHM(ModeSelection.of(List.of(mode))), source);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += part[i];
            }
        }
        double[] all = evaluate(model, source);
        for (int i = 0; i < all.length; i++) {
            assertEquals(all[i], sum[i], 1e-14 * 1e-21, "part " + i);
        }
    }

    @Test
    void modesThatTheModelDoesNotHaveAreRefusedInWords() {
        assertEquals("asks for mode (5, 5), which is not among those of the model: (2, 2), (2, 1), (3, 3), (3, 2), "
            + "(4, 4) and the same with negative m", assertThrows(
            UnsupportedOptionException.class, () -> ModeSelection.of(List.of(new Mode(5, 5)))).getMessage());
        assertEquals(ModeSelection.ALL, ModeSelection.of(List.of()));
    }

    @Test
    void twiceTheDistanceIsHalfTheStrain() throws SourceRefusedException {
        double[] near = evaluate(model, new SourceParameters(36, 29, 0, 0, 0.1, 0, 0, 0.2, 0.4, 1.1, 500, 0, 0));
        double[] far = evaluate(model, new SourceParameters(36, 29, 0, 0, 0.1, 0, 0, 0.2, 0.4, 1.1, 1000, 0, 0));
        for (int i = 0; i < near.length; i++) {
            assertEquals(near[i] / 2, far[i], 1e-14 * 1e-22, "part " + i);
        }
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
    void sourcesOutsideTheModelAreRefusedWithAReason() {
        assertRefused("IMRPhenomXHM takes spins along the orbital angular momentum only, these lie partly in its plane",
            new SourceParameters(36, 29, 0.1, 0, 0, 0, 0, 0, 0.4, 1.1, 500, 0, 0));
        assertRefused("IMRPhenomXHM describes black holes: lambda_1 and lambda_2 must be 0",
            new SourceParameters(1.4, 1.3, 0, 0, 0, 0, 0, 0, 0.4, 1.1, 500, 400, 0));
        assertRefused("the mass ratio is 1500.0, IMRPhenomX ends at 1000", source(1500, 1, 0, 0));
    }

    private void assertRefused(String reason, SourceParameters source) {
        assertEquals(reason, assertThrows(SourceRefusedException.class, () -> evaluate(model, source)).getMessage());
    }

    /** Everything is finite, and no bin stands ten times above both its neighbours. */
    private static void requireSmooth(double[] strain, SourceParameters source) {
        int bins = strain.length / 4;
        double[] squares = new double[bins];
        for (int bin = 0; bin < bins; bin++) {
            for (int part = 0; part < 4; part++) {
                squares[bin] += strain[4 * bin + part] * 1e20 * (strain[4 * bin + part] * 1e20);
            }
            if (!Double.isFinite(squares[bin])) {
                fail("bin " + bin + " of " + source + " is not finite");
            }
        }
        for (int bin = 1; bin < bins - 1; bin++) {
            if (squares[bin] > 100 * Math.max(squares[bin - 1], squares[bin + 1])) {
                fail("bin " + bin + " of " + source + " stands " + Math.sqrt(squares[bin]) + " high between "
                    + Math.sqrt(squares[bin - 1]) + " and " + Math.sqrt(squares[bin + 1]));
            }
        }
    }

    private static List<Mode> modes(String words) {
        return Arrays.stream(words.split(";")).map(word -> word.split(","))
            .map(word -> new Mode(Integer.parseInt(word[0]), Integer.parseInt(word[1]))).toList();
    }

    private static List<String[]> lines(String resource) throws IOException {
        try (Stream<String> lines = Files.lines(ReferenceWaveforms.resource(resource))) {
            return lines.filter(line -> !line.startsWith("#")).map(line -> line.split("\t")).toList();
        }
    }

    private static FrequencyGrid geometric(int bins, double ratio) {
        return FrequencyGrid.ofSamples(IntStream.range(0, bins).mapToDouble(bin -> 8 * Math.pow(ratio, bin)).toArray());
    }

    private static double[] evaluate(PhenomXHM model, SourceParameters source) throws SourceRefusedException {
        return new AlignedModelProbe(model, GRID).evaluate(source);
    }
}
