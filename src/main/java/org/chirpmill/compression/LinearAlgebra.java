package org.chirpmill.compression;

import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.CblasConjTrans;
import static org.bytedeco.openblas.global.openblas.CblasLeft;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasNonUnit;
import static org.bytedeco.openblas.global.openblas.CblasRight;
import static org.bytedeco.openblas.global.openblas.CblasUpper;
import static org.bytedeco.openblas.global.openblas.LAPACKE_zgelqf;
import static org.bytedeco.openblas.global.openblas.LAPACKE_zgeqp3;
import static org.bytedeco.openblas.global.openblas.LAPACKE_zgeqrf;
import static org.bytedeco.openblas.global.openblas.LAPACKE_zgesdd;
import static org.bytedeco.openblas.global.openblas.LAPACKE_zungqr;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;
import static org.bytedeco.openblas.global.openblas.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas.cblas_zgemm;
import static org.bytedeco.openblas.global.openblas.cblas_ztrsm;

import java.lang.foreign.Arena;
import org.bytedeco.javacpp.IntPointer;
import org.chirpmill.compression.ComplexMatrix.Address;
import org.chirpmill.natives.NativeFolder;

/**
 * Products and factorizations by OpenBLAS on all cores. That number is the process's own, so nothing else that
 * multiplies may run at the same time.
 */
final class LinearAlgebra {
    /** What LAPACKE answers where it cannot allocate: LAPACK_WORK_MEMORY_ERROR and LAPACK_TRANSPOSE_MEMORY_ERROR. */
    private static final int WORK_MEMORY_ERROR = -1010;
    private static final int TRANSPOSE_MEMORY_ERROR = -1011;
    private static final int PROBE_BINS = 2048;
    private static final int PROBE_COLUMNS = 256;
    private static final int PROBE_TRIALS = 5;

    private final Arena arena;
    private final Address zero;
    private final Address one;

    /**
     * Singular values and left singular vectors.
     *
     * @param left rows x as many as there are values
     * @param values falling
     */
    record Singular(ComplexMatrix left, double[] values) {}

    /** Keeps its constants and results in {@code arena}. */
    LinearAlgebra(Arena arena) {
        this.arena = arena;
        NativeFolder.prepare();
        blas_set_num_threads(Runtime.getRuntime().availableProcessors());
        ComplexMatrix constants = ComplexMatrix.zeros(arena, 1, 2);
        constants.set(0, 1, 1, 0);
        this.zero = constants.columns(0, 1).address();
        this.one = constants.columns(1, 1).address();
    }

    ComplexMatrix zeros(int rows, int columns) {
        return ComplexMatrix.zeros(arena, rows, columns);
    }

    /** A copy of some rows of a matrix. */
    ComplexMatrix rows(ComplexMatrix a, int[] places) {
        return a.rows(arena, places);
    }

    /** Overwrites c with a^H b: 8 x rows of a x columns of a x columns of b operations. */
    void adjointProduct(ComplexMatrix a, ComplexMatrix b, ComplexMatrix c) {
        cblas_zgemm(CblasColMajor, CblasConjTrans, CblasNoTrans, a.columns(), b.columns(), a.rows(),
            one, a.address(), a.rows(), b.address(), b.rows(), zero, c.address(), c.rows());
    }

    /** Overwrites c with a b. */
    void product(ComplexMatrix a, ComplexMatrix b, ComplexMatrix c) {
        product(a, b, zero, c);
    }

    /** Adds a b to c. */
    void addProduct(ComplexMatrix a, ComplexMatrix b, ComplexMatrix c) {
        product(a, b, one, c);
    }

    private void product(ComplexMatrix a, ComplexMatrix b, Address kept, ComplexMatrix c) {
        cblas_zgemm(CblasColMajor, CblasNoTrans, CblasNoTrans, a.rows(), b.columns(), a.columns(),
            one, a.address(), a.rows(), b.address(), b.rows(), kept, c.address(), c.rows());
    }

    /** Overwrites b with b r^-1, where r stands in the upper triangle of a square matrix. */
    void divideByUpper(ComplexMatrix r, ComplexMatrix b) {
        cblas_ztrsm(CblasColMajor, CblasRight, CblasUpper, CblasNoTrans, CblasNonUnit, b.rows(), b.columns(),
            one, r.address(), r.rows(), b.address(), b.rows());
    }

