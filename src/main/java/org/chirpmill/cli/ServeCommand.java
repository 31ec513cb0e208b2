package org.chirpmill.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.chirpmill.cli.options.ByteCount;
import org.chirpmill.cli.options.ChoiceOptions;
import org.chirpmill.cli.options.PriorOption;
import org.chirpmill.cli.options.SettingsOption;
import org.chirpmill.cli.words.ConsoleListener;
import org.chirpmill.dataset.DatasetException;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.feed.FeedServer;
import org.chirpmill.run.Recipe;
import org.chirpmill.run.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes rows for other processes while they ask for them. */
@Command(
    name = "serve",
    description = "Make rows for other processes of this machine while they ask for them, without a file: those of the "
        + "same user, over a UNIX domain socket and shared memory. Row i is the same bytes as in the dataset of the "
        + "same settings and seed. The Python package chirpmill starts and ends this by itself (docs/feed.md).",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
        "",
        "The socket's name is printed on standard output when the server is ready. It ends with Ctrl-C or SIGTERM.",
        "",
        "Examples:",
        "  chirpmill serve my.yaml --seed 7",
        "  chirpmill serve my.yaml --folder /tmp      where /dev/shm is small, as in some containers",
    })
final class ServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOption settingsOption;

    @Mixin
    private PriorOption prior;

    @Mixin
    private ChoiceOptions choices;

    @Option(
        names = "--folder",
        paramLabel = "DIR",
        description = "Where socket and shared memory lie, in a folder of their own (default: /dev/shm where it "
            + "exists, else the system's folder of temporary files).")
    private Path folder;

    @Option(
        names = "--client-memory",
        paramLabel = "SIZE",
        converter = ByteCount.Reader.class,
        description = "The most shared memory of one client, " + ByteCount.FORMS + " (default: 4GiB); never more than "
            + "half of what is free.")
    private ByteCount clientMemory;

    @Option(
        names = "--until-eof",
        description = "End when standard input ends, as it does when the process dies that holds its other end.")
    private boolean untilEof;

    @Override
    public Integer call() throws IOException {
        Path parent = folder == null ? FeedServer.usualParent() : folder;
        if (!Files.isDirectory(parent)) {
            throw new DatasetException("--folder is " + folder + ", which is no folder: create it first.");
        }
        try {
            serve(parent);
        } catch (InterruptedException inputEnded) {
            // As was asked for.
        }
        return 0;
    }

    private void serve(Path parent) throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        ConsoleListener listener = new ConsoleListener(err);
        Recipe recipe = prior.recipe(settingsOption.file(), settingsOption.unknownKeys());
        Run run = Run.of(recipe, choices.choices());
        if (untilEof) {
            interruptAtEndOf(System.in, Thread.currentThread());
        }
        run.notices().forEach(listener::notice);
        // Says so at once where batches of the size asked for do not fit this machine.
        choices.schedule(run.keptTask(), Long.MAX_VALUE);
        long clientBytes = clientMemory == null ? FeedServer.USUAL_CLIENT_BYTES : clientMemory.bytes();
        try (FeedServer server = FeedServer.start(run.trained(listener), parent, clientBytes)) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::deleteFiles, "deletes shared memory"));
            WaveformTask task = run.keptTask();
            err.printf("chirpmill: serving %s rows of %,d numbers, seed %d, on %s.%n", task.model().approximant(),
                task.columns(), run.choices().seedOf(recipe.settings()), task.backend().way(task.model()));
            err.flush();
            PrintWriter out = spec.commandLine().getOut();
            out.println(server.socket().toString());
            out.flush();
            Thread.currentThread().join();
        }
    }

    private static void interruptAtEndOf(InputStream in, Thread waiting) {
        Thread.ofPlatform().name("chirpmill-input").daemon().start(() -> {
            try {
                in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException closed) {
                // It has ended too.
            }
            waiting.interrupt();
        });
    }
}
