package org.chirpmill.compression;

import static org.bytedeco.openblas.global.openblas.CblasConjTrans;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas.cblas_cgemm;
import static org.bytedeco.openblas.global.openblas.cblas_zgemm;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.bytedeco.javacpp.Pointer;
import org.chirpmill.rows.Precision;

/** Products of complex matrices in either precision, by OpenBLAS on the calling thread. */
final class ComplexProduct {
    private final Precision precision;
    private final Address one;
    private final Address zero;

    /** A place in off-heap memory as the bindings take it. Whoever owns the memory keeps it. */
    private static final class Address extends Pointer {
        Address(MemorySegment segment) {
            address = segment.address();
        }
    }

    /** Keeps its constants in {@code arena}. */
    ComplexProduct(Arena arena, Precision precision) {
        // The workers are the threads. The number is the process's own and the same for all of them.
        blas_set_num_threads(1);
        this.precision = precision;
        MemorySegment constants = arena.allocate(4L * Double.BYTES, 64);
        if (precision == Precision.SINGLE) {
            constants.set(ValueLayout.JAVA_FLOAT, 0, 1);
        } else {
            constants.set(ValueLayout.JAVA_DOUBLE, 0, 1);
        }
        this.one = new Address(constants);
        this.zero = new Address(constants.asSlice(2L * Double.BYTES));
    }

    /**
     * Computes c = a b. All are row-major, interleaved complex, without gaps.
     *
     * @param a rows x inner
     * @param b inner x columns
     * @param c rows x columns, overwritten
     */
    void multiply(MemorySegment a, int rows, int inner, MemorySegment b, int columns, MemorySegment c) {
        multiply(a, rows, inner, CblasNoTrans, b, columns, columns, c);
    }

    /**
     * Computes c = a b^H, laid out likewise.
     *
     * @param a rows x inner
     * @param b columns x inner
     * @param c rows x columns, overwritten
     */
    void multiplyByAdjoint(MemorySegment a, int rows, int inner, MemorySegment b, int columns, MemorySegment c) {
        multiply(a, rows, inner, CblasConjTrans, b, inner, columns, c);
    }

    private void multiply(MemorySegment a, int rows, int inner, int formOfB, MemorySegment b, int lengthOfRowOfB,
            int columns, MemorySegment c) {
        if (precision == Precision.SINGLE) {
            cblas_cgemm(CblasRowMajor, CblasNoTrans, formOfB, rows, columns, inner, one, new Address(a), inner,
                new Address(b), lengthOfRowOfB, zero, new Address(c), columns);
        } else {
            cblas_zgemm(CblasRowMajor, CblasNoTrans, formOfB, rows, columns, inner, one, new Address(a), inner,
                new Address(b), lengthOfRowOfB, zero, new Address(c), columns);
        }
    }
}
