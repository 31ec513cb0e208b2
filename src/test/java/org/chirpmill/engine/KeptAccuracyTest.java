package org.chirpmill.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.WaveformEvaluator.Polarizations;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.catalogue.ModelCatalogue;
import org.chirpmill.reference.WideDraws;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;
import org.chirpmill.source.UnphysicalSourceException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a backend says that it keeps of an accuracy, and a dataset records, is what its numbers are. */
class KeptAccuracyTest {
    private static final double REFERENCE_FREQUENCY = 20;
    /** Enough bins that polynomials serve every model. */
    private static final FrequencyGrid GRID = new FrequencyGrid(
        IntStream.rangeClosed(0, 4096).mapToDouble(bin -> bin * 0.25).toArray(), 80, 0.25);
    private static final Accuracy LOOSE = new Accuracy(1e-2);

    /** Every backend that this machine has, every model and precision. */
    static Stream<Arguments> backends() {
        return EvaluatorLookup.all().stream().filter(backend -> backend.obstacle().isEmpty())
            .flatMap(backend -> ModelCatalogue.all().stream().filter(model -> backend.obstacle(model).isEmpty())
                .flatMap(model -> Arrays.stream(Precision.values())
                    .map(precision -> arguments(backend.name(), model.approximant(), precision))));
    }

    @ParameterizedTest
    @MethodSource("backends")
    void whatIsKeptIsWhatIsEvaluated(String name, String approximant, Precision precision)
            throws SourceRefusedException, UnphysicalSourceException {
        EvaluatorProvider backend = EvaluatorLookup.forced(name);
        WaveformModel model = ModelCatalogue.named(approximant).orElseThrow();
        assertEquals(Accuracy.EXACT, backend.kept(model, precision, Accuracy.EXACT));
        for (Accuracy asked : List.of(Accuracy.DEFAULT, LOOSE)) {
            Accuracy kept = backend.kept(model, precision, asked);
            assertEquals(kept, backend.kept(model, precision, kept), "what is kept of that");
            double[] found = numbers(backend, model, precision, asked);
            assertArrayEquals(numbers(backend, model, precision, kept), found, asked + " is not kept as " + kept);
            boolean isExact = Arrays.equals(numbers(backend, model, precision, Accuracy.EXACT), found);
            assertEquals(isExact, kept.isExact(), asked + " is kept as " + kept + "; exactly evaluated: " + isExact);
        }
    }

    /** Both polarizations of one waveform. */
    private static double[] numbers(EvaluatorProvider backend, WaveformModel model, Precision precision,
            Accuracy accuracy) throws SourceRefusedException, UnphysicalSourceException {
        EvaluationFrame frame = new EvaluationFrame(REFERENCE_FREQUENCY, GRID);
        try (WaveformEvaluator evaluator = new WaveformEvaluator(model, frame, precision, backend, accuracy)) {
            Polarizations both = evaluator.polarizations(new WideDraws(model, REFERENCE_FREQUENCY, 1).source(0));
            return Stream.of(both.plus(), both.cross()).flatMapToDouble(Arrays::stream).toArray();
        }
    }
}
