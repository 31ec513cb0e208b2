package org.chirpmill.feed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;

/** Reads a client's messages. One thread. */
final class RequestReader {
    private static final int HELLO_BYTES = Long.BYTES + 3 * Integer.BYTES;
    private static final int RANGE_BYTES = 2 * Long.BYTES + 2 * Integer.BYTES;
    private static final int LIST_HEAD_BYTES = Long.BYTES + Integer.BYTES;
    private static final int USUAL_BYTES = 4096;

    private final ReadableByteChannel channel;
    private final ByteBuffer length = buffer(Integer.BYTES);
    private ByteBuffer message = buffer(USUAL_BYTES);

    RequestReader(ReadableByteChannel channel) {
        this.channel = channel;
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The next message, as soon as all of it is there; empty where the client has gone.
     *
     * @throws ProtocolException where it is none
     */
    Optional<Request> next() throws IOException {
        if (!isFilled(length.clear())) {
            return Optional.empty();
        }
        int bytes = length.getInt();
        if (bytes < 1 || bytes > Protocol.LONGEST_REQUEST) {
            throw new ProtocolException("a message of " + Integer.toUnsignedString(bytes)
                + " bytes is not taken: it must have 1 to " + Protocol.LONGEST_REQUEST + ".");
        }
        if (bytes > message.capacity()) {
            message = buffer(bytes);
        }
        return isFilled(message.clear().limit(bytes)) ? Optional.of(request()) : Optional.empty();
    }

    private boolean isFilled(ByteBuffer wanted) throws IOException {
        while (wanted.hasRemaining()) {
            if (channel.read(wanted) < 0) {
                return false;
            }
        }
        wanted.flip();
        return true;
    }

    private Request request() throws ProtocolException {
        byte kind = message.get();
        return switch (kind) {
            case Protocol.HELLO -> hello();
            case Protocol.RANGE -> {
                requireBytes("a range of rows", RANGE_BYTES);
                yield new Request.Range(message.getLong(), message.getInt(), message.getLong(), message.getInt());
            }
            case Protocol.LIST -> list();
            default -> throw new ProtocolException("there is no message of kind " + kind + ".");
        };
    }

    private Request hello() throws ProtocolException {
        requireBytes("a greeting", HELLO_BYTES);
        if (message.getLong() != Protocol.MAGIC) {
            throw new ProtocolException("this is no greeting of a client of Chirpmill.");
        }
        return new Request.Hello(message.getInt(), message.getInt(), message.getInt());
    }

    private Request list() throws ProtocolException {
        int bytes = message.remaining() - LIST_HEAD_BYTES;
        if (bytes < 0 || bytes % Long.BYTES != 0) {
            throw new ProtocolException("a list of rows of " + message.remaining() + " bytes does not end with a row.");
        }
        long id = message.getLong();
        int slot = message.getInt();
        long[] rows = new long[bytes / Long.BYTES];
        message.asLongBuffer().get(rows);
        return new Request.Listed(id, slot, rows);
    }

    private void requireBytes(String what, int bytes) throws ProtocolException {
        if (message.remaining() != bytes) {
            throw new ProtocolException(
                what + " has " + bytes + " bytes behind its kind, not " + message.remaining() + ".");
        }
    }
}
