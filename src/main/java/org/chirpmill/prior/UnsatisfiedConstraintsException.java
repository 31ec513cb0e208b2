package org.chirpmill.prior;

/** Constraints that no draw satisfies; the message is one sentence without its full stop that names the worst one. */
public final class UnsatisfiedConstraintsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;

    UnsatisfiedConstraintsException(String key, String message) {
        super(message);
        this.key = key;
    }

    /** The constraint that is violated most often. */
    public String key() {
        return key;
    }
}
