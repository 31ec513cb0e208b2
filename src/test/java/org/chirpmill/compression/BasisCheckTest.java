package org.chirpmill.compression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.javacpp.DoublePointer;
import org.chirpmill.hdf5.Hdf5Dataset;
import org.chirpmill.hdf5.Hdf5File;
import org.chirpmill.hdf5.Hdf5Handle;
import org.chirpmill.hdf5.Hdf5Types;
import org.chirpmill.hdf5.UnusableFileException;
import org.chirpmill.rows.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which bases files may hold. */
class BasisCheckTest {
    private static final int BINS = 64;
    private static final int SIZE = 20;

    @TempDir
    private Path folder;

    /** The first vectors of a Fourier transform, every number rounded to single precision. */
    private static double[] vectors() {
        double[] v = new double[2 * BINS * SIZE];
        for (int bin = 0; bin < BINS; bin++) {
            for (int k = 0; k < SIZE; k++) {
                double angle = 2 * Math.PI * bin * k / BINS;
                v[2 * (bin * SIZE + k)] = (float) (Math.cos(angle) / Math.sqrt(BINS));
                v[2 * (bin * SIZE + k) + 1] = (float) (Math.sin(angle) / Math.sqrt(BINS));
            }
        }
        return v;
    }

    private static double[] values() {
        return IntStream.range(0, SIZE).mapToDouble(k -> Math.pow(10, -k)).toArray();
    }

    private static Arguments changed(String flaw, Consumer<double[]> vectors) {
        double[] v = vectors();
        vectors.accept(v);
        return arguments(flaw, BINS, v, values());
    }

    private static Arguments revalued(String flaw, Consumer<double[]> values) {
        double[] s = values();
        values.accept(s);
        return arguments(flaw, BINS, vectors(), s);
    }

    static Stream<Arguments> unusable() {
        String skew = "its vectors are not orthonormal \\(vector \\d+ for one\\)";
        String odd = "its singular values do not fall from the greatest to zero ";
        String nothing = "it is one of waveforms that are zero in every bin";
        return Stream.of(
            arguments("it has 0 vectors of 64 bins", BINS, new double[0], new double[0]),
            arguments("it has 70 vectors of 64 bins", BINS, new double[2 * BINS * 70], new double[70]),
            arguments("vector 0 of its V is NaN in bin 0", BINS, filled(Double.NaN), values()),
            changed("vector 3 of its V is Infinity in bin 7", v -> v[2 * (7 * SIZE + 3)] = Double.POSITIVE_INFINITY),
            changed("vector 19 of its V is NaN in bin 63", v -> v[v.length - 1] = Double.NaN),
            arguments(nothing, BINS, filled(0), values()),
            arguments(nothing, BINS, vectors(), new double[SIZE]),
            arguments(skew, BINS, filled(1), values()),
            arguments(skew, BINS, filled(1e200), values()),
            changed(skew, v -> scale(v, SIZE - 1, 1.01)),
            changed(skew, v -> scale(v, 0, 0)),
            changed(skew, v -> copy(v, 4, 17)),
            changed(skew, v -> {
                for (int k = 0; k < SIZE; k++) {
                    scale(v, k, 2);
                }
            }),
            revalued(odd + "\\(number 0 is -1.0\\)", s -> Arrays.setAll(s, k -> -1)),
            revalued(odd + "\\(number 19 is -0.5\\)", s -> s[SIZE - 1] = -0.5),
            revalued(odd + "\\(number 2 is 0.5\\)", s -> s[2] = 0.5),
            revalued(odd + "\\(number 0 is Infinity\\)", s -> s[0] = Double.POSITIVE_INFINITY),
            revalued(odd + "\\(number 5 is NaN\\)", s -> s[5] = Double.NaN),
            revalued(odd + "\\(number 1 is 0.1\\)", s -> s[0] = Double.NaN));
    }

    private static double[] filled(double value) {
        double[] v = new double[2 * BINS * SIZE];
        Arrays.fill(v, value);
        return v;
    }

    private static void scale(double[] v, int vector, double factor) {
        for (int bin = 0; bin < BINS; bin++) {
            v[2 * (bin * SIZE + vector)] *= factor;
            v[2 * (bin * SIZE + vector) + 1] *= factor;
        }
    }

    private static void copy(double[] v, int from, int to) {
        for (int bin = 0; bin < BINS; bin++) {
            System.arraycopy(v, 2 * (bin * SIZE + from), v, 2 * (bin * SIZE + to), 2);
        }
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void whatIsNoBasisIsRefusedWithItsFile(String flaw, int bins, double[] v, double[] s) throws IOException {
        Path file = folder.resolve("basis.hdf5");
        new SvdBasis(bins, v, s, Optional.empty()).write(file);
        String message = assertThrows(UnusableFileException.class, () -> SvdBasis.read(file)).getMessage();
        assertTrue(message.matches("\\Q" + file + "\\E holds no usable SVD basis: " + flaw + "\\."), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"falling", "unknown", "rounded"})
    void basesOfDingoGwsPrecisionAreTaken(String kind) throws IOException {
        double[] s = switch (kind) {
            case "unknown" -> IntStream.range(0, SIZE).mapToDouble(k -> Double.NaN).toArray();
            // The last ones of a decomposition in single precision are noise.
            case "rounded" -> IntStream.range(0, SIZE).mapToDouble(k -> k < 5 ? 1e3 : k % 2 == 0 ? 1e-5 : -1e-5)
                .toArray();
            default -> values();
        };
        Path file = folder.resolve("basis.hdf5");
        new SvdBasis(BINS, vectors(), s, Optional.empty()).write(file);
        assertArrayEquals(vectors(), SvdBasis.read(file).v());
    }

    @Test
    void aSquareBasisOfAllBinsIsTaken() {
        double[] v = new double[2 * BINS * BINS];
        for (int bin = 0; bin < BINS; bin++) {
            v[2 * (bin * BINS + bin)] = 1;
        }
        double[] s = new double[BINS];
        s[0] = 1;
        assertEquals(Optional.empty(), BasisCheck.flaw(new SvdBasis(BINS, v, s, Optional.empty())));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aTensorOfAnotherRankIsRefused(int rank) throws IOException {
        Path file = folder.resolve("basis.hdf5");
        long[] extent = rank == 1 ? new long[] {12} : new long[] {2, 2, 3};
        try (Hdf5File hdf5 = Hdf5File.create(file); Hdf5Handle complex = Hdf5Types.complex(Precision.DOUBLE);
                Hdf5Dataset v = Hdf5Dataset.create(hdf5.root(), "V", complex, extent);
                DoublePointer values = new DoublePointer(24)) {
            v.write(complex, 0, extent[0], values);
        }
        assertThrows(UnusableFileException.class, () -> SvdBasis.read(file));
    }
}
