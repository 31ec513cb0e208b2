package org.chirpmill.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.stream.IntStream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.phenomd.PhenomD;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.Precision;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One waveform at a time is as finite as a set's rows are. */
class WaveformEvaluatorTest {
    private static final FrequencyGrid GRID = FrequencyGrid.ofSamples(
        IntStream.range(20, 200).mapToDouble(bin -> bin).toArray());

    @ParameterizedTest
    @CsvSource({"true, 0, 0, NaN", "true, 179, 1, Infinity", "false, 3, 1, NaN", "false, 100, 0, -Infinity"})
    void aWaveformThatIsNotFiniteIsRefused(boolean isPlus, int bin, int part, double value) {
        SourceParameters source = new SourceParameters(30, 25, 0, 0, 0.3, 0, 0, -0.2, 0.4, 1.1, 500, 0, 0);
        try (WaveformEvaluator evaluator = new WaveformEvaluator(new PhenomD(), new EvaluationFrame(20, GRID),
                Precision.DOUBLE, new Spoiling(isPlus, 2L * bin + part, value), Accuracy.EXACT)) {
            SourceRefusedException refusal =
                assertThrows(SourceRefusedException.class, () -> evaluator.polarizations(source));
            assertEquals("IMRPhenomD gives no finite strain at " + (20.0 + bin) + " Hz", refusal.getMessage());
        }
    }

    /** The scalar backend, but for one number. */
    private record Spoiling(boolean isPlus, long index, double value) implements ProviderOfAnother {
        @Override
        public EvaluatorProvider original() {
            return EvaluatorLookup.forced("scalar");
        }

        @Override
        public Evaluator open(WaveformModel model, FrequencyGrid grid, Precision precision, Accuracy accuracy) {
            Evaluator scalar = original().open(model, grid, precision, accuracy);
            return new Evaluator() {
                @Override
                public void evaluate(double[] rows, Batch batch) {
                    scalar.evaluate(rows, batch);
                    MemorySegment polarization = isPlus ? batch.plus() : batch.cross();
                    polarization.setAtIndex(ValueLayout.JAVA_DOUBLE, index, value);
                }

                @Override
                public void close() {
                    scalar.close();
                }
            };
        }
    }
}
