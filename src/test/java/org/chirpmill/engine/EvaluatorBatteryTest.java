package org.chirpmill.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.reference.ReferenceGroup;
import org.chirpmill.reference.ReferenceModels;
import org.chirpmill.reference.ReferenceWaveforms;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.Precision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every backend that this machine has, every model, every reference row: LALSimulation's answer. */
class EvaluatorBatteryTest {
    /** max|dh| over the peak in single precision. */
    private static final double SINGLE_TOLERANCE = 1e-4;
    /** How far we may be from the evaluation with 50 digits. */
    private static final double OUR_ERROR = 1e-11;
    /** How many times farther than LALSimulation moves with its numerical settings we may be from it. */
    private static final double SPREADS = 3;

    /**
     * What a model is held to in double precision: the reference's own acceptance rule.
     *
     * @param peak max|dh| over the peak; where that is more, ten times LALSimulation's own noise, three times its
     *     spread, or its distance from an evaluation with 50 digits
     * @param meanLoss mean of 1 - overlap over a group
     * @param largestLoss its maximum
     */
    private record Tolerance(double peak, double meanLoss, double largestLoss) {
        static Tolerance of(WaveformModel model) {
            double peak = model.traits().tolerance();
            if (peak <= 1e-10) {
                return new Tolerance(peak, 1e-15, 1e-14);
            }
            // LALSimulation's IMRPhenomPv2 is off by some microseconds: PhenomPv2Test takes them away.
            return peak <= 1e-8 ? new Tolerance(peak, 1e-11, 1e-9) : new Tolerance(peak, 1e-7, 1e-6);
        }
    }

    static Stream<Arguments> backendsAndModels() {
        List<Arguments> pairs = new ArrayList<>();
        for (EvaluatorProvider provider : EvaluatorLookup.all()) {
            if (provider.obstacle().isEmpty()) {
                ReferenceModels.names().stream()
                    .filter(name -> provider.obstacle(ReferenceModels.named(name)).isEmpty())
                    .forEach(name -> pairs.add(arguments(provider.name(), name)));
            }
        }
        return pairs.stream();
    }

    @ParameterizedTest
    @MethodSource("backendsAndModels")
    void doublePrecisionAgreesWithLalsimulationOnEveryReferenceRow(String backend, String name)
            throws SourceRefusedException {
        requireAgreement(backend, ReferenceWaveforms.of(name), Precision.DOUBLE);
    }

    @ParameterizedTest
    @MethodSource("backendsAndModels")
    void singlePrecisionAgreesWithLalsimulationOnEveryReferenceRow(String backend, String name)
            throws SourceRefusedException {
        requireAgreement(backend, ReferenceWaveforms.of(name), Precision.SINGLE);
    }

    @ParameterizedTest
    @MethodSource("backendsAndUniformGrids")
    void uniformGridsAreZeroAndNonZeroWhereLalsimulationIs(String backend, String name)
            throws SourceRefusedException {
        ReferenceWaveforms reference = ReferenceWaveforms.onUniformGrid(name);
        requireAgreement(backend, reference, Precision.DOUBLE);
        ReferenceGroup group = reference.groups().getFirst();
        double[][][] waveforms = evaluate(backend, reference, group, Precision.DOUBLE);
        for (int row = 0; row < group.rows(); row++) {
            for (int part = 0; part < group.plus()[row].length; part += 2) {
                boolean oursIsZero = waveforms[0][row][part] == 0 && waveforms[0][row][part + 1] == 0;
                boolean theirsIsZero = group.plus()[row][part] == 0 && group.plus()[row][part + 1] == 0;
                assertTrue(oursIsZero == theirsIsZero,
                    "row " + row + ", bin " + part / 2 + ": ours is zero: " + oursIsZero);
            }
        }
    }

    static Stream<Arguments> backendsAndUniformGrids() {
        return EvaluatorLookup.all().stream().filter(provider -> provider.obstacle().isEmpty())
            .flatMap(provider -> ReferenceModels.names().stream().filter(ReferenceWaveforms::haveUniformGrid)
                .map(name -> arguments(provider.name(), name)));
    }

