package org.chirpmill.model.phenomx.precession;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.chirpmill.kernels.HostCompiler;
import org.chirpmill.reference.ReferenceGroup;
import org.chirpmill.reference.ReferenceWaveforms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The device code's Euler angles, run by the CPU, beside the scalar ones, with the single-spin angles as well. */
class EulerAngleKernelTest {
    private static final Path SOURCE = Path.of("src", "test", "kernels", "euler_angles_probe.cu");
    /** Of an angle, rad, over the larger of itself and one radian. */
    private static final double ANGLE_TOLERANCE = 1e-12;
    /** Of half sines and cosines, and of sn. */
    private static final double TOLERANCE = 1e-12;

    @ParameterizedTest
    @EnumSource(HostCompiler.class)
    void anglesAreTheScalarOnesOnEveryReferenceRow(HostCompiler compiler) {
        compiler.require();
        ReferenceWaveforms reference = ReferenceWaveforms.of("IMRPhenomXPHM");
        double[] frequencies = reference.frequencies();
        for (ReferenceGroup group : reference.groups()) {
            for (int row = 0; row < group.rows(); row++) {
                for (Precession.Angles wanted : Precession.Angles.values()) {
                    PreparedRow prepared = PreparedRow.of(group.source(row), wanted);
                    for (int mPrime = 1; mPrime <= 4; mPrime++) {
                        requireSameAngles(compiler, prepared, mPrime, frequencies,
                            group.name() + " row " + row + ", " + wanted + ", m' = " + mPrime);
                    }
                }
            }
        }
    }

    private static void requireSameAngles(
            HostCompiler compiler, PreparedRow prepared, int mPrime, double[] frequencies, String where) {
        double[] found =
            probe(compiler, "probe_angles", prepared.row(), mPrime, frequencies, 4 * frequencies.length);
        for (int i = 0; i < frequencies.length; i++) {
            double[] expected = prepared.anglesAt(frequencies[i], mPrime);
            String what = where + ", " + frequencies[i] + " Hz";
            requireClose(expected[EulerAngles.ALPHA], found[4 * i], ANGLE_TOLERANCE, what + ", alpha");
            requireClose(expected[EulerAngles.EPSILON], found[4 * i + 1], ANGLE_TOLERANCE, what + ", epsilon");
            requireClose(expected[EulerAngles.COS_HALF], found[4 * i + 2], TOLERANCE, what + ", cos(beta / 2)");
            requireClose(expected[EulerAngles.SIN_HALF], found[4 * i + 3], TOLERANCE, what + ", sin(beta / 2)");
        }
    }

    @ParameterizedTest
    @EnumSource(HostCompiler.class)
    void ellipticSineIsTheScalarOneUpToTheLargestModuli(HostCompiler compiler) {
        compiler.require();
        Random random = new Random(4);
        int count = 2000;
        double[] arguments = random.doubles(count, -30, 30).toArray();
        // 1 - m from 1e-16 to 1, and m from 1e-16 to 1.
        double[] complements = random.doubles(count, -16, 16)
            .map(power -> power < 0 ? Math.pow(10, power) : 1 - Math.pow(10, -power)).toArray();
        double[] found = probe(compiler, "probe_sine", arguments, 0,
            Arrays.stream(complements).map(Math::sqrt).toArray(), count);
        for (int i = 0; i < count; i++) {
            double expected = JacobiSine.of(arguments[i], 1 - complements[i], complements[i]);
            assertEquals(expected, found[i], TOLERANCE, "sn(" + arguments[i] + " | 1 - " + complements[i] + ")");
        }
    }

    private static double[] probe(
            HostCompiler compiler, String name, double[] first, int mPrime, double[] second, int size) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(JAVA_DOUBLE, size);
            Linker.nativeLinker().downcallHandle(compiler.library(SOURCE).find(name).orElseThrow(),
                FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS)).invokeExact(
                    arena.allocateFrom(JAVA_DOUBLE, first), mPrime, arena.allocateFrom(JAVA_DOUBLE, second),
                    second.length, out);
            return out.toArray(JAVA_DOUBLE);
        } catch (Throwable e) {
            throw new IllegalStateException(name + " cannot be called", e);
        }
    }

    private static void requireClose(double expected, double actual, double tolerance, String where) {
        double error = Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
        assertTrue(error <= tolerance, () -> String.format(Locale.ROOT, "%s: %s, scalar %s, differ by %.1e of %.1e",
            where, actual, expected, error, tolerance));
    }
}
