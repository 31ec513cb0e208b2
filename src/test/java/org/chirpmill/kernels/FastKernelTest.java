package org.chirpmill.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.WaveformEvaluator.Polarizations;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.catalogue.ModelCatalogue;
import org.chirpmill.reference.ReferenceGroup;
import org.chirpmill.reference.ReferenceWaveforms;
import org.chirpmill.reference.RelativeError;
import org.chirpmill.reference.WideDraws;
import org.chirpmill.rows.Precision;
import org.chirpmill.source.SourceParameters;
import org.chirpmill.source.UnphysicalSourceException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The fast device code, run by the CPU, beside the exact. {@code -Dchirpmill.draws=10000} makes as many draws of every
 * model, {@code -Dchirpmill.draws.seed} others; the largest errors are printed.
 */
class FastKernelTest {
    private static final double TOLERANCE = 1e-6;
    /** What the rounding of the output and of the float amplitudes adds. */
    private static final double SINGLE_ROUNDING = 3e-7;
    private static final double REFERENCE_FREQUENCY = 20;
    private static final long SEED = Long.getLong("chirpmill.draws.seed", 1);
    /** Draws that are held in memory at once. */
    private static final int TOGETHER = 100;
    private static final FrequencyGrid GRID = new FrequencyGrid(
        IntStream.rangeClosed(0, 4096).mapToDouble(bin -> bin * 0.25).toArray(), 80, 0.25);

    @BeforeEach
    void requireCompiler() {
        HostCompiler.FUSING.require();
    }

