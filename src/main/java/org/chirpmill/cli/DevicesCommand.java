package org.chirpmill.cli;

import java.io.PrintWriter;
import java.util.Optional;
import org.chirpmill.engine.EvaluatorLookup;
import org.chirpmill.engine.EvaluatorProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists what can evaluate waveforms on this machine, and why the rest cannot. */
@Command(
    name = "devices",
    description = "List what can evaluate waveforms here, and why the rest cannot.",
    mixinStandardHelpOptions = true)
final class DevicesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        out.println("machine   " + Machine.description());
        EvaluatorProvider chosen = EvaluatorLookup.automatic(reason -> { });
        for (EvaluatorProvider provider : EvaluatorLookup.all()) {
            Optional<String> obstacle = provider.obstacle();
            String state = obstacle.orElseGet(
                () -> provider.description() + (provider.name().equals(chosen.name()) ? "  <- auto takes this" : ""));
            out.printf("%-9s %-4s %s%n", provider.name(), obstacle.isEmpty() ? "yes" : "no", state);
            if (obstacle.isEmpty()) {
                provider.devices().forEach(device -> out.printf("%-14s device %s%n", "", device));
            }
        }
        out.flush();
    }
}
