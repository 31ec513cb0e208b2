package org.chirpmill.cli.words;

/** Where sentences end. */
public final class Sentence {
    private Sentence() {}

    /** A sentence to go on with. */
    public static String withoutFullStop(String message) {
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    /** A sentence that ends here. */
    public static String withFullStop(String message) {
        return message.endsWith(".") || message.endsWith("?") ? message : message + ".";
    }
}
