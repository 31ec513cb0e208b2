package org.chirpmill.engine;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.chirpmill.rows.Precision;

/** A transform that turns rows, perhaps, and multiplies them by a matrix, which a device may do where it evaluates. */
public interface MatrixTransform extends RowTransform {
    /** Of evaluated rows, and of the matrix. */
    Precision precision();

    /** The first bin that counts. */
    int firstBin();

    /** The bin after the last that counts. */
    int endBin();

    /** From the first bin that counts to the last, {@link #columns} interleaved complex numbers each. */
    MemorySegment matrix();

    /** Bytes of it. */
    default long matrixBytes() {
        return (long) (endBin() - firstBin()) * columns() * precision().complexBytes();
    }

    /** What the sums over bins have to be multiplied by. */
    double scale();

    /** What turns rows before they are multiplied; empty where nothing does. */
    default Optional<RowTurning> turning() {
        return Optional.empty();
    }
}
