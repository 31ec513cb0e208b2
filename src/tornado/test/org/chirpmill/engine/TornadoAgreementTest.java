package org.chirpmill.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.WaveformEvaluator.Polarizations;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.catalogue.ModelCatalogue;
import org.chirpmill.reference.RelativeError;
import org.chirpmill.reference.WideDraws;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.Precision;
import org.chirpmill.source.UnphysicalSourceException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** The profile lets TornadoVM take 1 GB; each evaluator's outputs take 64 MiB. */
    @Test
    void closingGivesTheMemoryBackToTheDevice() throws SourceRefusedException, UnphysicalSourceException {
        WaveformModel model = ModelCatalogue.named("TaylorF2").orElseThrow();
        double[] row = new double[model.layout().size()];
        model.prepare(new WideDraws(model, REFERENCE_FREQUENCY, 3).source(0),
            new EvaluationFrame(REFERENCE_FREQUENCY, GRID), row, 0);
        try (Arena arena = Arena.ofConfined()) {
            Batch batch = new Batch(arena, 2048, GRID.bins(), 1, Precision.DOUBLE);
            batch.startAt(0, 1);
            for (int evaluator = 0; evaluator < 24; evaluator++) {
                try (Evaluator opened = tornado.open(model, GRID, Precision.DOUBLE, Accuracy.EXACT)) {
                    opened.evaluate(row, batch);
                }
            }
            assertTrue(batch.plus().getAtIndex(ValueLayout.JAVA_DOUBLE, 2 * GRID.firstBin()) != 0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5000})
    void largeBatchesAreEvaluatedInPieces(int rows) throws SourceRefusedException, UnphysicalSourceException {
        WaveformModel model = ModelCatalogue.named("IMRPhenomD").orElseThrow();
        EvaluationFrame frame = new EvaluationFrame(REFERENCE_FREQUENCY, GRID);
        WideDraws draws = new WideDraws(model, REFERENCE_FREQUENCY, 3);
        int stride = model.layout().size();
        double[] coefficients = new double[rows * stride];
        for (int row = 0; row < rows; row++) {
            model.prepare(draws.source(row % ROWS), frame, coefficients, row * stride);
        }
        try (Arena arena = Arena.ofConfined();
            Evaluator scalar = opened("scalar");
            Evaluator device = opened("tornado")) {
            Batch expected = new Batch(arena, rows, GRID.bins(), 1, Precision.SINGLE);
            Batch found = new Batch(arena, rows, GRID.bins(), 1, Precision.SINGLE);
            expected.startAt(0, rows);
            found.startAt(0, rows);
            found.plus().fill((byte) 0xFF);
            found.cross().fill((byte) 0xFF);
            scalar.evaluate(coefficients, expected);
            device.evaluate(coefficients, found);
            assertEquals(-1, firstDifference(expected.plus(), found.plus()), "first part of h_plus that differs");
            assertEquals(-1, firstDifference(expected.cross(), found.cross()), "first part of h_cross that differs");
        }
    }

    private static Evaluator opened(String backend) {
        return EvaluatorLookup.forced(backend).open(
            ModelCatalogue.named("IMRPhenomD").orElseThrow(), GRID, Precision.SINGLE, Accuracy.EXACT);
    }

    /** The first number that is further from its counterpart than rounding to single precision explains, or -1. */
    private static long firstDifference(MemorySegment expected, MemorySegment found) {
        for (long i = 0; i < expected.byteSize() / Float.BYTES; i++) {
            double want = expected.getAtIndex(ValueLayout.JAVA_FLOAT, i);
            double have = found.getAtIndex(ValueLayout.JAVA_FLOAT, i);
            if (!(Math.abs(have - want) <= 1e-6 * Math.abs(want) + 1e-28)) {
                return i;
            }
        }
        return -1;
    }

    private static WaveformEvaluator open(WaveformModel model, EvaluationFrame frame, EvaluatorProvider backend) {
        return new WaveformEvaluator(model, frame, Precision.DOUBLE, backend, Accuracy.EXACT);
    }
}
