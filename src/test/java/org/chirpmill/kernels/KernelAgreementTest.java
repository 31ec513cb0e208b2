package org.chirpmill.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.WaveformDifference;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.reference.NearAlignment;
import org.chirpmill.reference.ReferenceGroup;
import org.chirpmill.reference.ReferenceModels;
import org.chirpmill.reference.ReferenceWaveforms;
import org.chirpmill.rows.Precision;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The device code, run by the CPU, beside the scalar kernels on the rows of the reference sets. Each model is compiled
 * twice, with and without fused products and sums. {@code -Dchirpmill.quantiles=true} prints what is found.
 */
class KernelAgreementTest {
    /** max|dh| over the peak. */
    private static final double DOUBLE_TOLERANCE = 1e-11;
    private static final double SINGLE_TOLERANCE = 1e-6;
    /** Neutron stars have phases of 7e4 rad, whose last place is 1.5e-11 rad: two of them. */
    private static final double LONG_INSPIRAL_TOLERANCE = 3e-11;
    /** On the many bins of the uniform grid one row of so many is evaluated. */
    private static final int UNIFORM_STEP = 12;

    static Stream<Arguments> modelsAndCompilers() {
        return KernelCase.models().flatMap(model ->
            Arrays.stream(HostCompiler.values()).map(compiler -> arguments(model.approximant(), compiler)));
    }

    static Stream<Arguments> setsAndCompilers() {
        return ReferenceModels.names().stream().filter(set -> ReferenceModels.named(set).deviceKernel().isPresent())
            .flatMap(set -> Arrays.stream(HostCompiler.values()).map(compiler -> arguments(set, compiler)));
    }

    @ParameterizedTest
    @MethodSource("setsAndCompilers")
    void everyReferenceRowIsTheScalarOne(String set, HostCompiler compiler) throws SourceRefusedException {
        WaveformModel model = compilable(set, compiler);
        ReferenceWaveforms reference = ReferenceWaveforms.of(set);
        EvaluationFrame frame = new EvaluationFrame(
            reference.referenceFrequency(), FrequencyGrid.ofSamples(reference.frequencies()));
        requireAgreement(KernelCase.of(model, frame, sources(reference, 1)), compiler, set, "its set's frequencies");
    }

    @ParameterizedTest
    @MethodSource("setsAndCompilers")
    void uniformGridsAreTheScalarOnes(String set, HostCompiler compiler) throws SourceRefusedException {
        WaveformModel model = compilable(set, compiler);
        ReferenceWaveforms reference = ReferenceWaveforms.of(set);
        List<SourceParameters> sources = new ArrayList<>(sources(reference, UNIFORM_STEP));
        if (ReferenceWaveforms.haveUniformGrid(set)) {
            sources.addAll(sources(ReferenceWaveforms.onUniformGrid(set), 1));
        }
        FrequencyGrid grid = new FrequencyGrid(
            IntStream.rangeClosed(0, 8192).mapToDouble(bin -> bin * 0.125).toArray(), 160, 0.125);
        EvaluationFrame frame = new EvaluationFrame(reference.referenceFrequency(), grid);
        requireAgreement(KernelCase.of(model, frame, sources), compiler, set, "the uniform grid");
    }

    @ParameterizedTest
    @EnumSource(HostCompiler.class)
    void spinsAllButAlignedGiveTheScalarOnes(HostCompiler compiler) throws SourceRefusedException {
        List<SourceParameters> sources = new ArrayList<>();
        for (double tilt : new double[] {0, 0x1p-51, 1e-13, 1e-8, 3e-8, 1e-6}) {
            sources.addAll(NearAlignment.sources(tilt));
        }
        EvaluationFrame frame = new EvaluationFrame(20, new FrequencyGrid(
            IntStream.rangeClosed(0, 460).mapToDouble(bin -> bin * 0.5).toArray(), 40, 0.5));
        for (String approximant : List.of("IMRPhenomPv2", "IMRPhenomXP", "IMRPhenomXPHM")) {
            WaveformModel model = compilable(approximant, compiler);
            requireAgreement(KernelCase.of(model, frame, sources), compiler, approximant, "spins all but aligned");
        }
    }

