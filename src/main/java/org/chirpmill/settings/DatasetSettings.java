package org.chirpmill.settings;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Everything a dataset's settings file says, checked. The keys are those of dingo-gw's and dingo-waveform's files.
 *
 * @param domain the frequencies
 * @param waveformGenerator the model and its conventions
 * @param prior the prior of each parameter by name, in the file's order; from {@code intrinsic_prior} or
 *     {@code prior}; empty where the file has neither, as one for a single waveform has
 * @param numSamples {@code num_samples}, how many rows to make
 * @param seed {@code seed}, which decides the rows where nothing beside the settings does
 * @param compression {@code compression}, empty where it is absent, null or the word None
 * @param waveformParameters {@code waveform_parameters}, the fixed parameters of a single waveform; empty where absent
 * @param warnings what was ignored or looks unintended, a sentence each
 * @param tree the settings as written, numbers in place of text that means one
 * @param unknownKeys what became of keys that nobody knows, and what is to become of names that only others can judge
 */
public record DatasetSettings(
    DomainSettings domain,
    WaveformGeneratorSettings waveformGenerator,
    Map<String, PriorEntry> prior,
    OptionalLong numSamples,
    OptionalLong seed,
    Optional<CompressionSettings> compression,
    Map<String, Double> waveformParameters,
    List<String> warnings,
    SettingsTree tree,
    UnknownKeys unknownKeys) {

    /** Copies maps and lists; keeps their order. */
    public DatasetSettings {
        prior = Collections.unmodifiableMap(new LinkedHashMap<>(prior));
        waveformParameters = Collections.unmodifiableMap(new LinkedHashMap<>(waveformParameters));
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads a YAML or JSON file, in which nothing may be unknown, and the .prior file that it may name in place of its
     * prior.
     *
     * @throws SettingsException where it cannot be read or used
     */
    public static DatasetSettings read(Path file) {
        return read(file, UnknownKeys.REFUSED);
    }

    /**
     * Reads a YAML or JSON file, and the .prior file that it may name in place of its prior.
     *
     * @throws SettingsException where one of them cannot be read or used
     */
    public static DatasetSettings read(Path file, UnknownKeys unknownKeys) {
        return read(file, Optional.empty(), unknownKeys, SettingsJudge.NONE);
    }

    /**
     * The same, perhaps with another prior, and with somebody who judges what settings cannot know.
     *
     * @param prior a .prior file, as bilby reads it, to take in place of the prior of the settings
     * @throws SettingsException where one of them cannot be read or used, with all that is wrong
     */
    public static DatasetSettings read(
            Path file, Optional<Path> prior, UnknownKeys unknownKeys, SettingsJudge judge) {
        return DatasetSettingsReader.settings(
            PriorFile.resolved(SettingsTree.read(file), file, prior), unknownKeys, judge);
    }

    /**
     * Checks settings, in which nothing may be unknown unless a dataset holds them.
     *
     * @throws SettingsException where they cannot be used
     */
    public static DatasetSettings of(SettingsTree tree) {
        return of(tree, UnknownKeys.REFUSED);
    }

    /**
     * Checks settings. Those that a dataset holds may be another program's, or an older version's, and describe data
     * that are there: of them unknown keys are always ignored.
     *
     * @throws SettingsException where they cannot be used
     */
    public static DatasetSettings of(SettingsTree tree, UnknownKeys unknownKeys) {
        return DatasetSettingsReader.settings(tree, tree.stored() ? UnknownKeys.IGNORED : unknownKeys,
            SettingsJudge.NONE);
    }

    /**
     * Changed settings, read as these were.
     *
     * @throws SettingsException where they cannot be used
     */
    public DatasetSettings reread(SettingsTree changed) {
        return of(changed, unknownKeys);
    }

    /**
     * Refuses settings without a prior, which only {@code generate} minds.
     *
     * @throws SettingsException with the reason
     */
    public void requireGeneratable() {
        if (prior.isEmpty()) {
            throw tree.refusal("intrinsic_prior",
                "intrinsic_prior is missing and must be a mapping of parameters to their priors");
        }
    }

    /**
     * How many rows to make.
     *
     * @param override the caller's number, which wins over the file's
     * @param name what the caller's number is called where it is given
     * @throws SettingsException where neither gives one
     */
    public long numSamplesOr(OptionalLong override, String name) {
        if (override.isPresent()) {
            return override.getAsLong();
        }
        return numSamples.orElseThrow(() -> tree.refusal("num_samples",
            "num_samples is missing and must be a whole number of waveforms, 1 or more, here or as " + name));
    }

    /** The key that the prior stands under: {@code intrinsic_prior} or {@code prior}. */
    public String priorKey() {
        return priorKey(tree);
    }

    /** The same of settings that are being read. */
    public static String priorKey(SettingsTree tree) {
        return tree.has("prior") && !tree.has("intrinsic_prior") ? "prior" : "intrinsic_prior";
    }

    /** Where the prior of a parameter stands. */
    public String priorPath(String parameter) {
        return priorKey() + "." + parameter;
    }

    /**
     * The refusal of a prior that its own parser could not take.
     *
     * @param parameter whose prior
     * @param complaint a sentence without its full stop; file and line are added
     */
    public SettingsException priorRefusal(String parameter, String complaint) {
        return tree.refusal(priorPath(parameter), complaint);
    }

    /**
     * The settings to store in a dataset, in dingo-gw's form: the prior under {@code intrinsic_prior}, a domain that
     * dingo-gw's {@code build_domain} takes (no unknown keys, {@code base_domain} instead of {@code base_delta_f}).
     */
    public SettingsTree forDataset() {
        return DatasetForm.of(this);
    }
}
