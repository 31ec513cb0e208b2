package org.chirpmill.run;

/** What becomes of a dataset or of an unfinished run that is at the target already. */
public enum ExistingFile {
    /** It stays, and the run is refused. */
    KEPT,
    /** It is gone on with; what is complete stays as it is. */
    CONTINUED,
    /** It is thrown away; a dataset only when the new one is complete. */
    REPLACED
}
