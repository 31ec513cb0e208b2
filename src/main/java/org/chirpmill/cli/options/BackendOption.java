package org.chirpmill.cli.options;

import java.util.List;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Who evaluates. */
public final class BackendOption {
    private static final String AUTOMATIC = "auto";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
        names = "--backend",
        paramLabel = "NAME",
        defaultValue = AUTOMATIC,
        description = "Who evaluates: auto, cuda, tornado, vector or scalar (default: auto, the first of these that "
            + "runs here; a named one is never replaced by another). See 'chirpmill devices'.")
    private String name;

    @Option(
        names = {"--devices", "--device"},
        paramLabel = "LIST",
        split = ",",
        description = "Which devices of the backend share the work, such as 0,1 (default: the backend's choice).")
    private List<String> devices = List.of();

    @Option(
        names = "--device-memory",
        paramLabel = "SIZE",
        converter = ByteCount.Reader.class,
        description = "What batches may take of each device's memory, such as 8GiB; decides how large they are "
            + "(default: half of what is free).")
    private ByteCount deviceMemory;

    /** The backend asked for; with {@code --verbose} it says why better ones were passed over. */
    public EvaluatorProvider provider() {
        EvaluatorProvider provider = name.equals(AUTOMATIC)
            ? EvaluatorLookup.automatic(reason -> {
                if (isVerbose()) {
                    spec.commandLine().getErr().println("chirpmill: " + reason);
                }
            })
            : EvaluatorLookup.forced(name);
        EvaluatorProvider chosen = devices.isEmpty() ? provider : provider.on(devices);
        return deviceMemory == null ? chosen : chosen.within(deviceMemory.bytes());
    }

    /** The command line's own option, which all commands inherit. */
    private boolean isVerbose() {
        return Boolean.TRUE.equals(spec.commandLine().getCommandSpec().root().findOption("--verbose").getValue());
    }
}
