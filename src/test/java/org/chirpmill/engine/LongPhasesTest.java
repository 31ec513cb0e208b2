package org.chirpmill.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.chirpmill.engine.WaveformEvaluator.Polarizations;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.catalogue.ModelCatalogue;
import org.chirpmill.reference.LongPhases;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;
import org.chirpmill.source.UnphysicalSourceException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All backends of this machine up to the largest phases, beside the scalar one; beyond, refusals. */
class LongPhasesTest {
    static Stream<String> models() {
        return ModelCatalogue.all().stream().filter(LongPhases::comesNear).map(WaveformModel::approximant);
    }

    @ParameterizedTest
    @MethodSource("models")
    void backendsAgreeUpToTheLimitAndNothingIsBeyond(String approximant) throws UnphysicalSourceException {
        WaveformModel model = ModelCatalogue.named(approximant).orElseThrow();
        int[] met = LongPhases.walk(model, step -> EvaluatorLookup.all().stream()
            .filter(provider -> provider.obstacle().isEmpty()).forEach(provider -> {
                compare(model, step, provider, Precision.DOUBLE, Accuracy.EXACT, 0);
                compare(model, step, provider, Precision.DOUBLE, Accuracy.of("fast(1e-7)"), 1e-5);
                compare(model, step, provider, Precision.SINGLE, Accuracy.DEFAULT, 1e-4);
            }));
        assertTrue(met[0] > 20 && met[1] > 5, approximant + ": refused and close to the limit " + Arrays.toString(met));
    }

    private static void compare(WaveformModel model, LongPhases.Step step, EvaluatorProvider provider,
            Precision precision, Accuracy accuracy, double error) {
        try (WaveformEvaluator scalar = new WaveformEvaluator(
                model, step.frame(), Precision.DOUBLE, EvaluatorLookup.forced("scalar"), Accuracy.EXACT);
                WaveformEvaluator other =
                    new WaveformEvaluator(model, step.frame(), precision, provider, accuracy)) {
            for (int source = 0; source < step.taken().size(); source++) {
                Polarizations expected = scalar.polarizations(step.taken().get(source));
                Polarizations found = other.polarizations(step.taken().get(source));
                double peak = WaveformDifference.between(
                    found.plus(), found.cross(), expected.plus(), expected.cross()).peak();
                double allowed = step.tolerance(source) + error;
                assertTrue(peak <= allowed, model.approximant() + " on " + provider.name() + ", " + precision + ", "
                    + accuracy + ", f_ref " + step.frame().referenceFrequency() + ", first bin "
                    + step.frame().edges().getFirst().frequency() + ", about " + step.phase().get(source)
                    + " rad: " + peak + " of the peak, allowed " + allowed);
            }
        } catch (SourceRefusedException refused) {
            throw new AssertionError(refused);
        }
    }
}
