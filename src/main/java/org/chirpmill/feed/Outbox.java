package org.chirpmill.feed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * Replies on their way to one client, sent by a thread of their own: no worker waits for a client that does not read.
 * Questions of such a client are not read either, since each of them {@link #reserve reserves} the room of its reply.
 */
final class Outbox {
    private static final int ROOM = 2 * Protocol.MOST_SLOTS;
    private static final ByteBuffer END = ByteBuffer.allocate(0);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final WritableByteChannel channel;
    private final BlockingQueue<ByteBuffer> waiting = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(ROOM);
    private final Thread sender;

    /**
     * Begins to send.
     *
     * @param name of the thread
     * @param whenBroken called where nothing can be sent any more
     */
    Outbox(WritableByteChannel channel, String name, Runnable whenBroken) {
        this.channel = channel;
        this.sender = Thread.ofPlatform().name(name).daemon().start(() -> send(whenBroken));
    }

    private void send(Runnable whenBroken) {
        try {
            for (ByteBuffer next = waiting.take(); next != END; next = waiting.take()) {
                while (next.hasRemaining()) {
                    channel.write(next);
                }
                room.release();
            }
        } catch (IOException | InterruptedException gone) {
            whenBroken.run();
            // Who waits for room finds the channel closed.
            room.release(ROOM);
        }
    }

    /** Waits until there is room for one more reply. */
    void reserve() throws InterruptedException {
        room.acquire();
    }

    /** Sends when its turn comes; never waits. */
    void add(ByteBuffer reply) {
        waiting.add(reply);
    }

    /** Gives what waits a while to be sent, and ends the thread. */
    void close() {
        waiting.add(END);
        try {
            if (!sender.join(PATIENCE)) {
                sender.interrupt();
            }
        } catch (InterruptedException hurried) {
            sender.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
