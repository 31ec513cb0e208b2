package org.chirpmill.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.chirpmill.parameters.KnownParameters;
import org.chirpmill.prior.ReadPriors;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.PriorEntry;
import org.chirpmill.settings.SettingsException;
import org.chirpmill.settings.SettingsTree;
import org.chirpmill.settings.UnknownKeys;
import org.chirpmill.settings.WaveformGeneratorSettings;

/**
 * What is wrong with models, parameters and distributions that settings name, looked for while they are read, so that
 * the user hears of all that has to be mended in one go.
 */
final class Faults {
    private final Consumer<SettingsException> refusals;

    private Faults(Consumer<SettingsException> refusals) {
        this.refusals = refusals;
    }

    /** Looks for them, as {@link org.chirpmill.settings.SettingsJudge} says. */
    static void find(SettingsTree tree, Optional<WaveformGeneratorSettings> generator, Map<String, PriorEntry> prior,
            UnknownKeys unknownKeys, Consumer<SettingsException> refusals) {
        Faults faults = new Faults(refusals);
        generator.filter(given -> !given.approximant().isEmpty())
            .ifPresent(given -> faults.collect(() -> Models.of(tree, given)));
        generator.ifPresent(given -> faults.collect(() -> Recipe.accuracy(tree, given)));
        Map<String, Object> values = new LinkedHashMap<>();
        prior.forEach((key, entry) -> values.put(key, entry.value()));
        String section = DatasetSettings.priorKey(tree);
        ReadPriors readable = ReadPriors.of(values, fault -> refusals.accept(
            tree.refusal(section + "." + fault.key(), fault.getMessage())));
        if (unknownKeys == UnknownKeys.REFUSED) {
            KnownParameters.unknown(readable.columns())
                .forEach(name -> refusals.accept(ParameterNames.refusal(tree, section, name)));
        }
    }

    private void collect(Runnable check) {
        try {
            check.run();
        } catch (SettingsException fault) {
            refusals.accept(fault);
        }
    }
}
