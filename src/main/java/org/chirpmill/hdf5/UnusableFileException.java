package org.chirpmill.hdf5;

import java.io.IOException;
import org.chirpmill.rows.Advice;
import org.chirpmill.rows.Advised;

/** A file that cannot be used as asked, for a reason that its user can mend; one sentence that names the file. */
public class UnusableFileException extends IOException implements Advised {
    private static final long serialVersionUID = 1L;

    private final Advice advice;

    /** A refusal with its reason. */
    public UnusableFileException(String sentence) {
        this(new Advice(sentence), null);
    }

    /** A refusal with its reason and the fault that showed it. */
    public UnusableFileException(String sentence, Throwable cause) {
        this(new Advice(sentence), cause);
    }

    /** A refusal with what can be done about it, and the fault that showed it or null. */
    protected UnusableFileException(Advice advice, Throwable cause) {
        super(advice.sentence(), cause);
        this.advice = advice;
    }

    @Override
    public final Advice advice() {
        return advice;
    }
}
