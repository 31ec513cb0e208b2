package org.chirpmill.compression;

import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Random combinations of all polarizations that pass by: what is left of them beside a space spans the directions in
 * which polarizations leave it most (Halko, Martinsson and Tropp, arXiv:0909.4061, section 4).
 */
final class RandomCombinations {
    private static final long SEED = 20260102;

    private final LinearAlgebra algebra;
    private final ComplexMatrix sums;
    private final ComplexMatrix factors;
    private final RandomGenerator random = new Random(SEED);

    /** So many combinations of polarizations of so many bins. */
    RandomCombinations(LinearAlgebra algebra, int activeBins, int count) {
        this.algebra = algebra;
        this.sums = algebra.zeros(activeBins, count);
        this.factors = algebra.zeros(WhitenedBlocks.BLOCK, count);
    }

    /** Adds a block, which come in their order, so that factors are the same whatever the threads. */
    void add(ComplexMatrix block) {
        ComplexMatrix some = new ComplexMatrix(factors.memory(), block.columns(), sums.columns());
        for (int column = 0; column < some.columns(); column++) {
            for (int row = 0; row < some.rows(); row++) {
                some.set(row, column, random.nextGaussian(), random.nextGaussian());
            }
        }
        algebra.addProduct(block, some, sums);
    }

    /** Orthonormal vectors, perpendicular to those of a space, of which the combinations are made besides. */
    ComplexMatrix besides(ComplexMatrix space) {
        ComplexMatrix overlap = algebra.zeros(space.columns(), sums.columns());
        // Once more when they are orthonormal: combinations are mostly of the space, and rounding leaves some of it.
        for (int pass = 0; pass < 2; pass++) {
            algebra.adjointProduct(space, sums, overlap);
            overlap.negate();
            algebra.addProduct(space, overlap, sums);
            algebra.orthonormalize(sums);
        }
        return sums;
    }
}
