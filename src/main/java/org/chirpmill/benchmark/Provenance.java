package org.chirpmill.benchmark;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chirpmill.run.Machine;
import org.chirpmill.run.Version;

/**
 * When, by which code and on whose words something was measured, and how busy the machine was with other work: the head
 * of every result.
 *
 * @param date when it began
 * @param commit of the sources, where git knows it
 * @param load processes that ran or wanted to on average in the minute before; negative where the system does not tell
 * @param words of the command line
 */
public record Provenance(Instant date, Optional<String> commit, double load, List<String> words) {
    /** Now, and before the measurement begins. */
    public static Provenance now(List<String> words) throws InterruptedException {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return new Provenance(Instant.now().truncatedTo(ChronoUnit.SECONDS), Installation.commit(), load, words);
    }

    /** In one line. */
    public String sentence() {
        return Machine.description() + (load < 0 ? "" : String.format(Locale.ROOT, "; load before: %.1f", load))
            + commit.map(id -> "; commit " + id).orElse("");
    }

    /** All of it by name, for JSON. */
    public Map<String, Object> named() {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("processor", Machine.processor());
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("load_before", load);
        machine.put("memory_bytes", Machine.memoryBytes());
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        machine.put("jvm", System.getProperty("java.vm.name") + " " + Runtime.version());
        machine.put("jvm_options", ManagementFactory.getRuntimeMXBean().getInputArguments());
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("date", date.toString());
        named.put("version", Version.text());
        named.put("commit", commit.orElse(null));
        named.put("machine", machine);
        named.put("options", words);
        return named;
    }
}
