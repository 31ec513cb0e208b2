package org.chirpmill.parameters;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.chirpmill.names.NearestName;

/** Every name that means something to a source or to its detection; any other is likely to be a slip. */
public final class KnownParameters {
    /** Equations of state get a refusal that says more. */
    private static final String EQUATION_OF_STATE = "eos_";

    private static final List<String> NAMES = Stream.of(
        MassParameter.massKeys(), MassParameter.ratioKeys(), SpinParameter.keys(1), SpinParameter.keys(2),
        SpinAzimuth.keys(), Inclination.keys(), OrbitalPhase.keys(), DistanceMeasure.keys(), TideParameter.keys(),
        List.of("spin_conversion_phase"), DetectionParameters.names().stream().sorted().toList())
        .flatMap(List::stream).toList();

    private KnownParameters() {}

    /** All of them but those that are a detector's own. */
    public static List<String> names() {
        return NAMES;
    }

    /** Of some names those that nobody knows, in their order. */
    public static List<String> unknown(List<String> names) {
        return names.stream().filter(name -> !NAMES.contains(name) && !DetectionParameters.include(name)
            && !name.startsWith(EQUATION_OF_STATE)).toList();
    }

    /** {@code " (did you mean X?)"} for a name that is unknown here, or nothing where none comes near. */
    public static String hint(String typed) {
        return hint(typed, NAMES);
    }

    /** The same of some of the names. */
    public static String hint(String typed, Collection<String> among) {
        return ForeignNames.meaning(typed).filter(among::contains).map(NearestName::question)
            .orElseGet(() -> NearestName.hint(typed, among));
    }
}
