package org.chirpmill.engine.cuda;

import org.chirpmill.engine.DeviceFailureException;

/** A device without as much free memory as was asked for; smaller batches may do. */
public final class OutOfDeviceMemoryException extends DeviceFailureException {
    private static final long serialVersionUID = 1L;

    OutOfDeviceMemoryException(String sentence) {
        super(sentence);
    }
}
