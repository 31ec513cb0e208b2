package org.chirpmill.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.WaveformEvaluator.Polarizations;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.ModelCatalogue;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.source.UnphysicalSourceException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same kernels compiled by TornadoVM and by the JVM: draws from wide priors, where every branch is taken. */
class TornadoAgreementTest {
    /** max|dh| over the peak. */
    private static final double TOLERANCE = 1e-11;
    private static final int ROWS = 200;
    private static final double REFERENCE_FREQUENCY = 20;
    /** 0 to 1024 Hz, from 20 Hz on. */
    private static final FrequencyGrid GRID =
        new FrequencyGrid(IntStream.rangeClosed(0, 1024).mapToDouble(bin -> bin).toArray(), 20, 1);

    private final EvaluatorProvider tornado = EvaluatorLookup.all().stream()
        .filter(backend -> backend.name().equals("tornado")).findFirst().orElseThrow();

    @BeforeEach
    void requireDevice() {
        Optional<String> obstacle = tornado.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> obstacle.get());
    }

    static Stream<String> models() {
        return ModelCatalogue.all().stream().map(WaveformModel::approximant);
    }

    @ParameterizedTest
    @MethodSource("models")
    void wideDrawsAreThoseOfTheScalarBackend(String approximant) throws UnphysicalSourceException {
        WaveformModel model = ModelCatalogue.named(approximant).orElseThrow();
        EvaluationFrame frame = new EvaluationFrame(REFERENCE_FREQUENCY, GRID);
        WideDraws draws = new WideDraws(model, REFERENCE_FREQUENCY, 3);
        double largest = 0;
        int compared = 0;
        try (WaveformEvaluator device = open(model, frame, tornado);
            WaveformEvaluator scalar = open(model, frame, EvaluatorLookup.forced("scalar"))) {
            for (int row = 0; row < ROWS; row++) {
                Polarizations expected;
                Polarizations found;
                try {
                    expected = scalar.polarizations(draws.source(row));
                    found = device.polarizations(draws.source(row));
                } catch (SourceRefusedException refusal) {
                    continue;
                }
                RelativeError error = RelativeError.of(found, expected);
                String where = String.format(Locale.ROOT, "%s row %d, bin %d: %.1e of the peak, allowed %.0e; %s",
                    approximant, row, error.worstBin(), error.peak(), TOLERANCE, draws.text(row));
                assertTrue(error.peak() <= TOLERANCE, where);
                largest = Math.max(largest, error.peak());
                compared++;
            }
        }
        assertTrue(compared > ROWS / 2, compared + " rows were compared");
        if (Boolean.getBoolean("chirpmill.quantiles")) {
            System.out.printf(Locale.ROOT, "%s, %d rows: %.1e of the peak at most%n", approximant, compared, largest);
        }
    }

    private static WaveformEvaluator open(WaveformModel model, EvaluationFrame frame, EvaluatorProvider backend) {
        return new WaveformEvaluator(model, frame, Precision.DOUBLE, backend, Accuracy.EXACT);
    }
}
