package org.chirpmill.figure;

import java.util.List;
import org.chirpmill.parameters.ParameterUnit;

/** How the parameters of a dataset are called at an axis: their names in words, with units. */
final class ParameterLabel {
    /** Names that lose something where their underscores become spaces. */
    private static final List<String> KEPT = List.of("lambda_tilde", "delta_lambda_tilde");

    private ParameterLabel() {}

    static String of(String name) {
        String words = KEPT.contains(name) ? name : name.replace('_', ' ');
        return ParameterUnit.of(name).map(unit -> words + " (" + unit + ")").orElse(words);
    }
}
