package org.chirpmill.rows;

/**
 * How large batches are.
 *
 * @param capacity rows that fit, at least 1
 * @param columns complex numbers that are kept of one polarization of one row: bins, or coefficients
 * @param parameterCount parameters of a row
 * @param precision of the polarizations
 */
public record BatchShape(int capacity, int columns, int parameterCount, Precision precision) {
    /** Bytes of the parameters of all rows: capacity x parameterCount doubles. */
    public long parameterBytes() {
        return (long) capacity * parameterCount * Double.BYTES;
    }

    /** Bytes of one polarization of all rows: capacity x columns interleaved complex numbers. */
    public long polarizationBytes() {
        return (long) capacity * columns * precision.complexBytes();
    }
}