    @ParameterizedTest
    @MethodSource("modelsAndCompilers")
    void flagsTellWhichRowsAreNotFinite(String approximant, HostCompiler compiler) throws SourceRefusedException {
        WaveformModel model = compilable(approximant, compiler);
        ReferenceWaveforms reference = ReferenceWaveforms.of(approximant);
        EvaluationFrame frame = new EvaluationFrame(
            reference.referenceFrequency(), FrequencyGrid.ofSamples(reference.frequencies()));
        KernelCase rows = KernelCase.poisoned(model, frame, sources(reference, 1).getFirst());
        int[] expected = rows.scalar().flags();
        // Of IMRPhenomXP's row most are other modes' coefficients.
        assertTrue(Arrays.stream(expected).filter(flag -> flag != 0).count() > expected.length / 8);
        assertEquals(0, expected[rows.count() - 1], "the row without poison");
        for (Precision precision : Precision.values()) {
            assertArrayEquals(expected, rows.device(compiler, precision).flags(), precision.toString());
        }
    }

    /** The model, where this machine can compile its device code. */
    private static WaveformModel compilable(String set, HostCompiler compiler) {
        compiler.require();
        return ReferenceModels.named(set);
    }

    /** One of every {@code step} sources of each group. */
    private static List<SourceParameters> sources(ReferenceWaveforms reference, int step) {
        List<SourceParameters> sources = new ArrayList<>();
        for (ReferenceGroup group : reference.groups()) {
            IntStream.range(0, group.rows()).filter(row -> row % step == 0 && group.hasWaveform(row))
                .mapToObj(group::source).forEach(sources::add);
        }
        return sources;
    }

    private static void requireAgreement(
            KernelCase rows, HostCompiler compiler, String set, String grid) {
        KernelCase.Answer expected = rows.scalar();
        for (Precision precision : Precision.values()) {
            KernelCase.Answer found = rows.device(compiler, precision);
            boolean isLong = ReferenceModels.named(set).traits().takesTides();
            double tolerance = precision == Precision.SINGLE ? SINGLE_TOLERANCE
                : isLong ? LONG_INSPIRAL_TOLERANCE : DOUBLE_TOLERANCE;
            String where = set + " on " + grid + ", " + compiler + ", " + precision;
            double worst = 0;
            for (int row = 0; row < rows.count(); row++) {
                String what = where + ", row " + row;
                requireSameZeros(found.plus()[row], expected.plus()[row], precision, what);
                requireSameZeros(found.cross()[row], expected.cross()[row], precision, what);
                double peak = WaveformDifference.between(found.plus()[row], found.cross()[row],
                    expected.plus()[row], expected.cross()[row]).peak();
                assertTrue(peak <= tolerance, what + ": " + peak + " of the peak");
                worst = Math.max(worst, peak);
            }
            assertArrayEquals(expected.flags(), found.flags(), where);
            if (Boolean.getBoolean("chirpmill.quantiles")) {
                System.out.printf(Locale.ROOT, "%s: %d rows, max %.1e of the peak%n", where, rows.count(), worst);
            }
        }
    }

    /** A bin is zero where the scalar one is; besides, in single precision, where it is too small for a float. */
    private static void requireSameZeros(double[] found, double[] expected, Precision precision, String what) {
        double least = precision == Precision.SINGLE ? Float.MIN_NORMAL : 0;
        for (int part = 0; part < found.length; part += 2) {
            boolean isZero = found[part] == 0 && found[part + 1] == 0;
            boolean shouldBe = expected[part] == 0 && expected[part + 1] == 0;
            boolean maybe = Math.abs(expected[part]) < least && Math.abs(expected[part + 1]) < least;
            assertTrue(isZero ? shouldBe || maybe : !shouldBe, what + ", bin " + part / 2 + ": is zero: " + isZero);
        }
    }
}
