package org.chirpmill.compression;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.bytedeco.javacpp.DoublePointer;

/**
 * A complex matrix as LAPACK takes it: off-heap, column-major, real and imaginary parts in turns. Its columns stand for
 * waveforms or for singular vectors. The arena's owner owns the memory.
 *
 * @param memory rows x columns x 16 bytes
 * @param rows at least 1
 * @param columns at least 1
 */
record ComplexMatrix(MemorySegment memory, int rows, int columns) {
    static final int COMPLEX_BYTES = 2 * Double.BYTES;

    /** A place in off-heap memory as the bindings take it. */
    static final class Address extends DoublePointer {
        Address(MemorySegment segment) {
            address = segment.address();
        }
    }

    /** A matrix of zeros. */
    static ComplexMatrix zeros(Arena arena, int rows, int columns) {
        return new ComplexMatrix(arena.allocate((long) rows * columns * COMPLEX_BYTES, 64), rows, columns);
    }

    /** Some neighbouring columns, in the same memory. */
    ComplexMatrix columns(int from, int count) {
        long columnBytes = (long) rows * COMPLEX_BYTES;
        return new ComplexMatrix(memory.asSlice(from * columnBytes, count * columnBytes), rows, count);
    }

    /** A copy of some rows. */
    ComplexMatrix rows(Arena arena, int[] places) {
        ComplexMatrix some = zeros(arena, places.length, columns);
        for (int column = 0; column < columns; column++) {
            for (int k = 0; k < places.length; k++) {
                some.set(k, column, real(places[k], column), imaginary(places[k], column));
            }
        }
        return some;
    }

    /** Copies another matrix of as many rows over the columns from {@code column} on. */
    void put(int column, ComplexMatrix other) {
        columns(column, other.columns).memory.copyFrom(other.memory);
    }

    Address address() {
        return new Address(memory);
    }

    double real(int row, int column) {
        return memory.getAtIndex(ValueLayout.JAVA_DOUBLE, 2 * ((long) column * rows + row));
    }

    double imaginary(int row, int column) {
        return memory.getAtIndex(ValueLayout.JAVA_DOUBLE, 2 * ((long) column * rows + row) + 1);
    }

    /** The sum of the absolute squares of a column's numbers. */
    double square(int column) {
        double sum = 0;
        long begin = 2L * column * rows;
        for (long index = begin; index < begin + 2L * rows; index++) {
            double part = memory.getAtIndex(ValueLayout.JAVA_DOUBLE, index);
            sum += part * part;
        }
        return sum;
    }

    void negate() {
        for (long index = 0; index < 2L * rows * columns; index++) {
            memory.setAtIndex(ValueLayout.JAVA_DOUBLE, index, -memory.getAtIndex(ValueLayout.JAVA_DOUBLE, index));
        }
    }

    void set(int row, int column, double real, double imaginary) {
        long index = 2 * ((long) column * rows + row);
        memory.setAtIndex(ValueLayout.JAVA_DOUBLE, index, real);
        memory.setAtIndex(ValueLayout.JAVA_DOUBLE, index + 1, imaginary);
    }
}
