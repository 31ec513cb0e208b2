package org.chirpmill.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.WaveformEvaluator.Polarizations;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.phenomx.precession.AngleTableRow;
import org.chirpmill.reference.ReferenceModels;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PhaseHarmonicsTest {
    private static final FrequencyGrid GRID = FrequencyGrid.ofSamples(
        IntStream.range(0, 60).mapToDouble(bin -> 15 + 6.5 * bin).toArray());
    private static final double TOLERANCE = 1e-11;
    /** Of models whose rows have a table of angles, which holds them to so many rad where it knows of all kinks. */
    private static final double TOLERANCE_OF_TABLES = 1e-10;
    /** The tuned models' angles have kinks that their tables do not know of. */
    private static final double TOLERANCE_OF_TUNED_ANGLES = 1e-6;

    static List<WaveformModel> models() {
        return ReferenceModels.all().toList();
    }

    static Stream<WaveformModel> alignedModelsOfOneMode() {
        return models().stream().filter(model -> !model.traits().isPrecessing() && model.traits().highestM() == 2);
    }

    private static SourceParameters source(WaveformModel model) {
        boolean precesses = model.traits().isPrecessing();
        double inPlane = precesses ? 1 : 0;
        return switch (model.traits().bodies()) {
            case BLACK_HOLES -> new SourceParameters(42, 21, inPlane * 0.3, inPlane * -0.2, 0.4,
                inPlane * 0.1, inPlane * 0.25, -0.3, 0.9, 0.7, 400, 0, 0);
            case NEUTRON_STARS -> new SourceParameters(1.6, 1.2, inPlane * 0.03, inPlane * -0.02, 0.04,
                inPlane * 0.01, inPlane * 0.025, -0.03, 0.9, 0.7, 400, 300, 700);
            case BLACK_HOLE_AND_NEUTRON_STAR ->
                new SourceParameters(6, 1.4, 0, 0, 0.4, 0, 0, 0, 0.9, 0.7, 400, 0, 700);
        };
    }

    @ParameterizedTest
    @MethodSource("models")
    void partsAddUpAndTurnExactlyWithThePhase(WaveformModel model) throws SourceRefusedException {
        String approximant = model.approximant();
        SourceParameters source = source(model);
        double turn = 0.83;
        try (WaveformEvaluator evaluator = new WaveformEvaluator(model,
            new EvaluationFrame(20, GRID), Precision.DOUBLE, EvaluatorLookup.forced("scalar"), Accuracy.EXACT)) {
            Polarizations whole = evaluator.polarizations(source);
            Polarizations turned = evaluator.polarizations(source.withPhase(source.phase() + turn));
            SortedMap<Integer, Polarizations> parts = PhaseHarmonics.of(evaluator, source);
            double peak = largest(whole.plus());
            requireClose(approximant + " whole", whole, sum(parts, 0), tolerance(model), peak);
            requireClose(approximant + " turned", turned, sum(parts, turn), tolerance(model), peak);
        }
    }

    @ParameterizedTest
    @MethodSource("alignedModelsOfOneMode")
    void modelsOfOneModeHaveNoOtherParts(WaveformModel model) throws SourceRefusedException {
        try (WaveformEvaluator evaluator = new WaveformEvaluator(model,
            new EvaluationFrame(20, GRID), Precision.DOUBLE, EvaluatorLookup.forced("scalar"), Accuracy.EXACT)) {
            SortedMap<Integer, Polarizations> parts = PhaseHarmonics.of(evaluator, source(model));
            double peak = largest(parts.get(-2).plus());
            assertTrue(peak > 0, "(2, 2) at positive frequencies turns as exp(2 i phase)");
            parts.forEach((m, part) -> assertTrue(
                m == -2 || largest(part.plus()) < TOLERANCE * peak, model.approximant() + " has no part of m = " + m));
        }
    }

    private static Polarizations sum(SortedMap<Integer, Polarizations> parts, double turn) {
        int numbers = parts.get(0).plus().length;
        Polarizations sum = new Polarizations(new double[numbers], new double[numbers]);
        for (Map.Entry<Integer, Polarizations> part : parts.entrySet()) {
            double cosine = Math.cos(part.getKey() * turn);
            double sine = -Math.sin(part.getKey() * turn);
            add(part.getValue().plus(), cosine, sine, sum.plus());
            add(part.getValue().cross(), cosine, sine, sum.cross());
        }
        return sum;
    }

    private static void add(double[] from, double cosine, double sine, double[] to) {
        for (int i = 0; i < from.length; i += 2) {
            to[i] += from[i] * cosine - from[i + 1] * sine;
            to[i + 1] += from[i] * sine + from[i + 1] * cosine;
        }
    }

    private static double tolerance(WaveformModel model) {
        if (List.of("IMRPhenomXO4a", "IMRPhenomXPNR").contains(model.approximant())) {
            return TOLERANCE_OF_TUNED_ANGLES;
        }
        return model.layout().size() > AngleTableRow.size(AngleTableRow.USUAL_ROOM) ? TOLERANCE_OF_TABLES : TOLERANCE;
    }

    private static void requireClose(
            String what, Polarizations expected, Polarizations actual, double tolerance, double peak) {
        for (int i = 0; i < expected.plus().length; i++) {
            double plus = Math.abs(expected.plus()[i] - actual.plus()[i]) / peak;
            double cross = Math.abs(expected.cross()[i] - actual.cross()[i]) / peak;
            assertTrue(Math.max(plus, cross) < tolerance, what + ", part " + i + ": " + plus + ", " + cross);
        }
    }

    private static double largest(double[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> Math.abs(values[i])).max().orElseThrow();
    }
}
