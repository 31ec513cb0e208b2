package org.chirpmill.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.WaveformEvaluator.Polarizations;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.phenomx.phm.TabulatedXphm;
import org.chirpmill.reference.RelativeError;
import org.chirpmill.reference.WideDraws;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;
import org.chirpmill.source.SourceParameters;
import org.chirpmill.source.UnphysicalSourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vector backend on rows with tables of angles: exact beside scalar, fast beside exact. */
class TabulatedVectorTest {
    private static final double REFERENCE_FREQUENCY = 20;
    private static final FrequencyGrid GRID = new FrequencyGrid(
        IntStream.rangeClosed(0, 4096).mapToDouble(bin -> bin * 0.25).toArray(), 80, 0.25);
    /** Exact beside scalar, of the peak. */
    private static final double ROUNDING = 1e-11;
    private static final int SCALAR_ROWS = 40;
    private static final int FAST_ROWS = 200;

    private final TabulatedXphm model = new TabulatedXphm();
    private final EvaluationFrame frame = new EvaluationFrame(REFERENCE_FREQUENCY, GRID);
    private final WideDraws draws = new WideDraws(model, REFERENCE_FREQUENCY, 11);

    private WaveformEvaluator open(String backend, Accuracy accuracy) {
        return new WaveformEvaluator(model, frame, Precision.DOUBLE, EvaluatorLookup.forced(backend), accuracy);
    }

    @Test
    void exactIsTheScalarOne() throws SourceRefusedException, UnphysicalSourceException {
        try (WaveformEvaluator scalar = open("scalar", Accuracy.EXACT);
            WaveformEvaluator vector = open("vector", Accuracy.EXACT)) {
            for (int row = 0; row < SCALAR_ROWS; row++) {
                SourceParameters source = draws.source(row);
                Polarizations expected = scalar.polarizations(source);
                double error = RelativeError.of(vector.polarizations(source), expected).peak();
                assertTrue(error <= ROUNDING, error + " of the peak, " + draws.text(row));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 1e-6, 1e-8})
    void fastKeepsTheTolerance(double tolerance) throws SourceRefusedException, UnphysicalSourceException {
        try (WaveformEvaluator exact = open("vector", Accuracy.EXACT);
            WaveformEvaluator fast = open("vector", Accuracy.of("fast(" + tolerance + ")"))) {
            for (int row = 0; row < FAST_ROWS; row++) {
                SourceParameters source = draws.source(row);
                Polarizations expected = exact.polarizations(source);
                double error = RelativeError.of(fast.polarizations(source), expected).l2();
                assertTrue(error <= tolerance, error + ", " + draws.text(row));
            }
        }
    }
}
