package org.chirpmill.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.domain.UniformFrequencyDomain;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.reference.ReferenceGroup;
import org.chirpmill.reference.ReferenceModels;
import org.chirpmill.reference.ReferenceWaveforms;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Some bins of a uniform grid have the values that they have with all others, the last bin's conventions included. */
class SampledPointsTest {
    private static final FrequencyGrid GRID = new UniformFrequencyDomain(20, 512, 0.25).grid();
    private static final int[] BINS = IntStream.range(0, 2049)
        .filter(bin -> bin == 80 || bin == 81 || bin > 100 && bin % 17 == 3 || bin >= 2047).toArray();
    private static final int WAVEFORMS = 12;

    static Stream<Arguments> backendsAndModels() {
        List<Arguments> pairs = new ArrayList<>();
        for (EvaluatorProvider provider : EvaluatorLookup.all()) {
            if (provider.obstacle().isEmpty()) {
                ReferenceModels.names().stream()
                    .filter(name -> provider.obstacle(ReferenceModels.named(name)).isEmpty())
                    .forEach(name -> pairs.add(Arguments.arguments(provider, name)));
            }
        }
        return pairs.stream();
    }

    @ParameterizedTest
    @MethodSource("backendsAndModels")
    void someBinsAreWhatTheyAreAmongAll(EvaluatorProvider backend, String name) throws SourceRefusedException {
        WaveformModel model = ReferenceModels.named(name);
        compare(model, backend, name, Accuracy.EXACT, 1e-11);
        compare(model, backend, name, Accuracy.DEFAULT, 4e-6);
    }

    /** Polynomials would cost more than a few points do. */
    @Test
    void fewPointsOfAModelWithoutAnglesAreExactWhateverTheTolerance() throws SourceRefusedException {
        String name = "IMRPhenomXHM";
        EvaluatorProvider vector = EvaluatorLookup.forced("vector");
        assumeTrue(vector.obstacle().isEmpty());
        EvaluationFrame frame = new EvaluationFrame(20, GRID);
        SourceParameters source = ReferenceWaveforms.of(name).groups().getFirst().source(0);
        assertArrayEquals(plus(name, frame.at(BINS), vector, Accuracy.EXACT, source),
            plus(name, frame.at(BINS), vector, Accuracy.DEFAULT, source));
        assertFalse(Arrays.equals(plus(name, frame, vector, Accuracy.EXACT, source),
            plus(name, frame, vector, Accuracy.DEFAULT, source)));
    }

    private static double[] plus(String name, EvaluationFrame frame, EvaluatorProvider backend, Accuracy accuracy,
            SourceParameters source) throws SourceRefusedException {
        try (WaveformEvaluator evaluator = new WaveformEvaluator(
                ReferenceModels.named(name), frame, Precision.DOUBLE, backend, accuracy)) {
            return evaluator.polarizations(source).plus();
        }
    }

    private static void compare(WaveformModel model, EvaluatorProvider backend, String name, Accuracy accuracy,
            double allowed) throws SourceRefusedException {
        EvaluationFrame frame = new EvaluationFrame(20, GRID);
        try (WaveformEvaluator whole = new WaveformEvaluator(model, frame, Precision.DOUBLE, backend, accuracy);
                WaveformEvaluator some =
                    new WaveformEvaluator(model, frame.at(BINS), Precision.DOUBLE, backend, accuracy)) {
            ReferenceGroup group = ReferenceWaveforms.of(name).groups().getFirst();
            int rows = Math.min(WAVEFORMS, group.rows());
            for (int row = 0; row < rows; row++) {
                WaveformEvaluator.Polarizations all = whole.polarizations(group.source(row));
                WaveformEvaluator.Polarizations few = some.polarizations(group.source(row));
                compare(all.plus(), few.plus(), allowed, name + ", h_plus of row " + row);
                compare(all.cross(), few.cross(), allowed, name + ", h_cross of row " + row);
            }
        }
    }

    private static void compare(double[] all, double[] few, double allowed, String what) {
        double peak = IntStream.range(0, all.length / 2).mapToDouble(bin -> modulus(all, bin)).max().orElseThrow();
        assertEquals(2 * BINS.length, few.length);
        for (int k = 0; k < BINS.length; k++) {
            double[] difference = {all[2 * BINS[k]] - few[2 * k], all[2 * BINS[k] + 1] - few[2 * k + 1]};
            double error = modulus(difference, 0);
            assertTrue(error <= allowed * peak,
                what + ", bin " + BINS[k] + ": " + error / peak + " of the peak, allowed " + allowed);
            assertEquals(modulus(all, BINS[k]) == 0, modulus(few, k) == 0, what + ", bin " + BINS[k]);
        }
    }

    private static double modulus(double[] series, int bin) {
        return Math.hypot(series[2 * bin], series[2 * bin + 1]);
    }
}
