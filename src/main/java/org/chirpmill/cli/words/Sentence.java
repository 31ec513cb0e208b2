package org.chirpmill.cli.words;

/** Where sentences end. */
public final class Sentence {
    /** What is said takes a few screens at most, however long the words are that it repeats. */
    private static final int LONGEST = 4000;

    private Sentence() {}

    /** The sentence, without its middle where it is long. */
    public static String fitted(String message) {
        return message.length() <= LONGEST ? message
            : message.substring(0, LONGEST / 2) + " ... " + message.substring(message.length() - LONGEST / 2);
    }

    /** A sentence to go on with. */
    public static String withoutFullStop(String message) {
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    /** A sentence that ends here. */
    public static String withFullStop(String message) {
        return message.endsWith(".") || message.endsWith("?") ? message : message + ".";
    }
}
