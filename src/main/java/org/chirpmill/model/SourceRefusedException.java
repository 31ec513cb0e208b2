package org.chirpmill.model;

/** A source that a model cannot evaluate; the message is the reason, fit for a reader of the dataset. */
public final class SourceRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** A refusal for the given reason. It carries no stack trace: refusals are results, not faults. */
    public SourceRefusedException(String reason) {
        super(reason, null, false, false);
    }
}
