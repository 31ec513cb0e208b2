package org.chirpmill.compression;

import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Random combinations of polarizations that pass by: they span the directions in which these are large (Halko,
 * Martinsson and Tropp, arXiv:0909.4061, section 4).
 */
final class RandomCombinations {
    private static final long SEED = 20260102;

    private final LinearAlgebra algebra;
    private final ComplexMatrix sums;
    private final ComplexMatrix factors;
    private final RandomGenerator random = new Random(SEED);

    /**
     * Combinations, one a column.
     *
     * @param sums zeros, bins x as many as are wanted
     */
    RandomCombinations(LinearAlgebra algebra, ComplexMatrix sums) {
        this.algebra = algebra;
        this.sums = sums;
        this.factors = algebra.zeros(WhitenedBlocks.BLOCK, sums.columns());
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
}
