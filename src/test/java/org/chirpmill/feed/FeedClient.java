package org.chirpmill.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/** Another client, written from docs/feed.md alone: nothing of the server's own code is in it. */
final class FeedClient implements AutoCloseable {
    static final int WELCOME = 65;
    static final int DONE = 66;
    static final int REFUSED = 67;
    static final int FAREWELL = 68;

    private final SocketChannel channel;
    private Map<String, Object> set;
    private ByteBuffer memory;

    /** What the server said: the kind and what follows. */
    record Message(int kind, ByteBuffer body) {
        /** Of an answer: which question it is for. */
        long question() {
            return body.getLong(0);
        }

        /** Of a refusal of a question, and of a farewell. */
        String sentence() {
            int begin = kind == REFUSED ? 13 : 0;
            return UTF_8.decode(body.duplicate().position(begin)).toString();
        }

        /** What is told of rows, empty for nothing. */
        String told() {
            return UTF_8.decode(body.duplicate().position(12)).toString();
        }
    }

    FeedClient(Path socket) throws IOException {
        channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(socket));
    }

    /** A client that has its memory. */
    static FeedClient welcomed(Path socket, int slots, int rows) throws IOException {
        FeedClient client = new FeedClient(socket);
        client.send(hello(1, slots, rows));
        client.takeMemory(client.next());
        return client;
    }

    static ByteBuffer hello(int version, int slots, int rows) {
        return begun(21).put((byte) 1).put("CHIRPMLL".getBytes(UTF_8)).putInt(version).putInt(slots).putInt(rows)
            .flip();
    }

    static ByteBuffer range(long question, int slot, long first, int count) {
        return begun(25).put((byte) 2).putLong(question).putInt(slot).putLong(first).putInt(count).flip();
    }

    static ByteBuffer list(long question, int slot, long... rows) {
        ByteBuffer message = begun(13 + 8 * rows.length).put((byte) 3).putLong(question).putInt(slot);
        for (long row : rows) {
            message.putLong(row);
        }
        return message.flip();
    }

    private static ByteBuffer begun(int bytes) {
        return ByteBuffer.allocate(4 + bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes);
    }

    void send(ByteBuffer message) throws IOException {
        while (message.hasRemaining()) {
            channel.write(message);
        }
    }

    /** Nothing more will be sent. */
    void endSending() throws IOException {
        channel.shutdownOutput();
    }

    Message next() throws IOException {
        int bytes = read(4).getInt();
        ByteBuffer message = read(bytes);
        int kind = message.get();
        return new Message(kind, message.slice().order(ByteOrder.LITTLE_ENDIAN));
    }

    private ByteBuffer read(int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException();
            }
        }
        return buffer.flip();
    }

    private void takeMemory(Message welcome) throws IOException {
        if (welcome.kind() != WELCOME) {
            throw new IOException(welcome.sentence());
        }
        set = JSON.std.mapFrom(UTF_8.decode(welcome.body()).toString());
        try (FileChannel file = FileChannel.open(Path.of((String) set.get("memory")))) {
            memory = file.map(FileChannel.MapMode.READ_ONLY, 0, number("slots") * number("slot_bytes"))
                .order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    Map<String, Object> set() {
        return set;
    }

    long number(String name) {
        return ((Number) set.get(name)).longValue();
    }

    /** A row of a slot: its parameters. */
    byte[] parameters(int slot, int row) {
        return bytes(slot, 0, row, 8 * ((List<?>) set.get("parameters")).size());
    }

    byte[] plus(int slot, int row) {
        return polarization("h_plus_offset", slot, row);
    }

    byte[] cross(int slot, int row) {
        return polarization("h_cross_offset", slot, row);
    }

    private byte[] polarization(String offset, int slot, int row) {
        int complex = set.get("precision").equals("single") ? 8 : 16;
        return bytes(slot, number(offset), row, complex * (int) number("columns"));
    }

    private byte[] bytes(int slot, long offset, int row, int length) {
        byte[] bytes = new byte[length];
        memory.get(Math.toIntExact(slot * number("slot_bytes") + offset + (long) row * length), bytes);
        return bytes;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
