package org.chirpmill.settings;

/**
 * Settings that cannot be used. The message is one sentence for the user: the key, its value, what is allowed, and the
 * file and line where they are known.
 */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A refusal with the given sentence. */
    public SettingsException(String sentence) {
        super(sentence);
    }
}
