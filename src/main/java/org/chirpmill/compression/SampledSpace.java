package org.chirpmill.compression;

/**
 * A space U of series, seen at some of their bins only: U_S = Q R. Least squares give a series that is d at the bins
 * the coefficients R^-1 Q^H d in U; d - Q Q^H d is what they leave unexplained.
 *
 * @param places of the bins among the rows of U, rising
 * @param q bins x vectors, orthonormal columns
 * @param r vectors x vectors, in its upper triangle
 */
record SampledSpace(int[] places, ComplexMatrix q, ComplexMatrix r) {
    /** Chooses so many bins of a space with orthonormal columns. */
    static SampledSpace of(LinearAlgebra algebra, ComplexMatrix space, int bins) {
        int[] places = BinChoice.of(space, bins);
        ComplexMatrix sampled = algebra.rows(space, places);
        ComplexMatrix q = algebra.zeros(bins, space.columns());
        q.put(0, sampled);
        algebra.orthonormalize(q);
        ComplexMatrix r = algebra.zeros(space.columns(), space.columns());
        algebra.adjointProduct(q, sampled, r);
        return new SampledSpace(places, q, r);
    }
}
