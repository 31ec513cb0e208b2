package org.chirpmill.dataset;

import java.io.IOException;
import org.chirpmill.rows.Advice;
import org.chirpmill.rows.Advised;

/** A dataset that could not be written, for a reason that lies in the machine; what is recorded of it stays good. */
public final class WriteFailureException extends IOException implements Advised {
    private static final long serialVersionUID = 1L;

    private final Advice advice;

    WriteFailureException(Advice advice, IOException cause) {
        super(advice.sentence(), cause);
        this.advice = advice;
    }

    @Override
    public Advice advice() {
        return advice;
    }
}
