package org.chirpmill.parameters;

import java.util.List;
import java.util.Set;

/** Tells the parameters that belong to a detection rather than to a source from those that nobody knows. */
public final class NonSourceParameters {
    /** bilby's names for where and when a signal arrives. */
    private static final Set<String> OF_A_DETECTION =
        Set.of("ra", "dec", "psi", "geocent_time", "azimuth", "zenith", "time_jitter");

    private NonSourceParameters() {}

    /** Of names that do not matter to a source, those that look like a mistake, such as a misspelt one. */
    public static List<String> unknown(List<String> names) {
        return names.stream().filter(name -> !OF_A_DETECTION.contains(name)).toList();
    }
}