    private static void requireAgreement(
            String backend, ReferenceWaveforms reference, Precision precision) throws SourceRefusedException {
        Tolerance tolerance = Tolerance.of(reference.model());
        double peak = precision == Precision.DOUBLE ? tolerance.peak : Math.max(tolerance.peak, SINGLE_TOLERANCE);
        // Of a model that is not LALSimulation's to the last digits, nobody is.
        double ourError = Math.max(tolerance.peak > 1e-8 ? tolerance.peak : OUR_ERROR,
            precision == Precision.DOUBLE ? 0 : SINGLE_TOLERANCE);
        Map<String, Double> lalErrors = reference.lalErrors();
        for (ReferenceGroup group : reference.groups()) {
            double[][][] waveforms = evaluate(backend, reference, group, precision);
            double lossSum = 0;
            double explainedSum = 0;
            for (int row = 0; row < group.rows(); row++) {
                WaveformDifference difference = WaveformDifference.between(
                    waveforms[0][row], waveforms[1][row], group.plus()[row], group.cross()[row]);
                double lalError = lalErrors.getOrDefault(group.name() + " " + row, 0.0);
                String where = String.format(Locale.ROOT, "%s on %s, %s row %d: peak %.2e, loss %.2e, LAL noise %.2e, "
                    + "its spread %.2e, its error %.2e", reference.name(), backend, group.name(), row,
                    difference.peak(), difference.loss(), group.lalNoisePeak()[row], group.lalSpreadPeak()[row],
                    lalError);
                double noise = Math.max(10 * group.lalNoisePeak()[row], lalError > 0 ? lalError + ourError : 0);
                double spread = SPREADS * group.lalSpreadPeak()[row];
                assertTrue(difference.peak() <= Math.max(peak, Math.max(noise, spread)), where);
                // What LALSimulation's answer loses by itself: one ulp can move it by a fifth of the peak.
                // Of its error only the peak is known; the loss adds up over all bins.
                double explained = Math.max(4 * lalError * lalError, Math.max(100 * group.lalNoiseLoss()[row],
                    SPREADS * SPREADS * group.lalSpreadLoss()[row]));
                if (precision == Precision.DOUBLE) {
                    assertTrue(difference.loss() <= Math.max(tolerance.largestLoss, explained), where);
                }
                lossSum += difference.loss();
                explainedSum += explained;
            }
            if (precision == Precision.DOUBLE) {
                assertTrue(lossSum <= Math.max(group.rows() * tolerance.meanLoss, explainedSum),
                    group.name() + ": mean loss " + lossSum / group.rows());
            }
        }
    }

    /** Both polarizations of all rows of a group: [plus, cross][row][interleaved]. */
    private static double[][][] evaluate(
            String backend, ReferenceWaveforms reference, ReferenceGroup group, Precision precision)
            throws SourceRefusedException {
        WaveformModel model = reference.model();
        FrequencyGrid grid = grid(reference);
        EvaluationFrame frame = new EvaluationFrame(reference.referenceFrequency(), grid);
        double[] rows = new double[group.rows() * model.layout().size()];
        for (int row = 0; row < group.rows(); row++) {
            model.prepare(group.source(row), frame, rows, row * model.layout().size());
        }
        try (Arena arena = Arena.ofConfined();
            Evaluator evaluator = EvaluatorLookup.forced(backend).open(model, grid, precision, Accuracy.EXACT)) {
            Batch batch = new Batch(arena, group.rows(), grid.bins(), 1, precision);
            batch.startAt(0, group.rows());
            // Batches are reused: a bin that the evaluator leaves out must not pass for a zero. These bytes are NaNs.
            batch.plus().fill((byte) 0xFF);
            batch.cross().fill((byte) 0xFF);
            for (int row = 0; row < group.rows(); row++) {
                batch.setSilentFrom(row, grid.bins());
            }
            evaluator.evaluate(rows, batch);
            return new double[][][] {rows(batch.plus(), batch), rows(batch.cross(), batch)};
        }
    }

    /** Uniform reference grids start at 0 Hz and are zero below 20 Hz. */
    private static FrequencyGrid grid(ReferenceWaveforms reference) {
        double[] frequencies = reference.frequencies();
        if (frequencies[0] > 0) {
            return FrequencyGrid.ofSamples(frequencies);
        }
        double deltaF = frequencies[1];
        return new FrequencyGrid(frequencies, (int) Math.round(20 / deltaF), deltaF);
    }

    private static double[][] rows(MemorySegment segment, Batch batch) {
        double[][] rows = new double[batch.count()][2 * batch.bins()];
        for (int row = 0; row < rows.length; row++) {
            for (int part = 0; part < rows[row].length; part++) {
                long index = (long) row * rows[row].length + part;
                rows[row][part] = batch.precision() == Precision.SINGLE
                    ? segment.getAtIndex(ValueLayout.JAVA_FLOAT, index)
                    : segment.getAtIndex(ValueLayout.JAVA_DOUBLE, index);
            }
        }
        return rows;
    }
}
