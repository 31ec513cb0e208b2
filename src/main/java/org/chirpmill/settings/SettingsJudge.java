package org.chirpmill.settings;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Judges what settings name and only others know - models, parameters and distributions - so that all faults are told
 * at once.
 */
@FunctionalInterface
public interface SettingsJudge {
    /** Leaves all of it to later. */
    SettingsJudge NONE = (tree, generator, prior, unknownKeys, refusals) -> { };

    /**
     * Looks at whatever could be read.
     *
     * @param tree the settings
     * @param generator empty where there is none; in it what was refused is empty
     * @param prior the entries that are texts or numbers
     * @param unknownKeys what becomes of parameters that nobody knows
     * @param refusals takes each fault that is found
     */
    void judge(SettingsTree tree, Optional<WaveformGeneratorSettings> generator, Map<String, PriorEntry> prior,
        UnknownKeys unknownKeys, Consumer<SettingsException> refusals);
}
