package org.chirpmill.engine;

/** A row for which no usable draw was found; the message says which and why. */
public final class UnusableRowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long row;
    private final String reason;

    /**
     * A row that was given up.
     *
     * @param row among those that were asked for
     * @param attempts after how many draws
     * @param reason why the last of them is of no use, a clause
     */
    public UnusableRowException(long row, int attempts, String reason) {
        super("row " + row + " was given up after " + attempts
            + (attempts == 1 ? " attempt: " : " draws, the last because: ") + reason);
        this.row = row;
        this.reason = reason;
    }

    /** Among those that were asked for. */
    public long row() {
        return row;
    }

    /** Why the last draw is of no use, a clause. */
    public String reason() {
        return reason;
    }
}
