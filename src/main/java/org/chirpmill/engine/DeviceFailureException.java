package org.chirpmill.engine;

import org.chirpmill.rows.Advice;
import org.chirpmill.rows.Advised;
import org.chirpmill.rows.Remedy;

/** A device that failed while it computed; the message says which and how. What was handed to the sink stays good. */
public class DeviceFailureException extends RuntimeException implements Advised {
    private static final long serialVersionUID = 1L;

    private final Advice advice;

    /** A failure described by one sentence, without its full stop. */
    public DeviceFailureException(String sentence) {
        this(new Advice(sentence), null);
    }

    private DeviceFailureException(Advice advice, Throwable cause) {
        super(advice.sentence(), cause);
        this.advice = advice;
    }

    /** The same problem with these remedies and this failure as its cause: a device does not know whom it works for. */
    public DeviceFailureException with(Remedy... remedies) {
        return new DeviceFailureException(new Advice(advice.problem(), remedies), this);
    }

    @Override
    public final Advice advice() {
        return advice;
    }
}
