package org.chirpmill.model.phenomnsbh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.domain.UniformFrequencyDomain;
import org.chirpmill.model.AlignedModelProbe;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.phenomd.PhenomDRow;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhenomNSBHTest {
    private static final FrequencyGrid GRID = FrequencyGrid.ofSamples(
        IntStream.range(0, 400).mapToDouble(bin -> 20 * Math.pow(1.012, bin)).toArray());
    private final PhenomNSBH model = new PhenomNSBH();
    private final AlignedModelProbe probe = new AlignedModelProbe(model, GRID);

    private static SourceParameters source(double hole, double star, double chiHole, double chiStar, double lambda) {
        return new SourceParameters(hole, star, 0, 0, chiHole, 0, 0, chiStar, 0.4, 1.1, 500, 0, lambda);
    }

    private static MergerType type(double[] row) {
        return MergerType.values()[(int) row[NsbhRow.MERGER_TYPE]];
    }

    @ParameterizedTest
    @CsvSource({
        "2.5, 1.2, 0.6, 2000, DISRUPTIVE", "10, 1, 0.4, 4200, MILDLY_DISRUPTIVE_WITHOUT_TORUS",
        "7, 1.4, 0, 400, NON_DISRUPTIVE", "6, 1.44, 0.6, 321, MILDLY_DISRUPTIVE_WITH_TORUS"})
    void oneUnitInTheLastPlaceOfAnyInputMovesTheAnswerByLittle(
            double hole, double star, double chi, double lambda, MergerType type) throws SourceRefusedException {
        assertEquals(type, type(probe.prepare(source(hole, star, chi, 0, lambda))));
        double[] waveform = probe.evaluate(source(hole, star, chi, 0, lambda));
        double peak = Arrays.stream(waveform).map(Math::abs).max().orElseThrow();
        List<SourceParameters> moved = List.of(source(Math.nextUp(hole), star, chi, 0, lambda),
            source(hole, Math.nextDown(star), chi, 0, lambda), source(hole, star, Math.nextUp(chi), 0, lambda),
            source(hole, star, chi, Math.ulp(0.1), lambda), source(hole, star, chi, 0, Math.nextUp(lambda)));
        for (SourceParameters other : moved) {
            double[] neighbour = probe.evaluate(other);
            for (int i = 0; i < waveform.length; i++) {
                double change = Math.abs(neighbour[i] - waveform[i]) / peak;
                assertTrue(change < 3e-11, other + ": bin " + i / 4 + " moves by " + change);
            }
        }
    }

    @Test
    void theBlackHoleLimitIsReachedContinuously() throws SourceRefusedException {
        double[] none = probe.evaluate(source(7, 1.4, 0.3, 0, 0));
        double[] little = probe.evaluate(source(7, 1.4, 0.3, 0, 1e-9));
        double peak = Arrays.stream(none).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < none.length; i++) {
            assertEquals(none[i], little[i], 1e-7 * peak, "part " + i);
        }
    }

    @Test
    void thePhaseIsContinuousAtItsJoins() throws SourceRefusedException {
        double[] row = probe.prepare(source(7, 1.4, 0.3, 0, 400));
        for (int join : new int[] {PhenomDRow.PHASE_JOIN_1, PhenomDRow.PHASE_JOIN_2}) {
            double f = row[NsbhBlocks.PHENOM_D + join];
            assertEquals(phase(row, Math.nextDown(f)), phase(row, f), 1e-8, "phase at " + f + " Hz");
        }
    }

    @Test
    void thePhaseAtTheReferenceFrequencyIsTwiceTheOrbitalPhaseWithoutTides() throws SourceRefusedException {
        assertEquals(2 * 1.1, phase(probe.prepare(source(7, 1.4, 0.3, 0, 0)), 20), 1e-9);
        assertNotEquals(2 * 1.1, phase(probe.prepare(source(7, 1.4, 0.3, 0, 400)), 20), 1e-6);
    }

    @Test
    void timeIsCountedFromTheSlopeAtTheGridsEnd() throws SourceRefusedException {
        FrequencyGrid shorter = FrequencyGrid.ofSamples(Arrays.copyOf(GRID.frequencies(), 300));
        double[] whole = probe.prepare(source(7, 1.4, 0.3, 0, 400));
        double[] part = new AlignedModelProbe(model, shorter).prepare(source(7, 1.4, 0.3, 0, 400));
        double at100 = phase(part, 100) - phase(whole, 100);
        double at180 = phase(part, 180) - phase(whole, 180);
        assertTrue(Math.abs(at100) > 1e-3, "no shift: " + at100);
        assertEquals(at100 / (100 - 20), at180 / (180 - 20), 1e-9 * Math.abs(at100), "a shift in time grows like f");
    }

    @Test
    void aUniformGridLosesItsLastBinAloneAndAListNone() throws SourceRefusedException {
        for (int tenths = 3000; tenths < 3100; tenths++) {
            FrequencyGrid grid = new UniformFrequencyDomain(20, tenths / 10.0, 0.1).grid();
            double[] row = new AlignedModelProbe(model, grid).prepare(source(7, 1.4, 0.3, 0, 400));
            double[] out = new double[8];
            model.kernel().polarizations(
                row, 0, GridTables.of(grid), grid.bins(), grid.bins() - 2, grid.bins(), out);
            assertTrue(out[0] != 0 && out[4] == 0 && out[6] == 0, tenths + " tenths of 1 Hz");
        }
        double[] listed = probe.evaluate(source(7, 1.4, 0.3, 0, 400));
        assertTrue(listed[listed.length - 4] != 0, "the last of a list is zero");
    }

    @Test
    void sourcesOutsideTheModelAreRefusedWithAReason() {
        probe.assertRefused("IMRPhenomNSBH takes body 1 as the black hole: lambda_1 = 10.0 must be 0",
            new SourceParameters(7, 1.4, 0, 0, 0, 0, 0, 0, 0.4, 1.1, 500, 10, 400));
        probe.assertRefused("IMRPhenomNSBH takes body 1 as the black hole, the heavier one: mass_1 = 1.4 is below "
            + "mass_2 = 3.0", source(1.4, 3, 0, 0, 400));
        probe.assertRefused("IMRPhenomNSBH ends at a mass ratio of 100: mass_1 = 141.0 and mass_2 = 1.4",
            source(141, 1.4, 0, 0, 400));
        probe.assertRefused("IMRPhenomNSBH takes body 2 as a neutron star of at most 3 solar masses: mass_2 = 3.1",
            source(7, 3.1, 0, 0, 400));
        probe.assertRefused("IMRPhenomNSBH takes deformabilities from 0 to 5000: lambda_2 = 5001.0",
            source(7, 1.4, 0, 0, 5001));
        probe.assertRefused("IMRPhenomNSBH takes deformabilities from 0 to 5000: lambda_2 = -1.0",
            source(7, 1.4, 0, 0, -1));
        probe.assertRefused("IMRPhenomNSBH takes deformabilities from 0 to 5000: lambda_2 = NaN",
            source(7, 1.4, 0, 0, Double.NaN));
        probe.assertRefused(
            "IMRPhenomNSBH takes spins along the orbital angular momentum only, these lie partly in its plane",
            new SourceParameters(7, 1.4, 0.1, 0, 0, 0, 0, 0, 0.4, 1.1, 500, 0, 400));
    }

    /** LALSimulation gives an amplitude with a pole there, which a bin may come as near as it likes. */
    @Test
    void anInspiralWhoseFrequencyCeasesToGrowIsRefused() throws SourceRefusedException {
        probe.assertRefused("IMRPhenomNSBH's inspiral has an infinite amplitude before it ends, where the "
            + "post-Newtonian rate at which the frequency grows is zero: the black hole's spin and the mass ratio are "
            + "too large", source(43.23, 1.21, 0.986, 0, 1325));
        probe.prepare(source(43.23, 1.21, 0.9, 0, 1325));
    }

    @Test
    void whatTheModelIsNotCalibratedForIsSaid() throws SourceRefusedException {
        assertEquals(List.of(), remarks(source(7, 1.4, 0.3, 0, 400)));
        assertEquals(List.of("the neutron star spins, for which IMRPhenomNSBH is not calibrated"),
            remarks(source(7, 1.4, 0.3, 0.01, 400)));
        assertEquals(List.of("the neutron star is lighter than the sun, for which IMRPhenomNSBH is not calibrated"),
            remarks(source(7, 0.9, 0.3, 0, 400)));
    }

    private List<String> remarks(SourceParameters source) throws SourceRefusedException {
        double[] row = new double[model.layout().size()];
        model.prepare(source, new EvaluationFrame(20, GRID), row, 0);
        return model.remarks(source, row, 0);
    }

    private static double phase(double[] row, double f) {
        return NsbhModes.phase(
            row, 0, f, Math.cbrt(f), Math.pow(f, 0.25), Math.pow(f, -5.0 / 3), Math.log(f));
    }
}
