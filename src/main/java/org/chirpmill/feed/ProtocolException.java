package org.chirpmill.feed;

import java.io.IOException;

/** What a client said is no message of the protocol: after that nothing of it can be understood. */
final class ProtocolException extends IOException {
    private static final long serialVersionUID = 1L;

    /** A sentence for the client. */
    ProtocolException(String sentence) {
        super(sentence);
    }
}
