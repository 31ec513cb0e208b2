package org.chirpmill.compression;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Makes {@link SampledBins} from a space that holds waveforms. With U the space, U_S its rows at the bins, U_S = Q R
 * and d the series at the bins, the coefficients in U are R^-1 Q^H d by least squares, and d - Q Q^H d is what they
 * leave unexplained. A basis V need not be the first vectors of U: its coefficients are V^H U times those, and it
 * loses U - V V^H U of them. Lengths of what is lost and of what is left are told from random combinations,
 * {@value #LOST} and {@value #LEFT}: to a sixth and to an eighth in the mean.
 */
final class BinSampler {
    /** Random combinations by which the length of what is lost is told: it errs by half of one over their root. */
    private static final int LOST = 8;
    /** And of what is left, of which more matter: one that is told too short keeps a row that should not be. */
    private static final int LEFT = 16;
    /** All of them. */
    static final int COMBINATIONS = LOST + LEFT;
    private static final long SEED = 20260101;
    /** Equations beside the vectors of the space, one for three of them and this many at least. */
    private static final int LEAST_SPARE = 64;
    /**
     * Vectors beside those of the basis, one and a half times as many as it has and this many at least: fewer leave a
     * tenth of the rows of aligned binaries to be made of all bins, and where the basis is small they cost little.
     */
    private static final int LEAST_BESIDE = 150;
    /** Where more of the bins would be taken, the rest is not worth leaving out. */
    private static final double MOST = 0.75;

    private final LinearAlgebra algebra;
    private final Arena arena;
    private final ComplexMatrix space;
    private final ComplexMatrix vectors;
    private final int firstBin;
    private final RandomGenerator random = new Random(SEED);

    /**
     * For the conjugate of a basis's V.
     *
     * @param space active bins x more vectors, orthonormal
     * @param vectors active bins x size, orthonormal
     * @param firstBin the first active one
     */
    BinSampler(Arena arena, ComplexMatrix space, ComplexMatrix vectors, int firstBin) {
        this.arena = arena;
        this.algebra = new LinearAlgebra(arena);
        this.space = space;
        this.vectors = vectors;
        this.firstBin = firstBin;
    }

    /** Vectors of the space that a basis of so many is sampled by. */
    static int spaceSize(int size, int activeBins) {
        int least = 2 * size + size / 2;
        int wanted = Math.max(least, size + LEAST_BESIDE);
        return isWorthwhile(wanted, activeBins) ? wanted : least;
    }

    /** How many bins are taken for a space of so many vectors. */
    static int bins(int vectors) {
        return vectors + Math.max(vectors / 3, LEAST_SPARE);
    }

    /** Whether sampling leaves out enough of the bins. */
    static boolean isWorthwhile(int vectors, int activeBins) {
        return bins(vectors) <= MOST * activeBins;
    }

    /** The bins with their matrices; errors are those of a factor of 1, not calibrated yet. */
    SampledBins make() {
        SampledSpace sampled = SampledSpace.of(algebra, space, bins(space.columns()));
        ComplexMatrix q = sampled.q();

        ComplexMatrix ofBasis = algebra.zeros(vectors.columns(), space.columns());
        algebra.adjointProduct(vectors, space, ofBasis);
        ComplexMatrix lost = lost(ofBasis);
        algebra.divideByUpper(sampled.r(), ofBasis);
        algebra.divideByUpper(sampled.r(), lost);
        return new SampledBins(Arrays.stream(sampled.places()).map(place -> place + firstBin).toArray(),
            transposed(ofBasis, q), transposed(lost, q), unexplained(q));
    }

    /** Random combinations of U - V V^H U: as many x vectors of the space. */
    private ComplexMatrix lost(ComplexMatrix ofBasis) {
        ComplexMatrix sketch = gaussian(space.rows(), LOST);
        ComplexMatrix ofSpace = algebra.zeros(LOST, space.columns());
        algebra.adjointProduct(sketch, space, ofSpace);
        ComplexMatrix inBasis = algebra.zeros(LOST, vectors.columns());
        algebra.adjointProduct(sketch, vectors, inBasis);
        inBasis.negate();
        algebra.addProduct(inBasis, ofBasis, ofSpace);
        return ofSpace;
    }

    /** Random combinations of d - Q Q^H d, as a row-major matrix that d is multiplied by from the left. */
    private double[] unexplained(ComplexMatrix q) {
        ComplexMatrix sketch = gaussian(q.rows(), LEFT);
        ComplexMatrix overlap = algebra.zeros(q.columns(), LEFT);
        // Twice, since once leaves a rounding error of what is taken off.
        for (int pass = 0; pass < 2; pass++) {
            algebra.adjointProduct(q, sketch, overlap);
            overlap.negate();
            algebra.addProduct(q, overlap, sketch);
        }
        return conjugateByRows(sketch);
    }

    /** Complex numbers of mean square 1 over the columns, so that sums of squares are right in the mean. */
    private ComplexMatrix gaussian(int rows, int columns) {
        ComplexMatrix numbers = ComplexMatrix.zeros(arena, rows, columns);
        double scale = Math.sqrt(0.5 / columns);
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows; row++) {
                numbers.set(row, column, scale * random.nextGaussian(), scale * random.nextGaussian());
            }
        }
        return numbers;
    }

    /** What multiplies d from the left as t Q^H does from the right of it: (t Q^H)^T, row-major. */
    private double[] transposed(ComplexMatrix t, ComplexMatrix q) {
        int columns = t.rows();
        ComplexMatrix adjoint = algebra.zeros(t.columns(), columns);
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < t.columns(); row++) {
                adjoint.set(row, column, t.real(column, row), -t.imaginary(column, row));
            }
        }
        ComplexMatrix product = algebra.zeros(q.rows(), columns);
        algebra.product(q, adjoint, product);
        return conjugateByRows(product);
    }

    private static double[] conjugateByRows(ComplexMatrix matrix) {
        double[] numbers = new double[2 * matrix.rows() * matrix.columns()];
        for (int column = 0; column < matrix.columns(); column++) {
            for (int row = 0; row < matrix.rows(); row++) {
                numbers[2 * (row * matrix.columns() + column)] = matrix.real(row, column);
                numbers[2 * (row * matrix.columns() + column) + 1] = -matrix.imaginary(row, column);
            }
        }
        return numbers;
    }
}
