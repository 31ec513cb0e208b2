package org.chirpmill.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chirpmill.domain.FrequencyDomain;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.WaveformEvaluator.Polarizations;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.reference.ReferenceGroup;
import org.chirpmill.reference.ReferenceModels;
import org.chirpmill.reference.ReferenceWaveforms;
import org.chirpmill.reference.RelativeError;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;
import org.chirpmill.settings.DatasetSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The vector backend on every row of the reference sets: exact beside the scalar backend, fast beside exact, on the
 * set's own frequencies, a uniform grid and a multibanded one. {@code -Dchirpmill.quantiles=true} prints what is found.
 */
class VectorAgreementTest {
    /** Exact beside scalar, of the peak. */
    private static final double ROUNDING = 1e-11;
    /** Neutron stars have phases of 7e4 rad, whose last place is 1.5e-11 rad: three of them. */
    private static final double ROUNDING_OF_LONG_INSPIRALS = 4.5e-11;
    private static final double[] TOLERANCES = {1e-4, 1e-6, 1e-8};
    /** What rounding to single precision adds. */
    private static final double SINGLE_TOLERANCE = 2e-6;
    /** On the many bins of the uniform grid the scalar backend takes its time: it does one row of so many. */
    private static final int SCALAR_STEP = 6;
    private static final EvaluatorProvider VECTOR = EvaluatorLookup.forced("vector");
    private static final EvaluatorProvider SCALAR = EvaluatorLookup.forced("scalar");

    /** Where a set's rows are evaluated. */
    private enum Grid { OWN, UNIFORM, MULTIBANDED }

    static Stream<Arguments> setsAndGrids() {
        List<Arguments> pairs = new ArrayList<>();
        for (String set : ReferenceModels.names()) {
            for (Grid grid : Grid.values()) {
                pairs.add(arguments(set, grid));
            }
        }
        return pairs.stream();
    }

    private static FrequencyGrid grid(Grid grid, ReferenceWaveforms reference) {
        return switch (grid) {
            case OWN -> FrequencyGrid.ofSamples(reference.frequencies());
            case UNIFORM -> new FrequencyGrid(IntStream.rangeClosed(0, 8192).mapToDouble(bin -> bin * 0.125).toArray(),
                160, 0.125);
            case MULTIBANDED -> FrequencyDomain.of(DatasetSettings.read(Path.of("configs/multibanded_xphm.yaml"))
                .domain()).grid(OptionalDouble.empty());
        };
    }

    @ParameterizedTest
    @MethodSource("setsAndGrids")
    void everyReferenceRowIsTheScalarOneAndKeepsEveryTolerance(String set, Grid where)
            throws SourceRefusedException {
        ReferenceWaveforms reference = ReferenceWaveforms.of(set);
        FrequencyGrid grid = grid(where, reference);
        WaveformModel model = ReferenceModels.named(set);
        EvaluationFrame frame = new EvaluationFrame(reference.referenceFrequency(), grid);
        Map<String, List<Double>> found = new LinkedHashMap<>();
        try (Evaluators evaluators = Evaluators.open(model, frame)) {
            int done = 0;
            for (ReferenceGroup group : reference.groups()) {
                for (int row = 0; row < group.rows(); row++) {
                    if (!group.hasWaveform(row)) {
                        continue;
                    }
                    String name = set + ", " + group.name() + " row " + row + ", " + where + " grid, ";
                    Polarizations exact = evaluators.exact.polarizations(group.source(row));
                    if (where != Grid.UNIFORM || done++ % SCALAR_STEP == 0) {
                        Polarizations scalar = evaluators.scalar.polarizations(group.source(row));
                        RelativeError error = RelativeError.of(exact, scalar);
                        found.computeIfAbsent("exact beside scalar, of the peak", k -> new ArrayList<>())
                            .add(error.peak());
                        double rounding = model.traits().takesTides() ? ROUNDING_OF_LONG_INSPIRALS : ROUNDING;
                        requireWithin(rounding, error.peak(), error, exact, scalar, grid,
                            name + "exact beside scalar, of the peak");
                    }
                    for (int k = 0; k < TOLERANCES.length; k++) {
                        Polarizations fast = evaluators.fast.get(k).polarizations(group.source(row));
                        RelativeError error = RelativeError.of(fast, exact);
                        found.computeIfAbsent("fast(" + TOLERANCES[k] + ") beside exact, L2", l -> new ArrayList<>())
                            .add(error.l2());
                        requireWithin(TOLERANCES[k], error.l2(), error, fast, exact, grid,
                            name + "fast(" + TOLERANCES[k] + ") beside exact, L2");
                    }
                    Polarizations single = evaluators.single.polarizations(group.source(row));
                    RelativeError error = RelativeError.of(single, exact);
                    requireWithin(SINGLE_TOLERANCE, error.l2(), error, single, exact, grid,
                        name + "fast(1e-6) in single precision beside exact, L2");
                }
            }
        }
        if (Boolean.getBoolean("chirpmill.quantiles")) {
            found.forEach((what, values) -> print(set + ", " + where + " grid, " + what, values));
        }
    }

    private static void print(String what, List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(Locale.ROOT, "%s: %d rows, median %.1e, 90 %% %.1e, max %.1e%n", what, sorted.length,
            sorted[sorted.length / 2], sorted[sorted.length * 9 / 10], sorted[sorted.length - 1]);
    }

    private static void requireWithin(double tolerance, double value, RelativeError error, Polarizations ours,
            Polarizations theirs, FrequencyGrid grid, String what) {
        int bin = error.worstBin();
        assertTrue(value <= tolerance, () -> String.format(Locale.ROOT,
            "%s: %.2e, allowed %.0e; worst in bin %d (%s Hz): h_plus %s + %s i, not %s + %s i", what, value, tolerance,
            bin, grid.frequencies()[bin], ours.plus()[2 * bin], ours.plus()[2 * bin + 1], theirs.plus()[2 * bin],
            theirs.plus()[2 * bin + 1]));
    }

    /** All evaluators of one model and grid; {@code fast} in the order of the tolerances. */
    private record Evaluators(WaveformEvaluator scalar, WaveformEvaluator exact, List<WaveformEvaluator> fast,
            WaveformEvaluator single) implements AutoCloseable {
        static Evaluators open(WaveformModel model, EvaluationFrame frame) {
            List<WaveformEvaluator> fast = new ArrayList<>();
            for (double tolerance : TOLERANCES) {
                fast.add(new WaveformEvaluator(model, frame, Precision.DOUBLE, VECTOR, new Accuracy(tolerance)));
            }
            return new Evaluators(
                new WaveformEvaluator(model, frame, Precision.DOUBLE, SCALAR, Accuracy.EXACT),
                new WaveformEvaluator(model, frame, Precision.DOUBLE, VECTOR, Accuracy.EXACT), fast,
                new WaveformEvaluator(model, frame, Precision.SINGLE, VECTOR, Accuracy.DEFAULT));
        }

        @Override
        public void close() {
            scalar.close();
            exact.close();
            fast.forEach(WaveformEvaluator::close);
            single.close();
        }
    }
}
