package org.chirpmill.source;

/**
 * A list of parameter names that does not determine a source, or determines it more than once; the message is one
 * sentence that says what to add or to leave out.
 */
public final class UnusableParametersException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A refusal with the given sentence. */
    public UnusableParametersException(String message) {
        super(message);
    }
}
