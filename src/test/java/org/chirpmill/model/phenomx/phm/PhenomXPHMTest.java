package org.chirpmill.model.phenomx.phm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.ModelOptions;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.UnsupportedOptionException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.phenomx.hm.PhenomXHM;
import org.chirpmill.reference.ReferenceGroup;
import org.chirpmill.reference.ReferenceWaveforms;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhenomXPHMTest {
    private static final int WIDE_DRAWS = 20_000;
    private static final FrequencyGrid GRID = FrequencyGrid.ofSamples(
        IntStream.range(0, 60).mapToDouble(bin -> 8 * Math.pow(1.095, bin)).toArray());
    private final PhenomXPHM model = new PhenomXPHM();

    @Test
    void withoutTheMixedModeAgreementOnUniformGridsIsSharp() throws SourceRefusedException {
        ReferenceWaveforms reference = ReferenceWaveforms.onUniformGrid("IMRPhenomXPHM");
        ReferenceGroup group = reference.groups().getFirst();
        double deltaF = reference.frequencies()[1];
        FrequencyGrid grid = new FrequencyGrid(reference.frequencies(), (int) Math.round(20 / deltaF), deltaF);
        WaveformModel chosen = model.with(new ModelOptions(List.of(new ModelOptions.Mode(2, 2),
            new ModelOptions.Mode(2, 1), new ModelOptions.Mode(3, 3), new ModelOptions.Mode(4, 4)),
            OptionalInt.empty()));
        for (int row = 0; row < group.rows(); row++) {
            double[] waveform = evaluate(chosen, group.source(row), grid);
            double peak = Arrays.stream(group.plus()[row]).map(Math::abs).max().orElseThrow();
            for (int bin = grid.firstBin(); bin < grid.bins(); bin++) {
                for (int part = 0; part < 2; part++) {
                    double plus = Math.abs(waveform[4 * bin + part] - group.plus()[row][2 * bin + part]) / peak;
                    double cross = Math.abs(waveform[4 * bin + 2 + part] - group.cross()[row][2 * bin + part]) / peak;
                    assertTrue(Math.max(plus, cross) < 1e-9,
                        "row " + row + ", bin " + bin + ": " + plus + ", " + cross);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"36, 29, 0.4, 0.3, 0.2, 0.5", "60, 10, 0.9, -0.3, 0.1, -0.6", "45, 44.9, 0.2, 0.1, 0.6, 0.3",
        "90, 5, 0.1, 0.98, 0, 0.1", "25, 20, 0.01, 0.02, 0.015, 0"})
    void oneUnitInTheLastPlaceOfAnyInputMovesTheAnswerByLittle(
            double m1, double m2, double x1, double z1, double y2, double z2) throws SourceRefusedException {
        double[] waveform = evaluate(model, source(m1, m2, x1, z1, y2, z2), GRID);
        double peak = IntStream.range(0, waveform.length).mapToDouble(i -> Math.abs(waveform[i])).max().orElseThrow();
        SourceParameters[] moved = {
            source(Math.nextUp(m1), m2, x1, z1, y2, z2), source(m1, Math.nextDown(m2), x1, z1, y2, z2),
            source(m1, m2, Math.nextUp(x1), z1, y2, z2), source(m1, m2, x1, Math.nextDown(z1), y2, z2),
            source(m1, m2, x1, z1, Math.nextUp(y2), z2), source(m1, m2, x1, z1, y2, Math.nextUp(z2))};
        for (int input = 0; input < moved.length; input++) {
            double[] other = evaluate(model, moved[input], GRID);
            for (int i = 0; i < waveform.length; i++) {
                double change = Math.abs(other[i] - waveform[i]) / peak;
                assertTrue(change < 1e-11, "input " + input + ", bin " + i / 4 + " moves by " + change);
            }
        }
    }

    /**
     * Equal masses are given the other order there, as in LALSimulation, which turns the sign of the odd modes; the
     * (2, 2) mode does not mind and goes through continuously.
     */
    @Test
    void equalMassesAreTheLimitOfAlmostEqualOnes() throws SourceRefusedException {
        double[] equal = evaluate(new PhenomXP(), source(30, 30, 0.3, 0.2, 0.1, -0.4), GRID);
        double[] almost = evaluate(new PhenomXP(), source(Math.nextUp(30.0), 30, 0.3, 0.2, 0.1, -0.4), GRID);
        double peak = IntStream.range(0, equal.length).mapToDouble(i -> Math.abs(equal[i])).max().orElseThrow();
        for (int i = 0; i < equal.length; i++) {
            assertEquals(equal[i], almost[i], 1e-8 * peak, "part " + i);
        }
    }

    @Test
    void wideDrawsAreFiniteAndWithoutSpikes() throws SourceRefusedException {
        SplittableRandom random = new SplittableRandom(20261123);
        int fallbacks = 0;
        int refused = 0;
        for (int draw = 0; draw < WIDE_DRAWS; draw++) {
            SourceParameters source = wide(random);
            double[] row = new double[model.layout().size()];
            try {
                model.prepare(source, new EvaluationFrame(20, GRID), row, 0);
            } catch (SourceRefusedException refusal) {
                refused++;
                continue;
            }
            fallbacks += model.remarks(source, row, 0).isEmpty() ? 0 : 1;
            double[] out = new double[4 * GRID.bins()];
            model.kernel().polarizations(row, 0, GridTables.of(GRID), GRID.bins(), 0, GRID.bins(), out);
            requireSmooth(draw, source, out);
        }
        assertTrue(fallbacks < WIDE_DRAWS / 100, fallbacks + " rows fell back to single-spin angles");
        assertTrue(refused < WIDE_DRAWS / 100, refused + " draws were refused");
    }

    @Test
    void aRowWhoseTwoSpinAnglesFailSaysSo() throws SourceRefusedException {
        SplittableRandom random = new SplittableRandom(5);
        double[] row = new double[model.layout().size()];
        for (int draw = 0; draw < 100_000; draw++) {
            SourceParameters source = wide(random);
            model.prepare(source, new EvaluationFrame(20, GRID), row, 0);
            List<String> remarks = model.remarks(source, row, 0);
            if (!remarks.isEmpty()) {
                assertEquals(List.of("the two-spin (MSA) precession angles fail and single-spin (NNLO) angles were "
                    + "taken"), remarks);
                return;
            }
        }
        throw new AssertionError("no draw fell back");
    }

    @Test
    void aRowThatIsNotIntegratedSaysWhy() throws SourceRefusedException {
        WaveformModel integrated =
            model.with(new ModelOptions(List.of(), OptionalInt.of(320), OptionalInt.of(2)));
        double[] row = new double[integrated.layout().size()];
        EvaluationFrame frame = new EvaluationFrame(20, GRID);
        SourceParameters precessing = source(36, 29, 0.4, 0.3, 0.2, 0.5);
        integrated.prepare(precessing, frame, row, 0);
        assertEquals(List.of(), integrated.remarks(precessing, row, 0));
        SourceParameters aligned = new SourceParameters(36, 29, 5e-8, 0, 0.3, 0, 0, 0.5, 0.9, 0.7, 500, 0, 0);
        integrated.prepare(aligned, frame, row, 0);
        assertEquals(List.of("the spins in the orbital plane are too small for SpinTaylor angles and single-spin "
            + "(NNLO) angles were taken"), integrated.remarks(aligned, row, 0));
        // The integration begins above the reference frequency.
        integrated.prepare(precessing, new EvaluationFrame(2, GRID), row, 0);
        assertEquals(List.of("SpinTaylor angles cannot be integrated and two-spin (MSA) angles were taken"),
            integrated.remarks(precessing, row, 0));
    }

    @Test
    void theSingleSpinAnglesCanBeChosen() throws SourceRefusedException {
        WaveformModel single = model.with(new ModelOptions(List.of(), OptionalInt.of(102)));
        SourceParameters source = source(36, 29, 0.4, 0.3, 0.2, 0.5);
        double[] row = new double[single.layout().size()];
        single.prepare(source, new EvaluationFrame(20, GRID), row, 0);
        assertTrue(single.remarks(source, row, 0).isEmpty(), "what was asked for is no fallback");
        double[] chosen = evaluate(single, source, GRID);
        double[] usual = evaluate(model, source, GRID);
        assertTrue(IntStream.range(0, usual.length).anyMatch(i -> chosen[i] != usual[i]), "angles differ");
    }

    @Test
    void optionsThatAModelLacksAreRefused() {
        ModelOptions strange = new ModelOptions(List.of(new ModelOptions.Mode(5, 5)), OptionalInt.empty());
        assertThrows(UnsupportedOptionException.class, () -> model.with(strange));
        assertThrows(UnsupportedOptionException.class, () -> new PhenomXP().with(strange));
        assertThrows(UnsupportedOptionException.class,
            () -> new PhenomXHM().with(new ModelOptions(List.of(), OptionalInt.of(102))));
    }

    /** Finite, and no bin above ten times both neighbours' largest. */
    private static void requireSmooth(int draw, SourceParameters source, double[] out) {
        for (int bin = 0; bin < GRID.bins(); bin++) {
            double here = modulus(out, bin);
            assertTrue(Double.isFinite(here), "draw " + draw + ", bin " + bin + " is not finite: " + source);
            if (bin >= 2 && bin < GRID.bins() - 2) {
                double around = Math.max(Math.max(modulus(out, bin - 2), modulus(out, bin - 1)),
                    Math.max(modulus(out, bin + 1), modulus(out, bin + 2)));
                assertTrue(here <= 10 * around, "draw " + draw + ", bin " + bin + " is a spike: " + source);
            }
        }
    }

    private static double modulus(double[] out, int bin) {
        return Math.hypot(Math.hypot(out[4 * bin], out[4 * bin + 1]), Math.hypot(out[4 * bin + 2], out[4 * bin + 3]));
    }

    /** Total mass 12 to 300, mass ratio down to 0.05, spins up to 0.99 in any direction. */
    private static SourceParameters wide(SplittableRandom random) {
        double total = 12 * Math.pow(25, random.nextDouble());
        double ratio = random.nextDouble(0.05, 1);
        double[] one = spin(random);
        double[] two = spin(random);
        return new SourceParameters(total / (1 + ratio), total * ratio / (1 + ratio), one[0], one[1], one[2],
            two[0], two[1], two[2], Math.acos(random.nextDouble(-1, 1)), random.nextDouble(2 * Math.PI), 500, 0, 0);
    }

    private static double[] spin(SplittableRandom random) {
        double magnitude = random.nextDouble(0.99);
        double cosine = random.nextDouble(-1, 1);
        double azimuth = random.nextDouble(2 * Math.PI);
        double across = magnitude * Math.sqrt(1 - cosine * cosine);
        return new double[] {across * Math.cos(azimuth), across * Math.sin(azimuth), magnitude * cosine};
    }

    private static SourceParameters source(double m1, double m2, double x1, double z1, double y2, double z2) {
        return new SourceParameters(m1, m2, x1, 0.05, z1, -0.1, y2, z2, 0.9, 0.7, 500, 0, 0);
    }

    private static double[] evaluate(WaveformModel model, SourceParameters source, FrequencyGrid grid)
            throws SourceRefusedException {
        double[] row = new double[model.layout().size()];
        model.prepare(source, new EvaluationFrame(20, grid), row, 0);
        double[] out = new double[4 * grid.bins()];
        model.kernel().polarizations(row, 0, GridTables.of(grid), grid.bins(), grid.firstBin(), grid.bins(), out);
        double[] shifted = new double[4 * grid.bins()];
        System.arraycopy(out, 0, shifted, 4 * grid.firstBin(), 4 * (grid.bins() - grid.firstBin()));
        return shifted;
    }
}
