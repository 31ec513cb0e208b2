package org.chirpmill.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chirpmill.benchmark.BackendRate;
import org.chirpmill.engine.DeviceFailureException;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.run.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what can evaluate waveforms on this machine, and why the rest cannot. */
@Command(
    name = "devices",
    description = "List what can evaluate waveforms here, how fast, and why the rest cannot.",
    mixinStandardHelpOptions = true)
final class DevicesCommand implements Callable<Integer> {
    /** Under the backends' descriptions. */
    private static final String INDENT = " ".repeat(15);

    @Spec
    private CommandSpec spec;

    @Option(names = "--no-rate", description = "List only, without measuring how fast each is.")
    private boolean noRate;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        out.println("machine   " + Machine.description());
        if (!noRate) {
            spec.commandLine().getErr().println("chirpmill: measuring " + BackendRate.unit()
                + " with each for some seconds; --no-rate lists at once.");
        }
        EvaluatorProvider chosen = EvaluatorLookup.automatic(reason -> { });
        for (EvaluatorProvider provider : EvaluatorLookup.all()) {
            Optional<String> obstacle = provider.obstacle();
            if (obstacle.isPresent()) {
                out.printf("%-9s no   %s%n", provider.name(), obstacle.get());
            } else {
                list(provider, provider.name().equals(chosen.name()) ? "  <- auto takes this" : "", out);
            }
            out.flush();
        }
        return 0;
    }

    private void list(EvaluatorProvider provider, String end, PrintWriter out)
            throws IOException, InterruptedException {
        List<String> devices = provider.devices();
        out.printf("%-9s yes  %s%s%s%n", provider.name(), provider.description(),
            devices.isEmpty() ? rate(provider) : "", end);
        for (String device : devices) {
            out.flush();
            String name = device.substring(0, device.indexOf(' '));
            out.println(INDENT + device + rate(provider.on(List.of(name))));
        }
    }

    private String rate(EvaluatorProvider provider) throws IOException, InterruptedException {
        if (noRate) {
            return "";
        }
        try {
            return ", %,.0f waveforms/s".formatted(BackendRate.of(provider));
        } catch (UnsupportedOperationException | DeviceFailureException failed) {
            return ", but " + failed.getMessage();
        }
    }
}
