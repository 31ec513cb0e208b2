package org.chirpmill.kernels;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.catalogue.ModelCatalogue;
import org.chirpmill.model.lanes.Lanes;
import org.chirpmill.model.phenomx.hm.CoprecessingLanes;
import org.chirpmill.reference.ReferenceGroup;
import org.chirpmill.reference.ReferenceWaveforms;
import org.junit.jupiter.api.Test;

/** The device code's modes beside {@link CoprecessingLanes}: phase, complex amplitude, end, joins and scale. */
class CoprecessingProbeTest {
    private static final Path SOURCE = Path.of("src", "test", "kernels", "coprecessing_probe.cu");
    /** Of the mode's largest amplitude. */
    private static final double AMPLITUDE_TOLERANCE = 1e-12;
    /** Rad: some of the last places of terms that are far larger than their sum. */
    private static final double PHASE_TOLERANCE = 1e-11;
    private static final int MOST_JOINS = 12;

    @Test
    void everyModeOfEveryReferenceRowIsThatOfTheLanes() throws SourceRefusedException {
        for (HostCompiler compiler : HostCompiler.values()) {
            compiler.require();
        }
        ReferenceWaveforms reference = ReferenceWaveforms.of("IMRPhenomXHM");
        WaveformModel model = ModelCatalogue.named("IMRPhenomXHM").orElseThrow();
        FrequencyGrid grid = FrequencyGrid.ofSamples(reference.frequencies());
        EvaluationFrame frame = new EvaluationFrame(reference.referenceFrequency(), grid);
        double[] row = new double[model.layout().size()];
        for (ReferenceGroup group : reference.groups()) {
            for (int index = 0; index < group.rows(); index++) {
                model.prepare(group.source(index), frame, row, 0);
                for (int mode = 0; mode < CoprecessingLanes.MODES; mode++) {
                    String where = group.name() + " row " + index + ", mode " + mode;
                    for (HostCompiler compiler : HostCompiler.values()) {
                        requireSameMode(compiler, row, mode, grid, where);
                    }
                    requireSameLandmarks(row, mode, grid.frequencies()[grid.bins() / 2], where);
                }
            }
        }
    }

    private static void requireSameMode(
            HostCompiler compiler, double[] row, int mode, FrequencyGrid grid, String where) {
        int bins = grid.bins();
        double[] found = modes(compiler, row, mode, GridTables.of(grid), bins);
        int stride = bins + Lanes.PADDING;
        double[][] expected = new double[3][stride];
        int end = 0;
        while (end < bins && grid.frequencies()[end] <= CoprecessingLanes.end(row, 0, mode)) {
            end++;
        }
        new CoprecessingLanes().evaluate(
            row, 0, mode, GridTables.of(grid, stride), stride, 0, end, expected[0], expected[1], expected[2]);
        double peak = 0;
        for (int bin = 0; bin < end; bin++) {
            peak = Math.max(peak, Math.hypot(expected[1][bin], expected[2][bin]));
        }
        for (int bin = 0; bin < bins; bin++) {
            String what = where + ", bin " + bin + ", " + compiler;
            for (int part = 0; part < 3; part++) {
                double wanted = bin < end ? expected[part][bin] : 0;
                double allowed = part == 0 ? PHASE_TOLERANCE : AMPLITUDE_TOLERANCE * peak;
                assertEquals(wanted, found[6 * bin + part], allowed, what);
                assertEquals(found[6 * bin + part], found[6 * bin + 3 + part], allowed, what + ", its own function");
            }
        }
    }

    private static void requireSameLandmarks(double[] row, int mode, double f, String where) {
        double[] found = landmarks(row, mode, f);
        assertEquals(CoprecessingLanes.l(mode), found[0], where);
        assertEquals(CoprecessingLanes.m(mode), found[1], where);
        assertEquals(CoprecessingLanes.end(row, 0, mode), found[2], where);
        double scale = CoprecessingLanes.scale(row, 0, mode, f);
        assertEquals(scale, found[3], 4 * Math.ulp(scale), where);
        double[] joins = new double[MOST_JOINS];
        int count = CoprecessingLanes.joins(row, 0, mode, joins);
        assertEquals(count, found[4], where);
        assertTrue(count > 0, where);
        for (int i = 0; i < count; i++) {
            assertEquals(joins[i], found[5 + i], where);
        }
    }

    private static double[] modes(HostCompiler compiler, double[] row, int mode, double[] tables, int bins) {
        MethodHandle probe = handle(compiler, "probe_modes", JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(JAVA_DOUBLE, 6L * bins);
            probe.invokeExact(arena.allocateFrom(JAVA_DOUBLE, row), mode, arena.allocateFrom(JAVA_DOUBLE, tables),
                bins, out);
            return out.toArray(JAVA_DOUBLE);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static double[] landmarks(double[] row, int mode, double f) {
        MethodHandle probe = handle(HostCompiler.ROUNDING, "probe_landmarks", JAVA_INT, JAVA_DOUBLE, ADDRESS);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(JAVA_DOUBLE, 5 + MOST_JOINS);
            probe.invokeExact(arena.allocateFrom(JAVA_DOUBLE, row), mode, f, out);
            return out.toArray(JAVA_DOUBLE);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** A probe whose first argument is the row. */
    private static MethodHandle handle(HostCompiler compiler, String name, ValueLayout... others) {
        return Linker.nativeLinker().downcallHandle(compiler.library(SOURCE).find(name).orElseThrow(),
            FunctionDescriptor.ofVoid(others).insertArgumentLayouts(0, ADDRESS));
    }
}
