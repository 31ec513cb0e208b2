package org.chirpmill.model.phenomd;

import static org.chirpmill.model.AlignedModelProbe.source;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.domain.UniformFrequencyDomain;
import org.chirpmill.model.AlignedModelProbe;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhenomDTest {
    private static final FrequencyGrid GRID = FrequencyGrid.ofSamples(
        IntStream.range(0, 400).mapToDouble(bin -> 8 * Math.pow(1.0145, bin)).toArray());
    private final PhenomD model = new PhenomD();
    private final AlignedModelProbe probe = new AlignedModelProbe(model, GRID);

    @Test
    void swappingTheBodiesChangesNothing() throws SourceRefusedException {
        assertArrayEquals(
            probe.evaluate(source(40, 25, 0.7, -0.4)), probe.evaluate(source(25, 40, -0.4, 0.7)));
    }

    @ParameterizedTest
    @CsvSource({"30, 30, 0, 0", "36, 29, 0.5, 0.3", "60, 10, 0.95, -0.9", "90, 4.6, -0.99, 0.99", "3, 2, 0, 0.01",
        "150, 150, 0.99, 0.99", "50, 49.999999999, 0.2, 0.2"})
    void oneUnitInTheLastPlaceOfAnyInputMovesTheAnswerByLittle(double m1, double m2, double chi1, double chi2)
            throws SourceRefusedException {
        probe.assertWellConditioned(m1, m2, chi1, chi2);
    }

    @Test
    void amplitudeAndPhaseAreContinuousAtEveryJoin() throws SourceRefusedException {
        double[] row = probe.prepare(source(36, 29, 0.3, -0.2));
        for (int join : new int[] {PhenomDRow.AMPLITUDE_JOIN_1, PhenomDRow.AMPLITUDE_JOIN_2}) {
            double f = row[join];
            assertEquals(amplitude(row, Math.nextDown(f)), amplitude(row, f), 1e-12 * amplitude(row, f),
                "amplitude at " + f + " Hz");
        }
        for (int join : new int[] {PhenomDRow.PHASE_JOIN_1, PhenomDRow.PHASE_JOIN_2}) {
            double f = row[join];
            assertEquals(phase(row, Math.nextDown(f)), phase(row, f), 1e-9, "phase at " + f + " Hz");
        }
    }

    @Test
    void thePhaseAtTheReferenceFrequencyIsTwiceTheOrbitalPhase() throws SourceRefusedException {
        assertEquals(2 * 1.1, phase(probe.prepare(source(36, 29, 0.3, -0.2)), 20), 1e-10);
    }

    @Test
    void twiceTheDistanceIsHalfTheStrain() throws SourceRefusedException {
        probe.assertFallsWithDistance();
    }

    @Test
    void sourcesOutsideTheModelAreRefusedWithAReason() {
        probe.assertRefused("mass_2 = -1.0 is not a positive number", source(30, -1, 0, 0));
        probe.assertRefused("mass_1 = NaN is not a positive number", source(Double.NaN, 20, 0, 0));
        probe.assertRefused("spin_1z = 1.2 is beyond the Kerr bound [-1, 1]", source(30, 20, 1.2, 0));
        probe.assertRefused(
            "IMRPhenomD takes spins along the orbital angular momentum only, these lie partly in its plane",
            new SourceParameters(36, 29, 0.1, 0, 0, 0, 0, 0, 0.4, 1.1, 500, 0, 0));
        probe.assertRefused("IMRPhenomD describes black holes: lambda_1 and lambda_2 must be 0",
            new SourceParameters(1.4, 1.3, 0, 0, 0, 0, 0, 0, 0.4, 1.1, 500, 400, 0));
        probe.assertRefused("luminosity_distance = 0.0 is not a positive number",
            new SourceParameters(36, 29, 0, 0, 0, 0, 0, 0, 0.4, 1.1, 0, 0, 0));
    }

    @Test
    void onUniformGridsTheWaveformEndsOneBinBeforeTheCutoff() throws SourceRefusedException {
        double deltaF = 0.25;
        double[] frequencies = IntStream.range(0, 8193).mapToDouble(bin -> bin * deltaF).toArray();
        double[] row = new double[model.layout().size()];
        model.prepare(source(36, 29, 0.3, -0.2), new EvaluationFrame(20, new FrequencyGrid(frequencies, 80, deltaF)),
            row, 0);
        double cutoff = 0.2 / (65 * 4.925490947641267e-6);
        assertEquals(Math.nextDown(Math.floor(cutoff / deltaF) * deltaF), row[PhenomDRow.CUTOFF]);
    }

    @Test
    void aGridThatEndsBeforeTheCutoffLosesItsLastBinAloneWhateverItsDecimals() throws SourceRefusedException {
        for (int tenths = 300; tenths < 1300; tenths++) {
            FrequencyGrid grid = new UniformFrequencyDomain(20, tenths / 10.0, 0.1).grid();
            double[] row = new double[model.layout().size()];
            model.prepare(source(36, 29, 0.3, -0.2), new EvaluationFrame(20, grid), row, 0);
            assertEquals(Math.nextDown(grid.maximumFrequency()), row[PhenomDRow.CUTOFF], tenths + " tenths of 1 Hz");
        }
    }

    private static double amplitude(double[] row, double f) {
        return PhenomDKernel.amplitude(row, 0, f, Math.cbrt(f));
    }

    /** h_plus = A exp(-i phase). */
    private static double phase(double[] row, double f) {
        return PhenomDKernel.phase(
            row, 0, f, Math.cbrt(f), Math.pow(f, 0.25), Math.pow(f, -5.0 / 3), Math.log(f));
    }
}
