package org.chirpmill.prior;

/**
 * A prior that cannot be understood. The message is one sentence without its full stop that names the key, the value,
 * what is wrong, where, and what is allowed; the caller, who knows file and line, adds them.
 */
public final class PriorSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_QUOTE = 160;

    private final String key;

    private PriorSyntaxException(String key, String message) {
        super(message);
        this.key = key;
    }

    /** The key whose prior is wrong. */
    public String key() {
        return key;
    }

    /** A problem of the whole value. */
    static PriorSyntaxException of(String key, Object value, String problem) {
        String text = String.valueOf(value);
        String quoted = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "..." : text;
        String shown = value instanceof String ? "'" + quoted + "'" : quoted;
        return new PriorSyntaxException(key, key + " = " + shown + ": " + problem);
    }

    /** A problem at the character with the given index from 0. */
    static PriorSyntaxException at(String key, String text, int index, String problem, String allowed) {
        return of(key, text, problem + " at character " + (index + 1) + (allowed.isEmpty() ? "" : ", " + allowed));
    }
}
