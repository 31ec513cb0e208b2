package org.chirpmill.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.chirpmill.model.ModelOptions;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.catalogue.ModelCatalogue;

/**
 * Every model that there are reference waveforms of, by the name of their file: the catalogue's under LALSimulation's
 * names, those with options of which there is a file under that and the option's.
 */
public final class ReferenceModels {
    private static final String SPIN_TAYLOR = "_SpinTaylor";
    private static final ModelOptions SPIN_TAYLOR_ANGLES =
        new ModelOptions(List.of(), OptionalInt.of(320), OptionalInt.of(2));
    private static final List<String> WITH_SPIN_TAYLOR_ANGLES = List.of("IMRPhenomXP", "IMRPhenomXPHM");

    private ReferenceModels() {}

    /** Their names. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(ModelCatalogue.all().stream().map(WaveformModel::approximant).toList());
        WITH_SPIN_TAYLOR_ANGLES.forEach(approximant -> names.add(approximant + SPIN_TAYLOR));
        return names;
    }

    /** All of them. */
    public static Stream<WaveformModel> all() {
        return names().stream().map(ReferenceModels::named);
    }

    /** The model of a name. */
    public static WaveformModel named(String name) {
        boolean integrates = name.endsWith(SPIN_TAYLOR);
        String approximant = integrates ? name.substring(0, name.length() - SPIN_TAYLOR.length()) : name;
        return ModelCatalogue.named(approximant).orElseThrow()
            .with(integrates ? SPIN_TAYLOR_ANGLES : ModelOptions.NONE);
    }
}
