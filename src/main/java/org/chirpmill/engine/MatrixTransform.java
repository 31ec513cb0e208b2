package org.chirpmill.engine;

import java.lang.foreign.MemorySegment;
import org.chirpmill.rows.Precision;

/** A transform that multiplies each row by a matrix, which a device may do right where it evaluates. */
public interface MatrixTransform extends RowTransform {
    /** Of evaluated rows, and of the matrix. */
    Precision precision();

    /** The first bin that counts. */
    int firstBin();

    /** The bin after the last that counts. */
    int endBin();

    /** From the first bin that counts to the last, {@link #columns} interleaved complex numbers each. */
    MemorySegment matrix();

    /** What the sums over bins have to be multiplied by. */
    double scale();
}
