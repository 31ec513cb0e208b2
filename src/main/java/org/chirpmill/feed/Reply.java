package org.chirpmill.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Messages to a client, ready to be sent. */
final class Reply {
    /** Whose fault a refusal is: the client's, or the settings', of which some row cannot be made, or ours. */
    enum Fault {
        REQUEST, SETTINGS, SERVER
    }

    private static final int LONGEST_SENTENCE = 4000;

    private Reply() {}

    /** What is served and where the client's memory lies, in JSON. */
    static ByteBuffer welcome(String json) {
        byte[] text = json.getBytes(UTF_8);
        return begun(Protocol.WELCOME, text.length).put(text).flip();
    }

    /**
     * All rows of a question are in its place, which is the client's again.
     *
     * @param told what there is to tell of them in JSON, empty for nothing
     */
    static ByteBuffer done(Request.Rows question, String told) {
        byte[] text = told.getBytes(UTF_8);
        return begun(Protocol.DONE, Long.BYTES + Integer.BYTES + text.length)
            .putLong(question.id()).putInt(question.slot()).put(text).flip();
    }

    /** A question has no answer, and its place holds nothing of use. */
    static ByteBuffer refused(Request.Rows question, Fault fault, String sentence) {
        byte[] text = shortened(sentence).getBytes(UTF_8);
        return begun(Protocol.REFUSED, Long.BYTES + Integer.BYTES + 1 + text.length)
            .putLong(question.id()).putInt(question.slot()).put((byte) fault.ordinal()).put(text).flip();
    }

    /** The last message: the server closes the connection for this reason. */
    static ByteBuffer farewell(String sentence) {
        byte[] text = shortened(sentence).getBytes(UTF_8);
        return begun(Protocol.FAREWELL, text.length).put(text).flip();
    }

    private static String shortened(String sentence) {
        return sentence.length() <= LONGEST_SENTENCE ? sentence : sentence.substring(0, LONGEST_SENTENCE) + " ...";
    }

    private static ByteBuffer begun(byte kind, int bytes) {
        return ByteBuffer.allocate(Integer.BYTES + 1 + bytes).order(ByteOrder.LITTLE_ENDIAN)
            .putInt(1 + bytes).put(kind);
    }
}
