package org.chirpmill.figure;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the parameters of a dataset are called at an axis: their names in words, with units. */
final class ParameterLabel {
    private static final Map<String, String> UNITS = Map.of(
        "mass_1", "solar masses", "mass_2", "solar masses", "chirp_mass", "solar masses",
        "total_mass", "solar masses", "luminosity_distance", "Mpc", "comoving_distance", "Mpc", "geocent_time", "s");
    private static final Set<String> ANGLES = Set.of("theta_jn", "phase", "tilt_1", "tilt_2", "phi_12", "phi_jl",
        "psi", "ra", "dec", "iota");
    /** Names that lose something where their underscores become spaces. */
    private static final List<String> KEPT = List.of("lambda_tilde", "delta_lambda_tilde");

    private ParameterLabel() {}

    static String of(String name) {
        String words = KEPT.contains(name) ? name : name.replace('_', ' ');
        if (ANGLES.contains(name)) {
            return words + " (rad)";
        }
        return UNITS.containsKey(name) ? words + " (" + UNITS.get(name) + ")" : words;
    }
}
