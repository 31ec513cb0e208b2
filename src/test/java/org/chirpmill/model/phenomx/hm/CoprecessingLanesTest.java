package org.chirpmill.model.phenomx.hm;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.catalogue.ModelCatalogue;
import org.chirpmill.model.lanes.Lanes;
import org.chirpmill.model.phenomx.AlignedBinary;
import org.chirpmill.model.phenomx.Landmarks;
import org.chirpmill.model.phenomx.PhenomXAS;
import org.chirpmill.model.phenomx.Remnant;
import org.chirpmill.reference.ReferenceGroup;
import org.chirpmill.reference.ReferenceWaveforms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@link CoprecessingLanes} beside {@link CoprecessingKernel} and {@link FirstReleaseLanes} beside
 * {@link FirstReleaseKernel}, mode by mode, on every row of the reference sets.
 */
class CoprecessingLanesTest {
    /** Over the mode's largest value, besides what the phase's last places make. */
    private static final double TOLERANCE = 1e-12;
    /** Sums of large terms are rounded in another order: so many of the last places of the phase may differ. */
    private static final double PHASE_ULPS = 8;

    /** Adds one mode. */
    private interface Kernel {
        void add(double[] rows, int row, double[] tables, int bins, int bin, double plusReal, double plusImaginary,
            double crossReal, double crossImaginary, double[] out, int at);
    }

    /** Evaluates one mode at many points. */
    private interface ManyPoints {
        void evaluate(double[] rows, int row, int mode, double[] points, int stride, int from, int to, double[] phase,
            double[] real, double[] imaginary);
    }

    private static final List<Kernel> FIRST_RELEASE = List.of(CoprecessingKernel::addL2M2, FirstReleaseKernel::addL2M1,
        FirstReleaseKernel::addL3M3, FirstReleaseKernel::addL3M2, FirstReleaseKernel::addL4M4);
    private static final List<Kernel> KERNELS = List.of(CoprecessingKernel::addL2M2, CoprecessingKernel::addL2M1,
        CoprecessingKernel::addL3M3, CoprecessingKernel::addL3M2, CoprecessingKernel::addL4M4);

    @ParameterizedTest
    @ValueSource(strings = {"IMRPhenomXP", "IMRPhenomXPHM", "IMRPhenomXHM"})
    void everyModeIsThatOfTheScalarKernel(String approximant) throws SourceRefusedException {
        ReferenceWaveforms reference = ReferenceWaveforms.of(approximant);
        // The rows of the precessing models, which for aligned spins hold the aligned model's modes.
        WaveformModel model = ModelCatalogue.named("IMRPhenomXPHM").orElseThrow();
        FrequencyGrid grid = FrequencyGrid.ofSamples(reference.frequencies());
        EvaluationFrame frame = new EvaluationFrame(reference.referenceFrequency(), grid);
        double[] row = new double[model.layout().size()];
        for (ReferenceGroup group : reference.groups()) {
            for (int index = 0; index < group.rows(); index++) {
                model.prepare(group.source(index), frame, row, 0);
                for (int mode = 0; mode < CoprecessingLanes.MODES; mode++) {
                    requireSame(KERNELS.get(mode), new CoprecessingLanes()::evaluate, row, mode, grid, group.name()
                        + " row " + index + ", (" + CoprecessingLanes.l(mode) + ", " + CoprecessingLanes.m(mode) + ")");
                }
            }
        }
    }

    @Test
    void everyModeOfTheFirstReleaseIsThatOfTheScalarKernel() throws SourceRefusedException {
        ReferenceWaveforms reference = ReferenceWaveforms.of("IMRPhenomXPHM");
        FrequencyGrid grid = FrequencyGrid.ofSamples(reference.frequencies());
        double[] row = new double[FirstReleaseRow.SIZE];
        for (ReferenceGroup group : reference.groups()) {
            for (int index = 0; index < group.rows(); index++) {
                AlignedBinary binary = AlignedBinary.of(group.source(index));
                Remnant remnant = Remnant.of(binary);
                FirstReleaseModes.write(binary,
                    FirstReleaseModes.Merger.of(Landmarks.of(binary, remnant), remnant),
                    reference.referenceFrequency(), group.source(index).luminosityDistanceMpc(),
                    EnumSet.allOf(HigherMode.class), PhenomXAS.lastFrequency(group.source(index), binary, grid), row,
                    0);
                for (int mode = 0; mode < CoprecessingLanes.MODES; mode++) {
                    requireSame(FIRST_RELEASE.get(mode), new FirstReleaseLanes()::evaluate, row, mode, grid,
                        group.name() + " row " + index + ", (" + CoprecessingLanes.l(mode) + ", "
                        + CoprecessingLanes.m(mode) + ")");
                }
            }
        }
    }

    private static void requireSame(
            Kernel kernel, ManyPoints lanes, double[] row, int mode, FrequencyGrid grid, String where) {
        int bins = grid.bins();
        double[] tables = GridTables.of(grid);
        double[] expected = new double[2 * bins];
        double[] four = new double[4];
        double peak = 0;
        int end = 0;
        for (int bin = 0; bin < bins; bin++) {
            four[0] = 0;
            four[1] = 0;
            kernel.add(row, 0, tables, bins, bin, 1, 0, 0, 0, four, 0);
            expected[2 * bin] = four[0];
            expected[2 * bin + 1] = four[1];
            peak = Math.max(peak, Math.hypot(four[0], four[1]));
            end = grid.frequencies()[bin] <= CoprecessingLanes.end(row, 0, mode) ? bin + 1 : end;
        }
        int stride = bins + Lanes.PADDING;
        double[][] out = new double[3][stride];
        lanes.evaluate(row, 0, mode, GridTables.of(grid, stride), stride, 0, end, out[0], out[1], out[2]);
        for (int bin = 0; bin < bins; bin++) {
            boolean ended = bin >= end;
            double cosine = Math.cos(out[0][bin]);
            double sine = Math.sin(out[0][bin]);
            double real = ended ? 0 : out[1][bin] * cosine - out[2][bin] * sine;
            double imaginary = ended ? 0 : out[1][bin] * sine + out[2][bin] * cosine;
            double error = Math.hypot(real - expected[2 * bin], imaginary - expected[2 * bin + 1]);
            double allowed = TOLERANCE * peak
                + PHASE_ULPS * Math.ulp(out[0][bin]) * Math.hypot(real, imaginary);
            int failing = bin;
            double largest = peak;
            assertTrue(error <= allowed, () -> String.format(Locale.ROOT,
                "%s, bin %d (%s Hz): %s + %s i, scalar %s + %s i, differ by %.1e of the mode's peak, allowed %.1e, "
                + "phase %s", where, failing, grid.frequencies()[failing], real, imaginary, expected[2 * failing],
                expected[2 * failing + 1], error / largest, allowed / largest, out[0][failing]));
        }
    }
}
