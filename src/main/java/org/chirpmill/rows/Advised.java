package org.chirpmill.rows;

/** An exception that knows what can be done about it; its message is the advice's sentence. */
public interface Advised {
    /** The problem and its remedies; the message alone where there are none. */
    Advice advice();
}
