package org.chirpmill.parameters;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The parameters of a detection, which matter to no source: where, when and by which instruments a signal is seen. */
final class DetectionParameters {
    /** bilby's names for where and when a signal arrives, each with its unit. */
    private static final Map<String, String> UNITS = Map.of("ra", "rad", "dec", "rad", "psi", "rad",
        "azimuth", "rad", "zenith", "rad", "geocent_time", "s", "time_jitter", "s");

    /** bilby's for a detector's calibration and for when a signal arrives there, {@code H1_time}; dingo's proxy. */
    private static final Pattern OF_A_DETECTOR = Pattern.compile("recalib_.+|[A-Z]+[0-9]*_time(_proxy)?");

    private DetectionParameters() {}

    /** The names that hold for every detector. */
    static Set<String> names() {
        return UNITS.keySet();
    }

    /** Whether a parameter is one of them. */
    static boolean include(String name) {
        return UNITS.containsKey(name) || OF_A_DETECTOR.matcher(name).matches();
    }

    /** The unit of one of them. */
    static Optional<String> unit(String name) {
        return Optional.ofNullable(UNITS.get(name));
    }
}
