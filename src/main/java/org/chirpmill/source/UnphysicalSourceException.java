package org.chirpmill.source;

import java.util.List;

/** A row whose values belong to no binary; the message is the reason, one sentence fit for a reader of the dataset. */
public final class UnphysicalSourceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final List<String> parameters;

    /**
     * A refusal for the given reason. It carries no stack trace: refusals are results, not faults.
     *
     * @param parameters whose values alone are the reason
     */
    UnphysicalSourceException(List<String> parameters, String reason) {
        super(reason, null, false, false);
        this.parameters = List.copyOf(parameters);
    }

    /** The parameters whose values alone are the reason, at least one. */
    public List<String> parameters() {
        return parameters;
    }
}
