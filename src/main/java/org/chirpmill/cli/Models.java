package org.chirpmill.cli;

import java.util.stream.Collectors;
import org.chirpmill.model.ModelCatalogue;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.settings.DatasetSettings;

/** Finds the model that settings or files name. */
final class Models {
    private Models() {}

    /** The model of the settings; modes can only be chosen where a model has several. */
    static WaveformModel of(DatasetSettings settings) {
        String approximant = settings.waveformGenerator().approximant();
        WaveformModel model = ModelCatalogue.named(approximant).orElseThrow(() -> settings.tree().refusal(
            "waveform_generator.approximant",
            "waveform_generator.approximant is '" + approximant + "', which is not among those of this version: "
                + known()));
        boolean only22 = settings.waveformGenerator().modes().stream()
            .allMatch(mode -> mode.l() == 2 && Math.abs(mode.m()) == 2);
        if (!only22) {
            throw settings.tree().refusal("waveform_generator.mode_list", "waveform_generator.mode_list asks for modes "
                + "that " + approximant + " does not have: it has (2, 2) and (2, -2) only");
        }
        return model;
    }

    /** What there is, in words. */
    static String known() {
        return ModelCatalogue.all().stream().map(WaveformModel::approximant).collect(Collectors.joining(", "));
    }
}
