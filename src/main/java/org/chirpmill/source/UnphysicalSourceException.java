package org.chirpmill.source;

/** A row whose values belong to no binary; the message is the reason, one sentence fit for a reader of the dataset. */
public final class UnphysicalSourceException extends Exception {
    private static final long serialVersionUID = 1L;

    /** A refusal for the given reason. It carries no stack trace: refusals are results, not faults. */
    public UnphysicalSourceException(String reason) {
        super(reason, null, false, false);
    }
}
