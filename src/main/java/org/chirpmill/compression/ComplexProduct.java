package org.chirpmill.compression;

import static org.bytedeco.openblas.global.openblas.CblasConjTrans;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas.cblas_zgemm;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.bytedeco.javacpp.Pointer;
import org.chirpmill.natives.NativeFolder;

/**
 * Products of complex matrices in double precision, by OpenBLAS on the calling thread. The order of their sums is the
 * CPU's own, so they may serve readers of waveforms but make no row of a dataset.
 */
final class ComplexProduct {
    private final Address one;
    private final Address zero;

    /** A place in off-heap memory as the bindings take it. The memory stays its owner's. */
    private static final class Address extends Pointer {
        Address(MemorySegment segment) {
            address = segment.address();
        }
    }

    /** Keeps its constants in {@code arena}. */
    ComplexProduct(Arena arena) {
        NativeFolder.prepare();
        // The callers are the threads. The number is the process's own and the same for all of them.
        blas_set_num_threads(1);
        MemorySegment constants = arena.allocate(4L * Double.BYTES, 64);
        constants.set(ValueLayout.JAVA_DOUBLE, 0, 1);
        this.one = new Address(constants);
        this.zero = new Address(constants.asSlice(2L * Double.BYTES));
    }

    /**
     * Computes c = a b^H. All are row-major, interleaved complex, without gaps.
     *
     * @param a rows x inner
     * @param b columns x inner
     * @param c rows x columns, overwritten
     */
    void multiplyByAdjoint(MemorySegment a, int rows, int inner, MemorySegment b, int columns, MemorySegment c) {
        cblas_zgemm(CblasRowMajor, CblasNoTrans, CblasConjTrans, rows, columns, inner, one, new Address(a), inner,
            new Address(b), inner, zero, new Address(c), columns);
    }
}
