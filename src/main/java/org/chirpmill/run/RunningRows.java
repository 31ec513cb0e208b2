package org.chirpmill.run;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Rows in the making. Closing stops what is not done yet, and returns when nothing of it goes on any more. */
public final class RunningRows implements AutoCloseable {
    private final FutureTask<Void> work;
    private final Thread thread;

    private RunningRows(Callable<Void> work) {
        this.work = new FutureTask<>(work);
        this.thread = Thread.ofPlatform().name("chirpmill-run").daemon().unstarted(this.work);
    }

    static RunningRows start(Callable<Void> work) {
        RunningRows rows = new RunningRows(work);
        rows.thread.start();
        return rows;
    }

    /** Whether all rows are there, or the run has ended otherwise. */
    public boolean isDone() {
        return work.isDone();
    }

    /**
     * Waits for the last row.
     *
     * @throws IOException as the sink threw it
     * @throws org.chirpmill.settings.SettingsException where some row cannot be made from the settings
     * @throws InterruptedException where the calling thread is interrupted, which stops the run too, or where the run
     *     was closed meanwhile
     */
    public void await() throws IOException, InterruptedException {
        try {
            work.get();
        } catch (InterruptedException stopped) {
            close();
            throw stopped;
        } catch (ExecutionException ended) {
            switch (ended.getCause()) {
                case IOException ofSink -> throw ofSink;
                case InterruptedException closed -> throw closed;
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                case Throwable other -> throw new IllegalStateException(other);
            }
        }
    }

    @Override
    public void close() {
        boolean interrupted = false;
        thread.interrupt();
        // A sink that closes its own run is on that thread, which ends as soon as the sink returns.
        while (thread.isAlive() && thread != Thread.currentThread()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
