package org.chirpmill.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.WaveformDifference;
import org.chirpmill.engine.WaveformEvaluator.Polarizations;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.phenomx.phm.TabulatedXphm;
import org.chirpmill.reference.RelativeError;
import org.chirpmill.reference.WideDraws;
import org.chirpmill.rows.Precision;
import org.chirpmill.source.SourceParameters;
import org.chirpmill.source.UnphysicalSourceException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The device code of IMRPhenomXPHM whose rows have tables of angles, run by the CPU, beside the scalar kernel. */
class TabulatedKernelTest {
    private static final double REFERENCE_FREQUENCY = 20;
    private static final FrequencyGrid GRID = new FrequencyGrid(
        IntStream.rangeClosed(0, 2048).mapToDouble(bin -> bin * 0.5).toArray(), 40, 0.5);
    private static final int ROWS = 60;
    /** max|dh| over the peak, exact beside scalar. */
    private static final double DOUBLE_ROUNDING = 1e-11;
    private static final double SINGLE_ROUNDING = 1e-6;
    /** L2, fast beside exact, and what the rounding of the output and of the float amplitudes adds. */
    private static final double TOLERANCE = 1e-6;
    private static final double FLOAT_AMPLITUDES = 3e-7;

    private final TabulatedXphm model = new TabulatedXphm();

    private KernelCase rows() throws SourceRefusedException, UnphysicalSourceException {
        WideDraws draws = new WideDraws(model, REFERENCE_FREQUENCY, 7);
        List<SourceParameters> sources = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            sources.add(draws.source(row));
        }
        return KernelCase.of(model, new EvaluationFrame(REFERENCE_FREQUENCY, GRID), sources);
    }

    @ParameterizedTest
    @EnumSource(HostCompiler.class)
    void exactIsTheScalarOne(HostCompiler compiler) throws SourceRefusedException, UnphysicalSourceException {
        compiler.require();
        KernelCase rows = rows();
        KernelCase.Answer expected = rows.scalar();
        for (Precision precision : Precision.values()) {
            KernelCase.Answer found = rows.device(compiler, precision);
            double tolerance = precision == Precision.SINGLE ? SINGLE_ROUNDING : DOUBLE_ROUNDING;
            for (int row = 0; row < rows.count(); row++) {
                double peak = WaveformDifference.between(found.plus()[row], found.cross()[row],
                    expected.plus()[row], expected.cross()[row]).peak();
                assertTrue(peak <= tolerance, precision + ", row " + row + ": " + peak + " of the peak");
            }
            assertArrayEquals(expected.flags(), found.flags());
        }
    }

    @ParameterizedTest
    @EnumSource(HostCompiler.class)
    void fastKeepsTheTolerance(HostCompiler compiler) throws SourceRefusedException, UnphysicalSourceException {
        compiler.require();
        KernelCase rows = rows();
        KernelCase.Answer exact = rows.device(compiler, Precision.DOUBLE);
        for (Precision precision : Precision.values()) {
            KernelCase.Answer fast = rows.fast(compiler, precision, TOLERANCE);
            double allowed = TOLERANCE + (precision == Precision.SINGLE ? FLOAT_AMPLITUDES : 0);
            for (int row = 0; row < rows.count(); row++) {
                double error = RelativeError.of(new Polarizations(fast.plus()[row], fast.cross()[row]),
                    new Polarizations(exact.plus()[row], exact.cross()[row])).l2();
                assertTrue(error <= allowed, precision + ", row " + row + ": " + error);
                assertEquals(0, fast.flags()[row] & HostKernels.NOT_FINITE);
            }
        }
    }
}
