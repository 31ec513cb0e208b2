package org.chirpmill.cli.words;

import java.io.PrintWriter;

/** Tells the user who stops a run how to go on; silent where the run ends by itself. */
final class InterruptHint implements AutoCloseable {
    private final Thread hook;

    /** From now on. */
    InterruptHint(PrintWriter err) {
        hook = new Thread(() -> {
            err.println();
            err.println("chirpmill: stopped before the end; the same command with --resume goes on from here.");
            err.flush();
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            // Then the hint is being given.
        }
    }
}