    /** Overwrites b with r^-1 b, where r stands in the upper triangle of a square matrix. */
    void solveUpper(ComplexMatrix r, ComplexMatrix b) {
        cblas_ztrsm(CblasColMajor, CblasLeft, CblasUpper, CblasNoTrans, CblasNonUnit, b.rows(), b.columns(),
            one, r.address(), r.rows(), b.address(), b.rows());
    }

    /**
     * The columns of a, which is used up, in the order in which a Q R factorization with pivoting takes them: each is
     * the one of which those before leave the most. As many as a has rows mean something.
     */
    int[] pivots(ComplexMatrix a) {
        try (Arena scratch = Arena.ofConfined(); IntPointer pivots = new IntPointer((long) a.columns())) {
            Address reflectors = ComplexMatrix.zeros(scratch, Math.min(a.rows(), a.columns()), 1).address();
            // All columns are free to move.
            pivots.zero();
            check("zgeqp3", LAPACKE_zgeqp3(
                LAPACK_COL_MAJOR, a.rows(), a.columns(), a.address(), a.rows(), pivots, reflectors));
            int[] order = new int[a.columns()];
            for (int k = 0; k < order.length; k++) {
                // LAPACK counts from one.
                order[k] = pivots.get(k) - 1;
            }
            return order;
        }
    }

    /** Overwrites a, which has no more columns than rows, with an orthonormal basis of what its columns span. */
    void orthonormalize(ComplexMatrix a) {
        try (Arena scratch = Arena.ofConfined()) {
            Address reflectors = ComplexMatrix.zeros(scratch, a.columns(), 1).address();
            check("zgeqrf", LAPACKE_zgeqrf(
                LAPACK_COL_MAJOR, a.rows(), a.columns(), a.address(), a.rows(), reflectors));
            check("zungqr", LAPACKE_zungqr(
                LAPACK_COL_MAJOR, a.rows(), a.columns(), a.columns(), a.address(), a.rows(), reflectors));
        }
    }

    /** Overwrites a = L Q with L in its lower triangle; what stands above the diagonal is of no use. */
    void factorLower(ComplexMatrix a) {
        try (Arena scratch = Arena.ofConfined()) {
            Address reflectors = ComplexMatrix.zeros(scratch, Math.min(a.rows(), a.columns()), 1).address();
            check("zgelqf", LAPACKE_zgelqf(
                LAPACK_COL_MAJOR, a.rows(), a.columns(), a.address(), a.rows(), reflectors));
        }
    }

    /** The singular value decomposition of a, whose memory is used up. */
    Singular singular(ComplexMatrix a) {
        int count = Math.min(a.rows(), a.columns());
        boolean isTall = a.rows() >= a.columns();
        // With job O the larger of both sides takes the place of a.
        ComplexMatrix side = zeros(count, count);
        Address values = new Address(arena.allocate((long) count * Double.BYTES, 64));
        check("zgesdd", LAPACKE_zgesdd(LAPACK_COL_MAJOR, (byte) 'O', a.rows(), a.columns(), a.address(), a.rows(),
            values, side.address(), count, side.address(), count));
        double[] falling = new double[count];
        for (int k = 0; k < count; k++) {
            falling[k] = values.get(k);
        }
        return new Singular(isTall ? a.columns(0, count) : side, falling);
    }

    /** Real operations a second in products of the shape that training has most of: the best of some, on all cores. */
    double operationsPerSecond() {
        ComplexMatrix some = zeros(PROBE_BINS, PROBE_COLUMNS);
        ComplexMatrix result = zeros(PROBE_COLUMNS, PROBE_COLUMNS);
        double best = 0;
        for (int trial = 0; trial < PROBE_TRIALS; trial++) {
            long began = System.nanoTime();
            adjointProduct(some, some, result);
            double seconds = (System.nanoTime() - began) * 1e-9;
            best = Math.max(best, 8.0 * PROBE_BINS * PROBE_COLUMNS * PROBE_COLUMNS / seconds);
        }
        return best;
    }

    private static void check(String routine, int info) {
        if (info == WORK_MEMORY_ERROR || info == TRANSPOSE_MEMORY_ERROR) {
            throw new OutOfMemoryError("LAPACK's " + routine + " finds no memory to work in");
        }
        if (info != 0) {
            throw new ArithmeticException("LAPACK's " + routine + " did not converge (info " + info + ")");
        }
    }
}
