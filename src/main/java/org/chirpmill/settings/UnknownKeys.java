package org.chirpmill.settings;

/** What becomes of keys in settings, and of parameters in their prior, that nobody knows. */
public enum UnknownKeys {
    /** Whoever writes a key means something by it, and would get something else. */
    REFUSED,
    /** Each is told of in a warning, and changes nothing. */
    IGNORED
}
