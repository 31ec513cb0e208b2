package org.chirpmill.run;

import java.util.Collection;
import java.util.List;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.parameters.KnownParameters;
import org.chirpmill.prior.PriorDefaults;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.SettingsException;
import org.chirpmill.settings.SettingsTree;
import org.chirpmill.settings.UnknownKeys;
import org.chirpmill.source.MissingParameters;

/**
 * The names of parameters in a section of settings, which must mean something and suffice for a source.
 *
 * @param settings that have the section
 * @param section its key
 */
public record ParameterNames(DatasetSettings settings, String section) {
    private static final String OF_A_WAVEFORM = "waveform_parameters";

    /** Those of the priors. */
    public static ParameterNames ofPrior(DatasetSettings settings) {
        return new ParameterNames(settings, settings.priorKey());
    }

    /** Those of a single waveform. */
    public static ParameterNames ofWaveform(DatasetSettings settings) {
        return new ParameterNames(settings, OF_A_WAVEFORM);
    }

    /** What is wrong with names that nobody knows, a clause each. */
    public static List<String> complaints(Collection<String> names) {
        return KnownParameters.unknown(List.copyOf(names)).stream().map(ParameterNames::complaint).toList();
    }

    private static String complaint(String name) {
        return SettingsTree.shortened(name) + " is no parameter of a source or a detection"
            + KnownParameters.hint(name);
    }

    /**
     * Refuses names that nobody knows, unless the settings have them ignored.
     *
     * @param names those of the section, and others that are to join them
     * @param fate what becomes of a parameter that is ignored, a clause
     * @return of those that are ignored a sentence each
     * @throws SettingsException where one is refused
     */
    public List<String> unknown(Collection<String> names, String fate) {
        List<String> unknown = KnownParameters.unknown(List.copyOf(names));
        if (settings.unknownKeys() == UnknownKeys.REFUSED && !unknown.isEmpty()) {
            throw SettingsException.of(unknown.stream().map(name -> refusal(settings.tree(), section, name)).toList());
        }
        return unknown.stream().map(name -> section + "." + complaint(name) + ": " + fate + " ("
            + settings.tree().place(section + "." + name) + ").").toList();
    }

    /** The refusal of a name that nobody knows. */
    static SettingsException refusal(SettingsTree tree, String section, String name) {
        String path = section + "." + name;
        return tree.has(path) ? tree.refusal(path, section + "." + complaint(name))
            : new SettingsException(complaint(name) + ".");
    }

    /** Refuses names that leave a model's sources open, and says what to write. */
    void requireSource(List<String> names, WaveformModel model) {
        List<String> missing = MissingParameters.of(names, model.traits().isPrecessing());
        if (!missing.isEmpty()) {
            throw lacking(missing);
        }
    }

    private SettingsException lacking(List<String> missing) {
        return settings.tree().refusal(section, section + " lacks parameters of the source, where "
            + "dingo-gw stops too: write, or give otherwise, "
            + String.join(", ", missing.stream().map(ParameterNames::suggestion).toList()));
    }

    private static String suggestion(String name) {
        return name + ": "
            + (PriorDefaults.has(name) ? PriorDefaults.WORD : PriorDefaults.formerly(name).orElseThrow());
    }
}
