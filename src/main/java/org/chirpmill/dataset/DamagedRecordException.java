package org.chirpmill.dataset;

import java.io.IOException;

/** A journal's record that is whole and says what no run wrote; the message is a clause that tells what. */
final class DamagedRecordException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedRecordException(String clause) {
        super(clause);
    }
}
