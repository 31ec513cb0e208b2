package org.chirpmill.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.run.Choices;
import org.chirpmill.run.Recipe;
import org.chirpmill.run.Run;

/** Servers to test with. */
final class Feeds {
    /** Small and quick. The place is chi_1's: a range that leaves the Kerr bound has draws rejected. */
    private static final String SETTINGS = """
        domain: {type: UniformFrequencyDomain, f_min: 16.0, f_max: 64.0, delta_f: 0.5}
        waveform_generator: {approximant: IMRPhenomD, f_ref: 16.0}
        intrinsic_prior:
          mass_1: Uniform(minimum=12.0, maximum=75.0)
          mass_2: Uniform(minimum=12.0, maximum=75.0)
          chi_1: %s
          chi_2: 0.1
          theta_jn: Sine()
          phase: 0.3
          luminosity_distance: 500
        num_samples: 40
        """;

    /** Two draws of seven are rejected. */
    static final String REJECTING = "Uniform(minimum=0.5, maximum=1.2)";

    private static final long CLIENT_BYTES = 4L << 20;

    private Feeds() {}

    static Path settings(Path folder, String chi) throws IOException {
        return Files.writeString(folder.resolve("s.yaml"), SETTINGS.formatted(chi));
    }

    static Run run(Path folder, String chi, long seed) throws IOException {
        return Run.of(Recipe.read(settings(folder, chi)),
            Choices.on(EvaluatorLookup.forced("scalar")).withSeed(seed));
    }

    static FeedServer start(Run run, Path folder) throws IOException {
        return FeedServer.start(run, folder, CLIENT_BYTES);
    }

    /** Folders of servers, and the memory in them. */
    static List<Path> folders(Path parent) throws IOException {
        return matching(parent, "chirpmill-serve");
    }

    static List<Path> memories(FeedServer server) throws IOException {
        return matching(server.socket().getParent(), "memory-");
    }

    private static List<Path> matching(Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix)).toList();
        }
    }

    /** What has to come about soon. */
    interface Condition {
        boolean holds() throws IOException;
    }

    static void await(String what, Condition condition) throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - began > 10_000_000_000L) {
                throw new AssertionError("for 10 s it has not come about that " + what);
            }
            Thread.sleep(2);
        }
    }
}
