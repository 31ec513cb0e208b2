package org.chirpmill.kernels;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The device code's projection, run by the CPU, beside sums in double precision. */
class ProjectionKernelTest {
    private static final double SCALE = 0.25;

    @ParameterizedTest
    @CsvSource({"1, 1, 0, 1, 1", "3, 50, 0, 50, 7", "70, 333, 20, 301, 130", "64, 64, 16, 64, 64", "5, 40, 40, 40, 3"})
    void coefficientsAreTheProduct(int rows, int bins, int firstBin, int endBin, int size) throws Throwable {
        HostCompiler.FUSING.require();
        Random random = new Random(rows + bins);
        double[] strain = random.doubles(2L * rows * bins, -1, 1).toArray();
        double[] matrix = random.doubles(2L * (endBin - firstBin) * size, -1, 1).toArray();
        Shape shape = new Shape(rows, bins, firstBin, endBin, size);
        double[] expected = product(strain, matrix, shape);
        requireClose(expected, projected("project_double", strain, matrix, shape, true), 1e-14);
        requireClose(expected, projected("project_single", strain, matrix, shape, false), 1e-6);
    }

    /** Where a basis knows a waveform, all products of a sum have one sign, and what rounding takes adds up. */
    @ParameterizedTest
    @CsvSource({"8193", "65537"})
    void longSumsOfNumbersOfOneSignKeepTheirDigits(int bins) throws Throwable {
        HostCompiler.FUSING.require();
        Shape shape = new Shape(3, bins, 0, bins, 3);
        double[] strain = new double[2 * shape.rows * bins];
        double[] matrix = new double[2 * bins * shape.size];
        Random phases = new Random(bins);
        for (int row = 0; row < shape.rows; row++) {
            for (int bin = 0; bin < bins; bin++) {
                double phase = phases.nextDouble(2 * Math.PI);
                double real = (float) (Math.cos(phase) / Math.sqrt(bins));
                double imaginary = (float) (Math.sin(phase) / Math.sqrt(bins));
                strain[2 * (row * bins + bin)] = real;
                strain[2 * (row * bins + bin) + 1] = imaginary;
                matrix[2 * (bin * shape.size + row)] = real;
                matrix[2 * (bin * shape.size + row) + 1] = -imaginary;
            }
        }
        requireClose(product(strain, matrix, shape), projected("project_single", strain, matrix, shape, false), 2e-7);
    }

    private record Shape(int rows, int bins, int firstBin, int endBin, int size) {}

    private static double[] product(double[] strain, double[] matrix, Shape shape) {
        int size = shape.size;
        double[] sums = new double[2 * shape.rows * size];
        for (int row = 0; row < shape.rows; row++) {
            for (int bin = shape.firstBin; bin < shape.endBin; bin++) {
                double real = SCALE * strain[2 * (row * shape.bins + bin)];
                double imaginary = SCALE * strain[2 * (row * shape.bins + bin) + 1];
                for (int column = 0; column < size; column++) {
                    int at = 2 * ((bin - shape.firstBin) * size + column);
                    sums[2 * (row * size + column)] += real * matrix[at] - imaginary * matrix[at + 1];
                    sums[2 * (row * size + column) + 1] += real * matrix[at + 1] + imaginary * matrix[at];
                }
            }
        }
        return sums;
    }

    private static double[] projected(String name, double[] strain, double[] matrix, Shape shape, boolean isDouble)
            throws Throwable {
        MethodHandle entry = Linker.nativeLinker().downcallHandle(
            HostCompiler.FUSING.library(HostKernels.source("project")).find(name).orElseThrow(),
            HostKernels.PROJECTION);
        try (Arena arena = Arena.ofConfined()) {
            double[] blank = new double[2 * shape.rows * shape.size];
            // Coefficients that are left out must not pass.
            Arrays.fill(blank, Double.NaN);
            MemorySegment out = copy(arena, blank, isDouble);
            entry.invokeExact(copy(arena, strain, isDouble), copy(arena, matrix, isDouble), shape.rows, shape.bins,
                shape.firstBin, shape.endBin, shape.size, SCALE, out);
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
