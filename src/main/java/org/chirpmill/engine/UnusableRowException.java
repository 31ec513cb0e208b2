package org.chirpmill.engine;

/** A row for which no usable draw was found; the message says which and why. */
public final class UnusableRowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure described by one sentence. */
    public UnusableRowException(String sentence) {
        super(sentence);
    }
}
