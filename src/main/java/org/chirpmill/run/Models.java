package org.chirpmill.run;

import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.chirpmill.model.ModelOptions;
import org.chirpmill.model.UnsupportedOptionException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.catalogue.ModelCatalogue;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.SettingsTree;
import org.chirpmill.settings.WaveformGeneratorSettings;

/** Finds the model that settings or files name. */
public final class Models {
    private Models() {}

    /** The model of the settings, with their choices of modes and precession. */
    public static WaveformModel of(DatasetSettings settings) {
        return of(settings.tree(), settings.waveformGenerator());
    }

    /** The same of a part of the settings. */
    static WaveformModel of(SettingsTree tree, WaveformGeneratorSettings generator) {
        String approximant = generator.approximant();
        WaveformModel model = ModelCatalogue.named(approximant).orElseThrow(() -> tree.refusal(
            "waveform_generator.approximant",
            "waveform_generator.approximant is " + SettingsTree.shown(approximant)
                + ", which is not among those of this version: "
                + known()));
        try {
            return model.with(options(generator));
        } catch (UnsupportedOptionException unsupported) {
            String key = "waveform_generator." + unsupported.option();
            throw tree.refusal(key, key + " " + unsupported.getMessage());
        }
    }

    /** The choices that settings make about the model. */
    public static ModelOptions options(WaveformGeneratorSettings settings) {
        return new ModelOptions(
            settings.modes().stream().map(mode -> new ModelOptions.Mode(mode.l(), mode.m())).toList(),
            settings.precessionVersion(), settings.finalSpinModification());
    }

    /** What there is, in words. */
    public static String known() {
        return known(_ -> true);
    }

    /** Which of them are like that, in words. */
    static String known(Predicate<WaveformModel> kind) {
        return ModelCatalogue.all().stream().filter(kind).map(WaveformModel::approximant)
            .collect(Collectors.joining(", "));
    }
}
