package org.chirpmill.cli;

import java.io.PrintWriter;
import org.chirpmill.engine.EvaluatorLookup;
import org.chirpmill.engine.EvaluatorProvider;
import picocli.CommandLine.Option;

/** Who evaluates. */
final class BackendOption {
    private static final String AUTOMATIC = "auto";

    @Option(
        names = "--backend",
        paramLabel = "NAME",
        defaultValue = AUTOMATIC,
        description = "Who evaluates: auto, cuda, tornado, vector or scalar (default: auto, the first of these that "
            + "runs here; a named one is never replaced by another). See 'chirpmill devices'.")
    private String name;

    /** The backend asked for; with {@code verbose} it says why better ones were passed over. */
    EvaluatorProvider provider(boolean verbose, PrintWriter err) {
        return name.equals(AUTOMATIC)
            ? EvaluatorLookup.automatic(reason -> {
                if (verbose) {
                    err.println("chirpmill: " + reason);
                }
            })
            : EvaluatorLookup.forced(name);
    }
}
