package org.chirpmill.prior;

/**
 * A word of a prior string.
 *
 * @param kind what it is
 * @param text as written; of a string, what lies between its quotes
 * @param start index of its first character
 */
record Token(Kind kind, String text, int start) {
    private static final int LONGEST_SHOWN = 60;

    enum Kind { NUMBER, STRING, NAME, SYMBOL, END }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** How to speak of it in an error. */
    String shown() {
        return switch (kind) {
            case END -> "the end";
            case STRING -> "the string " + quoted(text);
            default -> quoted(text);
        };
    }

    /** A word of the user's in an error: its beginning, where it is long. */
    static String quoted(String word) {
        return "'" + (word.length() > LONGEST_SHOWN ? word.substring(0, LONGEST_SHOWN) + "..." : word) + "'";
    }
}
