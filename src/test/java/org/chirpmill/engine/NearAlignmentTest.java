package org.chirpmill.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.WaveformEvaluator.Polarizations;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.catalogue.ModelCatalogue;
import org.chirpmill.reference.NearAlignment;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Precessing models of spins whose tilts go to 0 and to pi: smooth down to the last place, on all backends alike. */
class NearAlignmentTest {
    private static final EvaluationFrame FRAME = new EvaluationFrame(20, new FrequencyGrid(
        IntStream.rangeClosed(0, 460).mapToDouble(bin -> bin * 0.5).toArray(), 40, 0.5));
    /** Of the peak per rad of tilt: where the lighter body's spin, the smaller by 400, holds most of what is across. */
    private static final double STEEPEST = 400;
    private static final double ROUNDING = 5e-12;

    @ParameterizedTest
    @ValueSource(strings = {"IMRPhenomXP", "IMRPhenomXPHM"})
    void waveformsAreSmoothDownToTheSmallestTilts(String approximant) throws SourceRefusedException {
        try (WaveformEvaluator evaluator = open(approximant, "scalar", Accuracy.EXACT)) {
            for (int binary = 0; binary < NearAlignment.count(); binary++) {
                for (double tilt = 1e-4; tilt > 0x1p-51; tilt /= 3) {
                    Polarizations here = evaluator.polarizations(NearAlignment.source(binary, tilt));
                    Polarizations there = evaluator.polarizations(NearAlignment.source(binary, tilt / 3));
                    assertTrue(difference(here, there) <= STEEPEST * tilt + ROUNDING, approximant + ", binary " + binary
                        + ", from " + tilt + " to a third of it: " + difference(here, there) + " of the peak");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"IMRPhenomPv2", "IMRPhenomXP", "IMRPhenomXPHM"})
    void allBackendsAgreeAtSmallTilts(String approximant) throws SourceRefusedException {
        for (EvaluatorProvider provider : EvaluatorLookup.all()) {
            if (provider.obstacle().isEmpty()) {
                compare(approximant, provider.name(), Accuracy.EXACT, 1e-11);
                compare(approximant, provider.name(), Accuracy.of("fast(1e-7)"), 1e-5);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"IMRPhenomXP", "IMRPhenomXPHM"})
    void itIsRemarkedWhereAlignedModelsAndLalsimulationDiffer(String approximant) throws SourceRefusedException {
        String aligned = approximant.equals("IMRPhenomXP") ? "IMRPhenomXAS" : "IMRPhenomXHM";
        assertEquals(List.of("the spins lie along the orbital angular momentum, where " + approximant + " is not "
            + aligned + ": half of such waveforms differ by 0.07 of the peak or more, mostly by a time shift"),
            remarks(approximant, NearAlignment.source(3, 0)));
        assertEquals(List.of("a spin is tilted by less than 1e-5 rad from alignment, where LALSimulation's precession "
            + "angles are lost to rounding and Chirpmill's are not"),
            remarks(approximant, NearAlignment.source(3, 1e-8)));
        assertEquals(List.of(), remarks(approximant, NearAlignment.source(3, 1e-4)));
        assertEquals(List.of(),
            remarks(approximant, new SourceParameters(36, 29, 0, 0, 0, 0, 0, 0, 0.4, 1.1, 500, 0, 0)));
    }

    private static List<String> remarks(String approximant, SourceParameters source) throws SourceRefusedException {
        WaveformModel model = ModelCatalogue.named(approximant).orElseThrow();
        double[] row = new double[model.layout().size()];
        model.prepare(source, FRAME, row, 0);
        return model.remarks(source, row, 0);
    }

    private static void compare(String approximant, String backend, Accuracy accuracy, double tolerance)
            throws SourceRefusedException {
        try (WaveformEvaluator scalar = open(approximant, "scalar", Accuracy.EXACT);
                WaveformEvaluator other = open(approximant, backend, accuracy)) {
            for (double tilt : new double[] {0, 0x1p-51, 1e-13, 1e-9, 1e-8, 3e-8, 1e-6}) {
                for (SourceParameters source : NearAlignment.sources(tilt)) {
                    double found = difference(scalar.polarizations(source), other.polarizations(source));
                    assertTrue(found <= tolerance, approximant + " on " + backend + ", " + accuracy + ", " + source
                        + ": " + found + " of the peak");
                }
            }
        }
    }

    private static WaveformEvaluator open(String approximant, String backend, Accuracy accuracy) {
        return new WaveformEvaluator(ModelCatalogue.named(approximant).orElseThrow(), FRAME, Precision.DOUBLE,
            EvaluatorLookup.forced(backend), accuracy);
    }

    private static double difference(Polarizations one, Polarizations other) {
        return WaveformDifference.between(one.plus(), one.cross(), other.plus(), other.cross()).peak();
    }
}
