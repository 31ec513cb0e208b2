package org.chirpmill.model.phenomx;

import static org.chirpmill.model.AlignedModelProbe.source;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.AlignedModelProbe;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhenomXASTest {
    private static final FrequencyGrid GRID = FrequencyGrid.ofSamples(
        IntStream.range(0, 400).mapToDouble(bin -> 8 * Math.pow(1.0145, bin)).toArray());
    private final PhenomXAS model = new PhenomXAS();
    private final AlignedModelProbe probe = new AlignedModelProbe(model, GRID);

    @Test
    void swappingTheBodiesChangesNothing() throws SourceRefusedException {
        assertArrayEquals(probe.evaluate(source(40, 25, 0.7, -0.4)), probe.evaluate(source(25, 40, -0.4, 0.7)));
        assertArrayEquals(probe.evaluate(source(30, 30, 0.7, -0.4)), probe.evaluate(source(30, 30, -0.4, 0.7)), 1e-33);
    }

    @ParameterizedTest
    @CsvSource({"30, 30, 0, 0", "30, 30, 0.8, -0.3", "36, 29, 0.5, 0.3", "60, 10, 0.95, -0.9", "90, 4.6, -0.99, 0.99",
        "3, 2, 0, 0.01", "150, 150, 0.99, 0.98", "50, 49.999999999, 0.2, 0.2", "80, 4, -0.7135, 0"})
    void oneUnitInTheLastPlaceOfAnyInputMovesTheAnswerByLittle(double m1, double m2, double chi1, double chi2)
            throws SourceRefusedException {
        probe.assertWellConditioned(m1, m2, chi1, chi2);
    }

    @ParameterizedTest
    @CsvSource({"36, 29, 0.3, -0.2", "90, 4.6, -0.9, 0.9", "30, 30, 0.9, 0.9"})
    void amplitudeAndPhaseAreContinuousAtEveryJoin(double m1, double m2, double chi1, double chi2)
            throws SourceRefusedException {
        double[] row = probe.prepare(source(m1, m2, chi1, chi2));
        for (int join : new int[] {XasRow.AMPLITUDE_JOIN_1, XasRow.AMPLITUDE_JOIN_2}) {
            double f = row[join];
            assertEquals(amplitude(row, Math.nextDown(f)), amplitude(row, f), 1e-12 * amplitude(row, f),
                "amplitude at " + f + " Hz");
        }
        for (int join : new int[] {XasRow.PHASE_JOIN_1, XasRow.PHASE_JOIN_2}) {
            double f = row[join];
            assertEquals(phase(row, Math.nextDown(f)), phase(row, f), 1e-9, "phase at " + f + " Hz");
        }
    }

    @ParameterizedTest
    @CsvSource({"36, 29, 0.3, -0.2", "90, 4.6, -0.9, 0.9"})
    void slopesAreThoseOfTheValuesInEveryPiece(double m1, double m2, double chi1, double chi2)
            throws SourceRefusedException {
        AlignedBinary binary = AlignedBinary.of(source(m1, m2, chi1, chi2));
        Landmarks landmarks = Landmarks.of(binary, Remnant.of(binary));
        XasAmplitude amplitude = new XasAmplitude(binary, landmarks);
        XasPhase phase = new XasPhase(binary, landmarks);
        for (double x = 0.003; x < 0.2; x *= 1.1) {
            double h = 1e-6 * x;
            assertEquals((phase.at(x + h) - phase.at(x - h)) / (2 * h), phase.slope(x),
                1e-7 * (100 + Math.abs(phase.slope(x))), "phase at Mf = " + x);
            assertEquals((amplitude.inspiral().at(x + h) - amplitude.inspiral().at(x - h)) / (2 * h),
                amplitude.inspiral().slope(x), 1e-7 * (1 + Math.abs(amplitude.inspiral().slope(x))),
                "inspiral amplitude at Mf = " + x);
            assertEquals((amplitude.ringdown().at(x + h) - amplitude.ringdown().at(x - h)) / (2 * h),
                amplitude.ringdown().slope(x), 1e-7 * (1 + Math.abs(amplitude.ringdown().slope(x))),
                "ringdown amplitude at Mf = " + x);
        }
    }

    @Test
    void thePhaseAtTheReferenceFrequencyIsTwiceTheOrbitalPhaseAndAQuarterTurn() throws SourceRefusedException {
        assertEquals(2 * 1.1 + Math.PI / 4, phase(probe.prepare(source(36, 29, 0.3, -0.2)), 20), 1e-10);
    }

    @Test
    void twiceTheDistanceIsHalfTheStrain() throws SourceRefusedException {
        probe.assertFallsWithDistance();
    }

    @Test
    void theStrainEndsAboveTheCutoffOnEveryGrid() throws SourceRefusedException {
        double mass = 65 * 4.925490947641267e-6;
        assertEquals(0.3 / mass, probe.prepare(source(36, 29, 0.99, 0.99))[XasRow.CUTOFF], 1e-9);
        assertEquals(0.33 / mass, probe.prepare(source(36, 29, 0.991, 0.991))[XasRow.CUTOFF], 1e-9);
        double[] row = probe.prepare(source(36, 29, 0.3, 0.1));
        double cutoff = row[XasRow.CUTOFF];
        FrequencyGrid around = FrequencyGrid.ofSamples(new double[] {cutoff, Math.nextUp(cutoff)});
        double[] out = new double[8];
        model.kernel().polarizations(row, 0, GridTables.of(around), 2, 0, 2, out);
        assertTrue(out[0] != 0 && out[2] != 0, "the last bin below the cutoff is empty");
        assertArrayEquals(new double[] {0, 0, 0, 0}, new double[] {out[4], out[5], out[6], out[7]}, 1e-300);
    }

    @ParameterizedTest
    @CsvSource({"2049, true", "2001, false"})
    void onUniformGridsOnlyTheNyquistBinIsLeftOut(int bins, boolean leftOut) throws SourceRefusedException {
        double[] frequencies = IntStream.range(0, bins).mapToDouble(bin -> bin * 0.25).toArray();
        FrequencyGrid grid = new FrequencyGrid(frequencies, 80, 0.25);
        double[] row = new double[model.layout().size()];
        model.prepare(source(15, 12, 0.3, -0.2), new EvaluationFrame(20, grid), row, 0);
        double[] out = new double[8];
        model.kernel().polarizations(row, 0, GridTables.of(grid), bins, bins - 2, bins, out);
        assertTrue(out[0] != 0, "the last bin but one is empty");
        assertEquals(leftOut, out[4] == 0, "the last bin is left out");
    }

    @Test
    void sourcesOutsideTheModelAreRefusedWithAReason() {
        probe.assertRefused("mass_2 = -1.0 is not a positive number", source(30, -1, 0, 0));
        probe.assertRefused("mass_1 = NaN is not a positive number", source(Double.NaN, 20, 0, 0));
        probe.assertRefused("spin_1z = 1.2 is beyond the Kerr bound [-1, 1]", source(30, 20, 1.2, 0));
        probe.assertRefused(
            "IMRPhenomXAS takes spins along the orbital angular momentum only, these lie partly in its plane",
            new SourceParameters(36, 29, 0.1, 0, 0, 0, 0, 0, 0.4, 1.1, 500, 0, 0));
        probe.assertRefused("IMRPhenomXAS describes black holes: lambda_1 and lambda_2 must be 0",
            new SourceParameters(1.4, 1.3, 0, 0, 0, 0, 0, 0, 0.4, 1.1, 500, 400, 0));
        probe.assertRefused("the mass ratio is 1001.0, IMRPhenomX ends at 1000", source(1001, 1, 0, 0));
    }

    @Test
    void theInnermostOrbitIsKerrs() {
        assertEquals(1 / (Math.PI * Math.pow(6, 1.5)), Remnant.innermostOrbit(0), 1e-17);
        assertEquals(1 / (2 * Math.PI), Remnant.innermostOrbit(1), 1e-15);
        assertEquals(1 / (26 * Math.PI), Remnant.innermostOrbit(-1), 1e-16);
    }

    @Test
    void twentyThousandWideDrawsAreFiniteOrRefused() {
        SplittableRandom random = new SplittableRandom(20200323);
        FrequencyGrid grid = FrequencyGrid.ofSamples(
            IntStream.range(0, 24).mapToDouble(bin -> 8 * Math.pow(2048.0 / 8, bin / 23.0)).toArray());
        double[] tables = GridTables.of(grid);
        double[] row = new double[model.layout().size()];
        double[] out = new double[4 * grid.bins()];
        EvaluationFrame frame = new EvaluationFrame(20, grid);
        int refused = 0;
        for (int draw = 0; draw < 20_000; draw++) {
            double total = 12 + 288 * random.nextDouble();
            double ratio = 0.02 + 0.98 * random.nextDouble();
            SourceParameters source = source(total / (1 + ratio), total * ratio / (1 + ratio),
                2 * random.nextDouble() - 1, 2 * random.nextDouble() - 1);
            try {
                model.prepare(source, frame, row, 0);
            } catch (SourceRefusedException e) {
                refused++;
                continue;
            }
            model.kernel().polarizations(row, 0, tables, grid.bins(), 0, grid.bins(), out);
            for (int i = 0; i < out.length; i++) {
                assertTrue(Math.abs(out[i]) < 1e-15, "part " + i + " is " + out[i] + " for " + source);
            }
        }
        assertEquals(0, refused, "draws refused");
    }

    private static double amplitude(double[] row, double f) {
        return XasKernel.amplitude(row, 0, f, Math.cbrt(f), Math.pow(f, -7.0 / 6));
    }

    /** h_plus = A exp(i phase). */
    private static double phase(double[] row, double f) {
        return XasKernel.phase(row, 0, f, Math.cbrt(f), Math.pow(f, -5.0 / 3), Math.log(f));
    }
}
