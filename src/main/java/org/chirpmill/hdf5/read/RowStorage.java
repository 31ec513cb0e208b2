package org.chirpmill.hdf5.read;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Where an array's rows are. */
interface RowStorage {
    /** Reads rows that follow one another into the whole of what remains of a buffer. */
    void read(long firstRow, int rows, ByteBuffer target) throws IOException;

    /**
     * The shape of an array.
     *
     * @param extent its dimensions, rows first; one row where it is a scalar
     */
    record Shape(long[] extent, int elementBytes) {
        long rows() {
            return extent.length == 0 ? 1 : extent[0];
        }

        /** Elements of a row. */
        long rowElements() {
            long elements = 1;
            for (int k = 1; k < extent.length; k++) {
                elements = Math.multiplyExact(elements, extent[k]);
            }
            return elements;
        }

        long rowBytes() {
            return Math.multiplyExact(rowElements(), (long) elementBytes);
        }

        long bytes() {
            return Math.multiplyExact(rows(), rowBytes());
        }
    }
}
