package org.chirpmill.feed;

/**
 * What both sides have agreed on, as docs/feed.md says it: little-endian, each message its length as 32 bits, a byte
 * that says its kind, and what belongs to the kind. Sizes are bounded before anything is allocated for them.
 */
final class Protocol {
    /** Raised where a client of before would misunderstand. */
    static final int VERSION = 1;
    /** The first eight bytes of a client's first message, "CHIRPMLL": whoever says something else is no client. */
    static final long MAGIC = 0x4c4c4d5052494843L;

    /** Kinds of messages from a client. */
    static final byte HELLO = 1;
    static final byte RANGE = 2;
    static final byte LIST = 3;
    /** Kinds of messages to a client. */
    static final byte WELCOME = 65;
    static final byte DONE = 66;
    static final byte REFUSED = 67;
    static final byte FAREWELL = 68;

    static final int MOST_SLOTS = 64;
    static final int MOST_ROWS_PER_SLOT = 1 << 16;
    /** Bytes after the length: a list of as many rows as a slot can have. */
    static final int LONGEST_REQUEST = 1 + Long.BYTES + Integer.BYTES + MOST_ROWS_PER_SLOT * Long.BYTES;

    private Protocol() {}
}
