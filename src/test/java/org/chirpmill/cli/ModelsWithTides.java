package org.chirpmill.cli;

import java.util.stream.Collectors;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.catalogue.ModelCatalogue;

/** The names that a refusal of tides offers. */
final class ModelsWithTides {
    private ModelsWithTides() {}

    static String known() {
        return ModelCatalogue.all().stream().filter(model -> model.traits().takesTides())
            .map(WaveformModel::approximant).collect(Collectors.joining(", "));
    }
}
