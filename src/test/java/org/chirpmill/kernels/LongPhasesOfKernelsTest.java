package org.chirpmill.kernels;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.chirpmill.engine.WaveformDifference;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.catalogue.ModelCatalogue;
import org.chirpmill.reference.LongPhases;
import org.chirpmill.rows.Precision;
import org.chirpmill.source.UnphysicalSourceException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The device code, whose sines are the C library's and right for every argument, beside the scalar kernels up to the
 * largest phases.
 */
class LongPhasesOfKernelsTest {
    private static final double SINGLE_ERROR = 1e-6;

    static Stream<String> models() {
        return KernelCase.models().filter(LongPhases::comesNear).map(WaveformModel::approximant);
    }

    @ParameterizedTest
    @MethodSource("models")
    void deviceCodeAgreesUpToTheLimit(String approximant) throws UnphysicalSourceException {
        HostCompiler.ROUNDING.require();
        WaveformModel model = ModelCatalogue.named(approximant).orElseThrow();
        LongPhases.walk(model, step -> {
            KernelCase rows = rows(model, step);
            KernelCase.Answer expected = rows.scalar();
            for (Precision precision : Precision.values()) {
                KernelCase.Answer found = rows.device(HostCompiler.ROUNDING, precision);
                for (int source = 0; source < rows.count(); source++) {
                    double peak = WaveformDifference.between(found.plus()[source], found.cross()[source],
                        expected.plus()[source], expected.cross()[source]).peak();
                    double allowed = step.tolerance(source) + (precision == Precision.SINGLE ? SINGLE_ERROR : 0);
                    assertTrue(peak <= allowed, approximant + ", " + precision + ", f_ref "
                        + step.frame().referenceFrequency() + ", about " + step.phase().get(source) + " rad: " + peak
                        + " of the peak, allowed " + allowed);
                }
            }
        });
    }

    private static KernelCase rows(WaveformModel model, LongPhases.Step step) {
        try {
            return KernelCase.of(model, step.frame(), step.taken());
        } catch (SourceRefusedException refused) {
            throw new AssertionError(refused);
        }
    }
}
