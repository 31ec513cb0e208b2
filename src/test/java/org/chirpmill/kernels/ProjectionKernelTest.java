package org.chirpmill.kernels;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The device code's projection, run by the CPU, beside sums in double precision. */
class ProjectionKernelTest {
    private static final FunctionDescriptor SIGNATURE = FunctionDescriptor.ofVoid(
        ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);

    @ParameterizedTest
    @CsvSource({"1, 1, 0, 1", "3, 50, 0, 7", "70, 333, 20, 130", "64, 64, 16, 64", "5, 40, 40, 3"})
    void coefficientsAreTheProduct(int rows, int bins, int firstBin, int size) throws Throwable {
        Optional<String> obstacle = HostCompiler.FUSING.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
        Random random = new Random(rows + bins);
        double[] strain = random.doubles(2L * rows * bins, -1, 1).toArray();
        double[] matrix = random.doubles(2L * bins * size, -1, 1).toArray();
        double[] expected = product(strain, matrix, rows, bins, firstBin, size);
        requireClose(expected, projected("project_double", strain, matrix, rows, bins, firstBin, size, true), 1e-14);
        requireClose(expected, projected("project_single", strain, matrix, rows, bins, firstBin, size, false), 1e-6);
    }

    private static double[] product(double[] strain, double[] matrix, int rows, int bins, int firstBin, int size) {
        double[] sums = new double[2 * rows * size];
        for (int row = 0; row < rows; row++) {
            for (int bin = firstBin; bin < bins; bin++) {
                double real = strain[2 * (row * bins + bin)];
                double imaginary = strain[2 * (row * bins + bin) + 1];
                for (int column = 0; column < size; column++) {
                    double a = matrix[2 * (bin * size + column)];
                    double b = matrix[2 * (bin * size + column) + 1];
                    sums[2 * (row * size + column)] += real * a - imaginary * b;
                    sums[2 * (row * size + column) + 1] += real * b + imaginary * a;
                }
            }
        }
        return sums;
    }

    private static double[] projected(String name, double[] strain, double[] matrix, int rows, int bins, int firstBin,
            int size, boolean isDouble) throws Throwable {
        MethodHandle entry = Linker.nativeLinker().downcallHandle(
            HostCompiler.FUSING.library(HostKernels.source("project")).find(name).orElseThrow(), SIGNATURE);
        try (Arena arena = Arena.ofConfined()) {
            double[] blank = new double[2 * rows * size];
            // Coefficients that are left out must not pass.
            Arrays.fill(blank, Double.NaN);
            MemorySegment out = copy(arena, blank, isDouble);
            entry.invokeExact(copy(arena, strain, isDouble), copy(arena, matrix, isDouble), rows, bins, firstBin, size,
                out);
            double[] found = new double[blank.length];
            for (int i = 0; i < found.length; i++) {
                found[i] = isDouble ? out.getAtIndex(JAVA_DOUBLE, i) : out.getAtIndex(JAVA_FLOAT, i);
            }
            return found;
        }
    }

    private static MemorySegment copy(Arena arena, double[] numbers, boolean isDouble) {
        if (isDouble) {
            return arena.allocateFrom(JAVA_DOUBLE, numbers);
        }
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return arena.allocateFrom(JAVA_FLOAT, floats);
    }

    private static void requireClose(double[] expected, double[] found, double tolerance) {
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < expected.length; i++) {
            difference += (found[i] - expected[i]) * (found[i] - expected[i]);
            norm += expected[i] * expected[i];
        }
        assertTrue(Math.sqrt(difference) <= tolerance * Math.sqrt(norm), Math.sqrt(difference / norm) + " of the norm");
    }
}
