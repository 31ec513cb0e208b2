package org.chirpmill.dataset;

import org.chirpmill.hdf5.UnusableFileException;
import org.chirpmill.rows.Advice;
import org.chirpmill.rows.Remedy;

/**
 * A file that cannot be used as asked, for a reason that its user can mend: it exists, it is no dataset, it was begun
 * with other settings. The message is one sentence that names the file.
 */
public final class DatasetException extends UnusableFileException {
    private static final long serialVersionUID = 1L;

    /** A refusal with its reason. */
    public DatasetException(String sentence) {
        super(sentence);
    }

    /** A refusal with its reason and the fault that showed it. */
    public DatasetException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** A refusal with its reason, without the full stop, and what can be done about it. */
    public DatasetException(String problem, Remedy... remedies) {
        super(new Advice(problem, remedies), null);
    }
}
