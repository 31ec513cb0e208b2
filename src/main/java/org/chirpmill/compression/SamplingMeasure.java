package org.chirpmill.compression;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** Compares coefficients of a basis's sampled bins with those of all bins, in double precision. */
final class SamplingMeasure {
    private final LinearAlgebra algebra;
    private final ComplexMatrix vectors;
    private final int[] places;
    private final ComplexMatrix matrix;
    private final double[] besideLoss;
    private int measured;

    private SamplingMeasure(Arena arena, TrainingRows rows, SvdBasis basis) {
        this.algebra = new LinearAlgebra(arena);
        this.vectors = basis.conjugateVectors(algebra, rows.firstBin());
        SampledBins sampled = basis.sampling().orElseThrow();
        this.places = Arrays.stream(sampled.bins()).map(bin -> bin - rows.firstBin()).toArray();
        // By rows it is a matrix, by columns the one that multiplies columns of bins.
        this.matrix = algebra.zeros(sampled.size(), places.length);
        matrix.memory().copyFrom(MemorySegment.ofArray(sampled.coefficients()));
        this.besideLoss = new double[Math.toIntExact(rows.count())];
    }

    /** The error of each polarization's coefficients beside what the basis loses of it. */
    static double[] besideLoss(TrainingRows rows, SvdBasis basis) throws IOException, InterruptedException {
        try (Arena arena = Arena.ofConfined()) {
            SamplingMeasure measure = new SamplingMeasure(arena, rows, basis);
            rows.read(rows.count(), measure::take);
            return measure.besideLoss;
        }
    }

    private void take(ComplexMatrix block) {
        try (Arena arena = Arena.ofConfined()) {
            ComplexMatrix right = ComplexMatrix.zeros(arena, vectors.columns(), block.columns());
            algebra.adjointProduct(vectors, block, right);
            ComplexMatrix wrong = ComplexMatrix.zeros(arena, vectors.columns(), block.columns());
            wrong.put(0, right);
            wrong.negate();
            algebra.addProduct(matrix, block.rows(arena, places), wrong);
            for (int column = 0; column < block.columns(); column++) {
                double lost = block.square(column) - right.square(column);
                // Where rounding is all that is left, nothing is lost and nothing wrong.
                besideLoss[measured++] = lost > 0 ? Math.sqrt(wrong.square(column) / lost) : 0;
            }
        }
    }
}
