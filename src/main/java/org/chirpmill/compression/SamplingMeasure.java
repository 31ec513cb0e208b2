package org.chirpmill.compression;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** Compares coefficients of a basis's sampled bins with those of all bins. */
final class SamplingMeasure {
    private final LinearAlgebra algebra;
    private final ComplexMatrix vectors;
    private final SampledBins sampled;
    private final int[] places;
    private final ComplexMatrix matrix;
    private final RowTolerance tolerance;
    private final double[] besideLoss;
    private int measured;
    private long whole;

    private SamplingMeasure(Arena arena, TrainingRows rows, SvdBasis basis, RowTolerance tolerance) {
        this.algebra = new LinearAlgebra(arena);
        this.vectors = basis.conjugateVectors(algebra, rows.firstBin());
        this.sampled = basis.sampling().orElseThrow();
        this.places = Arrays.stream(sampled.bins()).map(bin -> bin - rows.firstBin()).toArray();
        double[] numbers = sampled.together();
        // By rows it is a matrix, by columns the one that multiplies columns of bins.
        this.matrix = algebra.zeros(sampled.columns(numbers), places.length);
        matrix.memory().copyFrom(MemorySegment.ofArray(numbers));
        this.tolerance = tolerance;
        this.besideLoss = new double[Math.toIntExact(rows.count())];
    }

    /** Measures the waveforms of {@code rows}. */
    static SamplingErrors of(TrainingRows rows, SvdBasis basis, RowTolerance tolerance)
            throws IOException, InterruptedException {
        try (Arena arena = Arena.ofConfined()) {
            SamplingMeasure measure = new SamplingMeasure(arena, rows, basis, tolerance);
            rows.read(rows.count(), measure::take);
            return new SamplingErrors(measure.places.length, measure.besideLoss, rows.count() / 2, measure.whole);
        }
    }

    private void take(ComplexMatrix block) {
        try (Arena arena = Arena.ofConfined()) {
            ComplexMatrix right = ComplexMatrix.zeros(arena, vectors.columns(), block.columns());
            algebra.adjointProduct(vectors, block, right);
            ComplexMatrix found = ComplexMatrix.zeros(arena, matrix.rows(), block.columns());
            algebra.product(matrix, block.rows(arena, places), found);
            for (int column = 0; column < block.columns(); column += 2) {
                boolean plus = serves(block, right, found, column);
                whole += serves(block, right, found, column + 1) && plus ? 0 : 1;
            }
        }
    }

    /** Notes the error of a polarization; whether its bins tell that it is small enough. */
    private boolean serves(ComplexMatrix block, ComplexMatrix right, ComplexMatrix found, int column) {
        int size = sampled.size();
        int lost = sampled.columns(sampled.lost());
        double wrong = 0;
        for (int k = 0; k < size; k++) {
            double real = found.real(k, column) - right.real(k, column);
            double imaginary = found.imaginary(k, column) - right.imaginary(k, column);
            wrong += real * real + imaginary * imaginary;
        }
        double left = block.square(column) - right.square(column);
        // Where rounding is all that is left, nothing is lost and nothing wrong.
        besideLoss[measured++] = left > 0 ? Math.sqrt(wrong / left) : 0;
        return tolerance.allows(found.square(column, size + lost, matrix.rows()),
            found.square(column, size, size + lost), found.square(column, 0, size));
    }
}
