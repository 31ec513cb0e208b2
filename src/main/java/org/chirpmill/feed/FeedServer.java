package org.chirpmill.feed;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.chirpmill.engine.StandingWorkers;
import org.chirpmill.run.Run;

/**
 * Makes rows of one set for other processes of this machine and user, as they ask for them. All share the workers
 * fairly; row i is the same bytes whoever asks and whatever else is asked for.
 */
public final class FeedServer implements AutoCloseable {
    /** Each takes two threads and a file. */
    private static final int MOST_CLIENTS = 256;

    /** The most memory of a client, where nobody says: enough for large batches, not enough to fill a machine. */
    public static final long USUAL_CLIENT_BYTES = 4L << 30;

    private final FeedFolder folder;
    private final Served served;
    private final long clientBytes;
    private final Turns turns = new Turns();
    private final StandingWorkers workers;
    private final Set<ClientConnection> clients = ConcurrentHashMap.newKeySet();
    private final Thread accepting;
    private long connections;
    private volatile boolean isClosed;

    private FeedServer(FeedFolder folder, Served served, long clientBytes) {
        this.folder = folder;
        this.clientBytes = clientBytes;
        this.served = served;
        this.workers = served.run().stand(served.schedule(), turns);
        this.accepting = Thread.ofPlatform().name("chirpmill-feed").daemon().start(this::accept);
    }

    /**
     * Begins to serve and returns.
     *
     * @param run whose rows, with its basis ({@link Run#trained})
     * @param parent where the folder for socket and shared memory is made: {@link #usualParent}, or one with more room
     * @param clientBytes the most shared memory of one client; never more than half of what is free
     * @throws IOException where it cannot be made
     */
    public static FeedServer start(Run run, Path parent, long clientBytes) throws IOException {
        FeedFolder folder = FeedFolder.create(parent);
        try {
            return new FeedServer(folder, new Served(run, folder.path()), clientBytes);
        } catch (IOException | RuntimeException | Error failure) {
            folder.close();
            throw failure;
        }
    }

    /** Where shared memory is usually had: Linux's /dev/shm, elsewhere the folder of temporary files. */
    public static Path usualParent() {
        return FeedFolder.usualParent();
    }

    /** The UNIX domain socket that clients connect to. */
    public Path socket() {
        return folder.socket();
    }

    private void accept() {
        try {
            while (true) {
                // Its threads close it.
                SocketChannel channel = folder.listener().accept();
                ClientConnection client = new ClientConnection(channel, served, turns.new Waiting(),
                    folder.path().resolve("memory-" + connections++), clientBytes);
                Thread.ofPlatform().name("chirpmill-client").daemon().start(() -> serve(client));
            }
        } catch (IOException closed) {
            // Nobody is heard any more.
        }
    }

    private void serve(ClientConnection client) {
        // Known before it is asked whether the server closes: one of both sees the other.
        clients.add(client);
        try {
            if (isClosed) {
                client.close();
            } else if (clients.size() > MOST_CLIENTS) {
                client.refuse("there are " + MOST_CLIENTS + " clients already.");
            } else {
                client.serve();
            }
        } finally {
            clients.remove(client);
        }
    }

    /**
     * Deletes what stands in file systems and nothing else: for the end of the process, when workers are in the midst
     * of rows.
     */
    public void deleteFiles() {
        folder.close();
    }

    /** Ends: clients see their connection close, workers end, and nothing is left in any file system. */
    @Override
    public void close() {
        isClosed = true;
        folder.close();
        clients.forEach(ClientConnection::close);
        workers.close();
    }
}
