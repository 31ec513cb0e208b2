package org.chirpmill.parameters;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the parameters that belong to a detection rather than to a source from unknown ones. */
public final class NonSourceParameters {
    /** bilby's names for where and when a signal arrives, each with its unit. */
    private static final Map<String, String> OF_A_DETECTION = Map.of("ra", "rad", "dec", "rad", "psi", "rad",
        "azimuth", "rad", "zenith", "rad", "geocent_time", "s", "time_jitter", "s");

    private NonSourceParameters() {}

    /** Of names that do not matter to a source, those that look like a mistake, such as a misspelt one. */
    public static List<String> unknown(List<String> names) {
        return names.stream().filter(name -> !OF_A_DETECTION.containsKey(name)).toList();
    }

    /** The unit of one that belongs to a detection. */
    static Optional<String> unit(String name) {
        return Optional.ofNullable(OF_A_DETECTION.get(name));
    }
}
