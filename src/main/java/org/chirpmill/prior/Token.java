package org.chirpmill.prior;

/**
 * A word of a prior string.
 *
 * @param kind what it is
 * @param text as written; of a string, what lies between its quotes
 * @param start index of its first character
 */
record Token(Kind kind, String text, int start) {
    enum Kind { NUMBER, STRING, NAME, SYMBOL, END }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** How to speak of it in an error. */
    String shown() {
        return switch (kind) {
            case END -> "the end";
            case STRING -> "the string '" + text + "'";
            default -> "'" + text + "'";
        };
    }
}
