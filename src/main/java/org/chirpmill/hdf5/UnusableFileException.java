package org.chirpmill.hdf5;

import java.io.IOException;

/** A file that cannot be used as asked, for a reason that its user can mend; one sentence that names the file. */
public class UnusableFileException extends IOException {
    private static final long serialVersionUID = 1L;

    /** A refusal with its reason. */
    public UnusableFileException(String sentence) {
        super(sentence);
    }

    /** A refusal with its reason and the fault that showed it. */
    public UnusableFileException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
