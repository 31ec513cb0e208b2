package org.chirpmill.feed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import org.chirpmill.engine.UnusableRowException;
import org.chirpmill.prior.UnsatisfiedConstraintsException;
import org.chirpmill.rows.RowSelection;

/**
 * One client: greets it, gives it memory, passes its questions on. When it goes, however it goes, its memory goes and
 * what it asked for is not made any more.
 */
final class ClientConnection {
    /** The share of the free shared memory that one client may have, if it may have so much. */
    private static final double MOST_OF_FREE = 0.5;

    private final SocketChannel channel;
    private final Served served;
    private final Turns.Waiting waiting;
    private final Path file;
    private final long mostBytes;
    private final Outbox outbox;
    /** Places whose question is not answered. */
    private final BitSet busy = new BitSet();

    /**
     * A client that has connected.
     *
     * @param served what it may ask for
     * @param waiting where its questions go
     * @param file for its memory, which does not exist
     * @param mostBytes of its memory
     */
    ClientConnection(SocketChannel channel, Served served, Turns.Waiting waiting, Path file, long mostBytes) {
        this.channel = channel;
        this.served = served;
        this.waiting = waiting;
        this.file = file;
        this.mostBytes = mostBytes;
        this.outbox = new Outbox(channel, "chirpmill-replies", this::close);
    }

    /** Serves it until one of both ends. */
    void serve() {
        try {
            RequestReader requests = new RequestReader(channel);
            Optional<Request> first = requests.next();
            if (first.isPresent()) {
                try (SharedSlots slots = slots(first.get())) {
                    outbox.add(Reply.welcome(served.welcome(slots)));
                    answer(requests, slots);
                }
            }
        } catch (ProtocolException misunderstood) {
            outbox.add(Reply.farewell(misunderstood.getMessage()));
        } catch (IOException | InterruptedException gone) {
            // Nobody is left to be told.
        } catch (RuntimeException | Error fault) {
            outbox.add(Reply.farewell("the server failed: " + fault + "."));
        } finally {
            outbox.close();
            close();
        }
    }

    /** Turns it away. */
    void refuse(String sentence) {
        outbox.add(Reply.farewell(sentence));
        outbox.close();
        close();
    }

    /** Ends the connection; {@link #serve} then returns. */
    void close() {
        try {
            channel.close();
        } catch (IOException gone) {
            // So it is closed.
        }
    }

    private SharedSlots slots(Request first) throws IOException {
        if (!(first instanceof Request.Hello hello)) {
            throw new ProtocolException("the first message must be a greeting.");
        }
        if (hello.version() != Protocol.VERSION) {
            throw new ProtocolException("the server speaks version " + Protocol.VERSION + " of the protocol, the "
                + "client " + hello.version() + ": take both from the same version of Chirpmill.");
        }
        requireWithin("slots", hello.slots(), 1, Protocol.MOST_SLOTS);
        requireWithin("rows for each", hello.rows(), 0, Protocol.MOST_ROWS_PER_SLOT);
        FileStore store = Files.getFileStore(file.getParent());
        SlotLayout layout = new SlotLayout(hello.slots(),
            served.shape(hello.rows() == 0 ? served.usualRows() : hello.rows()))
            .within(Math.min(mostBytes, (long) (MOST_OF_FREE * store.getUsableSpace())));
        if (layout.shape().capacity() < 1) {
            throw new ProtocolException(noRoom(layout));
        }
        try {
            return SharedSlots.create(file, layout);
        } catch (IOException full) {
            throw new ProtocolException(noRoom(layout));
        }
    }

    private static void requireWithin(String what, int value, int least, int most) throws ProtocolException {
        if (value < least || value > most) {
            throw new ProtocolException(
                "a client may have " + least + " to " + most + " " + what + ", not " + value + ".");
        }
    }

    private String noRoom(SlotLayout layout) {
        return "there is no room for the rows of " + layout.slots() + " slots in " + file.getParent()
            + ": ask for fewer, make room there, or have the server use another folder.";
    }

    private void answer(RequestReader requests, SharedSlots slots) throws IOException, InterruptedException {
        try {
            for (Optional<Request> next = requests.next(); next.isPresent(); next = requests.next()) {
                if (!(next.get() instanceof Request.Rows asked)) {
                    throw new ProtocolException("only the first message may be a greeting.");
                }
                outbox.reserve();
                answer(asked, slots);
            }
        } finally {
            // Before the memory goes: no worker is to take a piece of it any more.
            waiting.forget();
        }
    }

    private void answer(Request.Rows asked, SharedSlots slots) {
        try {
            RowSelection rows = asked.selection();
            requireAnswerable(asked, rows, slots.layout());
            waiting.add(new Question(asked, rows, slots, served.pieceRows(rows.count()), this::tell));
        } catch (IllegalArgumentException refused) {
            outbox.add(Reply.refused(asked, Reply.Fault.REQUEST, refused.getMessage() + "."));
        }
    }

    private void requireAnswerable(Request.Rows asked, RowSelection rows, SlotLayout layout) {
        int most = layout.shape().capacity();
        if (rows.count() < 1 || rows.count() > most) {
            throw new IllegalArgumentException("a slot takes 1 to " + most + " rows, not " + rows.count());
        }
        if (asked.slot() < 0 || asked.slot() >= layout.slots()) {
            throw new IllegalArgumentException("there is no slot " + asked.slot() + " among " + layout.slots());
        }
        synchronized (busy) {
            if (busy.get(asked.slot())) {
                throw new IllegalArgumentException("slot " + asked.slot() + " waits for rows already");
            }
            busy.set(asked.slot());
        }
    }

    /** Told by a worker. The place is the client's again before it hears of it. */
    private void tell(Question answered) {
        synchronized (busy) {
            busy.clear(answered.asked().slot());
        }
        outbox.add(answered.failure().map(reason -> refusal(answered.asked(), reason))
            .orElseGet(() -> Reply.done(answered.asked(), Tidings.of(answered))));
    }

    private ByteBuffer refusal(Request.Rows asked, Throwable reason) {
        return switch (reason) {
            case UnusableRowException unusable -> refusal(asked, unusable);
            case UnsatisfiedConstraintsException unusable -> refusal(asked, unusable);
            default -> Reply.refused(asked, Reply.Fault.SERVER, String.valueOf(reason.getMessage()));
        };
    }

    private ByteBuffer refusal(Request.Rows asked, RuntimeException unusable) {
        return Reply.refused(asked, Reply.Fault.SETTINGS, served.run().recipe().refusal(unusable).getMessage());
    }
}
