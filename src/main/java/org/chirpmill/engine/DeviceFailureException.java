package org.chirpmill.engine;

/** A device that failed while it computed; the message says which and how. What was handed to the sink stays good. */
public class DeviceFailureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure described by one sentence. */
    public DeviceFailureException(String sentence) {
        super(sentence);
    }

    /** The same with what led to it. */
    public DeviceFailureException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
