package org.chirpmill.dataset;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Decides when to synchronize, and runs it beside the writing, one at a time: the disk works while the next batches
 * are computed. A failure is thrown by the next call.
 */
final class Checkpoints {
    private final WriterEnvironment environment;
    private FutureTask<Void> running;
    private long lastNanos = System.nanoTime();
    private long waitingBytes;

    Checkpoints(WriterEnvironment environment) {
        this.environment = environment;
    }

    /** Counts bytes written, and says whether it is time for a checkpoint and none is running. */
    boolean dueAfter(long bytes) throws IOException {
        waitingBytes += bytes;
        if (running != null && !running.isDone()) {
            return false;
        }
        await();
        return waitingBytes >= environment.checkpointBytes()
            || System.nanoTime() - lastNanos >= environment.checkpointNanos();
    }

    /** Starts a checkpoint; the one before must be over. */
    void start(Callable<Void> checkpoint) throws IOException {
        waitingBytes = 0;
        running = new FutureTask<>(checkpoint);
        if (environment.background()) {
            Thread.ofPlatform().daemon().name("chirpmill-checkpoint").start(running);
        } else {
            running.run();
        }
    }

    /** Waits until no checkpoint is running. */
    void await() throws IOException {
        if (running == null) {
            return;
        }
        FutureTask<Void> awaited = running;
        running = null;
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    awaited.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException | CancellationException e) {
                    throw asIoException(e.getCause());
                }
            }
        } finally {
            lastNanos = System.nanoTime();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static IOException asIoException(Throwable cause) {
        return switch (cause) {
            case IOException e -> e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case null, default -> new IOException(cause);
        };
    }
}