    @ParameterizedTest
    @CsvSource({"IMRPhenomXPHM, 400", "IMRPhenomXP, 200", "IMRPhenomXO4a, 50", "IMRPhenomXHM, 200",
        "IMRPhenomXAS_NRTidalv2, 100", "IMRPhenomXAS_NRTidalv3, 100", "IMRPhenomXP_NRTidalv2, 100",
        "IMRPhenomXP_NRTidalv3, 100", "IMRPhenomPv2, 200", "IMRPhenomD_NRTidalv2, 100",
        "IMRPhenomPv2_NRTidalv2, 100"})
    void everyDrawKeepsTheTolerance(String approximant, int few)
            throws SourceRefusedException, UnphysicalSourceException {
        int draws = Integer.getInteger("chirpmill.draws", few);
        WaveformModel model = ModelCatalogue.named(approximant).orElseThrow();
        WideDraws wide = new WideDraws(model, REFERENCE_FREQUENCY, SEED);
        EvaluationFrame frame = new EvaluationFrame(REFERENCE_FREQUENCY, GRID);
        double[] worst = new double[2];
        for (int first = 0; first < draws; first += TOGETHER) {
            List<SourceParameters> sources = new ArrayList<>();
            for (int row = first; row < Math.min(draws, first + TOGETHER); row++) {
                sources.add(wide.source(row));
            }
            KernelCase rows = KernelCase.of(model, frame, sources);
            KernelCase.Answer exact = rows.device(HostCompiler.FUSING, Precision.DOUBLE);
            for (Precision precision : Precision.values()) {
                KernelCase.Answer fast = rows.fast(HostCompiler.FUSING, precision, TOLERANCE);
                double allowed = TOLERANCE + (precision == Precision.SINGLE ? SINGLE_ROUNDING : 0);
                for (int row = 0; row < sources.size(); row++) {
                    double error = error(fast, exact, row);
                    worst[precision.ordinal()] = Math.max(worst[precision.ordinal()], error);
                    int draw = first + row;
                    assertTrue(error <= allowed, () -> approximant + ", " + precision + ": " + error + ", "
                        + wide.text(draw));
                    assertEquals(0, fast.flags()[row] & HostKernels.NOT_FINITE);
                }
            }
        }
        if (draws > few) {
            System.out.printf(Locale.ROOT, "%s, %,d draws of seed %d, largest L2 beside exact: %s %.1e, %s %.1e%n",
                approximant, draws, SEED, Precision.values()[0], worst[0], Precision.values()[1], worst[1]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"IMRPhenomXHM", "IMRPhenomXP", "IMRPhenomXPHM", "IMRPhenomXO4a", "IMRPhenomXAS_NRTidalv2",
        "IMRPhenomXAS_NRTidalv3", "IMRPhenomXP_NRTidalv2", "IMRPhenomXP_NRTidalv3",
        "IMRPhenomPv2", "IMRPhenomD_NRTidalv2", "IMRPhenomPv2_NRTidalv2"})
    void everyReferenceRowKeepsTheToleranceOnAListOfFrequencies(String approximant) throws SourceRefusedException {
        WaveformModel model = ModelCatalogue.named(approximant).orElseThrow();
        ReferenceWaveforms reference = ReferenceWaveforms.of(approximant);
        EvaluationFrame frame = new EvaluationFrame(
            reference.referenceFrequency(), FrequencyGrid.ofSamples(reference.frequencies()));
        List<SourceParameters> sources = new ArrayList<>();
        for (ReferenceGroup group : reference.groups()) {
            IntStream.range(0, group.rows()).filter(group::hasWaveform).mapToObj(group::source).forEach(sources::add);
        }
        KernelCase rows = KernelCase.of(model, frame, sources);
        KernelCase.Answer exact = rows.device(HostCompiler.FUSING, Precision.DOUBLE);
        KernelCase.Answer fast = rows.fast(HostCompiler.FUSING, Precision.DOUBLE, TOLERANCE);
        for (int row = 0; row < sources.size(); row++) {
            assertTrue(error(fast, exact, row) <= TOLERANCE, approximant + " row " + row);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"IMRPhenomXHM", "IMRPhenomXPHM", "IMRPhenomXO4a", "IMRPhenomXAS_NRTidalv3",
        "IMRPhenomXP_NRTidalv3"})
    void flagsTellWhichRowsAreNotFinite(String approximant) throws SourceRefusedException, UnphysicalSourceException {
        WaveformModel model = ModelCatalogue.named(approximant).orElseThrow();
        KernelCase rows = KernelCase.poisoned(model, new EvaluationFrame(REFERENCE_FREQUENCY, GRID),
            new WideDraws(model, REFERENCE_FREQUENCY, SEED).source(0));
        int[] expected = rows.device(HostCompiler.FUSING, Precision.DOUBLE).flags();
        int[] found = rows.fast(HostCompiler.FUSING, Precision.DOUBLE, TOLERANCE).flags();
        assertArrayEquals(expected, IntStream.of(found).map(flags -> flags & HostKernels.NOT_FINITE).toArray());
    }

    /** On the grid of a neutron-star network, 262,145 bins, most of them by polynomials. */
    @ParameterizedTest
    @ValueSource(strings = {"IMRPhenomXAS_NRTidalv2", "IMRPhenomXAS_NRTidalv3", "IMRPhenomXP_NRTidalv2",
        "IMRPhenomXP_NRTidalv3"})
    void longInspiralsKeepTheTolerance(String approximant) throws SourceRefusedException, UnphysicalSourceException {
        WaveformModel model = ModelCatalogue.named(approximant).orElseThrow();
        FrequencyGrid grid = new FrequencyGrid(
            IntStream.rangeClosed(0, 2048 * 128).mapToDouble(bin -> bin / 128.0).toArray(), 20 * 128, 1 / 128.0);
        WideDraws draws = new WideDraws(model, REFERENCE_FREQUENCY, SEED);
        KernelCase rows = KernelCase.of(model, new EvaluationFrame(REFERENCE_FREQUENCY, grid),
            List.of(draws.source(0), draws.source(1), draws.source(2)));
        KernelCase.Answer exact = rows.device(HostCompiler.FUSING, Precision.DOUBLE);
        for (Precision precision : Precision.values()) {
            KernelCase.Answer fast = rows.fast(HostCompiler.FUSING, precision, TOLERANCE);
            double allowed = TOLERANCE + (precision == Precision.SINGLE ? SINGLE_ROUNDING : 0);
            for (int row = 0; row < rows.count(); row++) {
                double error = error(fast, exact, row);
                assertTrue(error <= allowed, approximant + ", " + precision + ": " + error + ", " + draws.text(row));
                assertEquals(0, fast.flags()[row], draws.text(row));
            }
        }
    }

    /** A tolerance that polynomials do not reach leads to the exact answer and says so. */
    @ParameterizedTest
    @ValueSource(strings = {"IMRPhenomXHM", "IMRPhenomXPHM"})
    void whatPolynomialsDoNotReachIsEvaluatedBinByBin(String approximant)
            throws SourceRefusedException, UnphysicalSourceException {
        WaveformModel model = ModelCatalogue.named(approximant).orElseThrow();
        KernelCase rows = KernelCase.of(model, new EvaluationFrame(REFERENCE_FREQUENCY, GRID),
            List.of(new WideDraws(model, REFERENCE_FREQUENCY, SEED).source(1)));
        KernelCase.Answer exact = rows.device(HostCompiler.FUSING, Precision.DOUBLE);
        KernelCase.Answer fast = rows.fast(HostCompiler.FUSING, Precision.DOUBLE, 1e-15);
        assertTrue(error(fast, exact, 0) < 1e-13);
        assertEquals(HostKernels.MOSTLY_EXACT, fast.flags()[0]);
        assertEquals(0, rows.fast(HostCompiler.FUSING, Precision.DOUBLE, TOLERANCE).flags()[0]);
    }

    private static double error(KernelCase.Answer found, KernelCase.Answer expected, int row) {
        return RelativeError.of(new Polarizations(found.plus()[row], found.cross()[row]),
            new Polarizations(expected.plus()[row], expected.cross()[row])).l2();
    }
}
