package org.chirpmill.reference;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.engine.WaveformEvaluator;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.catalogue.ModelCatalogue;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;
import org.chirpmill.source.SourceParameters;
import org.chirpmill.source.UnphysicalSourceException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Fast beside exact over a wide prior, and exact by itself: finite, without spikes. {@code -Dchirpmill.draws=10000}
 * makes as many draws of every model, {@code -Dchirpmill.draws.seed} others, {@code -Dchirpmill.draws.accuracy} sets
 * the accuracy; the quantiles are printed.
 */
class WideDrawsTest {
    private static final Accuracy ACCURACY =
        Accuracy.of(System.getProperty("chirpmill.draws.accuracy", Accuracy.DEFAULT.toString()));
    private static final long SEED = Long.getLong("chirpmill.draws.seed", 1);
    private static final double REFERENCE_FREQUENCY = 20;
    private static final double DELTA_F = 0.25;
    private static final FrequencyGrid GRID = new FrequencyGrid(
        IntStream.rangeClosed(0, 4096).mapToDouble(bin -> bin * DELTA_F).toArray(), (int) (20 / DELTA_F), DELTA_F);
    /** Of a row that the model refuses. */
    private static final RelativeError NONE = new RelativeError(0, 0, 0);
    /** So many of the worst rows are named where one fails, or where more draws are asked for. */
    private static final int SHOWN = 5;

    /** Every model, with as many draws as are made of it unless more are asked for: more where more can go wrong. */
    static Stream<Arguments> models() {
        return ReferenceModels.names().stream().map(name -> arguments(name, draws(ReferenceModels.named(name))));
    }

    private static int draws(WaveformModel model) {
        return !model.traits().isPrecessing() ? 200 : model.traits().highestM() > 2 ? 1000 : 300;
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyDrawKeepsTheTolerance(String name, int few)
            throws SourceRefusedException, UnphysicalSourceException {
        int rows = Integer.getInteger("chirpmill.draws", few);
        WaveformModel model = ReferenceModels.named(name);
        EvaluationFrame frame = new EvaluationFrame(REFERENCE_FREQUENCY, GRID);
        WideDraws draws = new WideDraws(model, REFERENCE_FREQUENCY, SEED);
        EvaluatorProvider vector = EvaluatorLookup.forced("vector");
        RelativeError[] errors = new RelativeError[rows];
        try (WaveformEvaluator exact = new WaveformEvaluator(model, frame, Precision.DOUBLE, vector, Accuracy.EXACT);
            WaveformEvaluator fast = new WaveformEvaluator(model, frame, Precision.DOUBLE, vector, ACCURACY)) {
            for (int row = 0; row < rows; row++) {
                errors[row] = error(model, frame, fast, exact, draws, row);
            }
        }
        long refused = Arrays.stream(errors).filter(error -> error == NONE).count();
        assertTrue(refused <= 0.01 * rows, refused + " of " + rows + " draws were refused");
        String found = summary(name, draws, errors);
        if (rows > few) {
            System.out.println(found);
        }
        assertTrue(Arrays.stream(errors).allMatch(error -> error.l2() <= ACCURACY.tolerance()), found);
    }

    /** How far fast is from exact, which must be finite and without spikes; {@link #NONE} where the model refuses. */
    private static RelativeError error(WaveformModel model, EvaluationFrame frame, WaveformEvaluator fast,
            WaveformEvaluator exact, WideDraws draws, long row)
            throws SourceRefusedException, UnphysicalSourceException {
        try {
            model.prepare(draws.source(row), frame, new double[model.layout().size()], 0);
        } catch (SourceRefusedException e) {
            return NONE;
        }
        WaveformEvaluator.Polarizations waveform = exact.polarizations(draws.source(row));
        Spikes.requireNone(waveform, () -> "row " + row + ", " + draws.text(row));
        return RelativeError.of(fast.polarizations(draws.source(row)), waveform);
    }

    /** Rows whose (2, 1) mode is nothing over a few hertz, between two points at which its polynomials would look. */
    @ParameterizedTest
    @ValueSource(longs = {5006, 6525})
    void aModeThatVanishesForAWhileKeepsTheTolerance(long row)
            throws SourceRefusedException, UnphysicalSourceException {
        WaveformModel model = ModelCatalogue.named("IMRPhenomXHM").orElseThrow();
        FrequencyGrid grid = new FrequencyGrid(
            IntStream.rangeClosed(0, 8192).mapToDouble(bin -> bin * 0.125).toArray(), 160, 0.125);
        EvaluationFrame frame = new EvaluationFrame(REFERENCE_FREQUENCY, grid);
        SourceParameters source = new WideDraws(model, REFERENCE_FREQUENCY, 21).source(row);
        EvaluatorProvider vector = EvaluatorLookup.forced("vector");
        try (WaveformEvaluator exact = new WaveformEvaluator(model, frame, Precision.DOUBLE, vector, Accuracy.EXACT);
            WaveformEvaluator fast = new WaveformEvaluator(model, frame, Precision.DOUBLE, vector, ACCURACY)) {
            double error = RelativeError.of(fast.polarizations(source), exact.polarizations(source)).l2();
            assertTrue(error <= ACCURACY.tolerance(), "row " + row + ": " + error);
        }
    }

    private static String summary(String approximant, WideDraws draws, RelativeError[] errors) {
        Integer[] order = IntStream.range(0, errors.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(row -> -errors[row].l2()));
        int rows = errors.length;
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%s, %,d draws of seed %d, L2 beside exact "
            + "(allowed %.0e): median %.1e, 90 %% %.1e, 99 %% %.1e, 99.9 %% %.1e, max %.1e%n", approximant, rows, SEED,
            ACCURACY.tolerance(), errors[order[rows / 2]].l2(), errors[order[rows / 10]].l2(),
            errors[order[rows / 100]].l2(), errors[order[rows / 1000]].l2(), errors[order[0]].l2()));
        for (int row : Arrays.copyOf(order, SHOWN)) {
            text.append(String.format(Locale.ROOT, "row %d: %.2e, worst at %s Hz, %s%n", row, errors[row].l2(),
                GRID.frequencies()[errors[row].worstBin()], draws.text(row)));
        }
        return text.toString();
    }
}
