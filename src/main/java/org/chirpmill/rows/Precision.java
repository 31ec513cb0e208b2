package org.chirpmill.rows;

/** The output format of polarizations. Phases and coefficients are always double. */
public enum Precision {
    /** complex64: 4-byte real and imaginary parts. */
    SINGLE(4),
    /** complex128: 8-byte real and imaginary parts. */
    DOUBLE(8);

    private final int bytes;

    Precision(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes of one real number. */
    public int bytes() {
        return bytes;
    }

    /** Bytes of one complex number. */
    public int complexBytes() {
        return 2 * bytes;
    }
}
