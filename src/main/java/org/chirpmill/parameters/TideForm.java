package org.chirpmill.parameters;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chirpmill.physics.ComponentMasses;

/** The sets of parameters, one or two, each of which determines the tidal deformabilities of both bodies. */
public enum TideForm {
    /** Both themselves; an absent one is zero. */
    COMPONENTS("lambda_1", "lambda_2"),
    /** {@link TidalDeformabilities#ofTilde}. */
    TILDE("lambda_tilde"),
    /** {@link TidalDeformabilities#ofTildeAndDelta}. */
    TILDE_AND_DELTA("lambda_tilde", "delta_lambda_tilde"),
    /** {@link TidalDeformabilities#ofSymmetric}. */
    SYMMETRIC("lambda_symmetric", "lambda_antisymmetric");

    private final List<String> keys;

    TideForm(String... keys) {
        this.keys = List.of(keys);
    }

    /** The names of all parameters of tides. */
    public static List<String> allKeys() {
        return Arrays.stream(values()).flatMap(form -> form.keys.stream()).distinct().toList();
    }

    /**
     * The form that takes exactly the given names, where there is one.
     *
     * @param names some of {@link #allKeys}, in that order; none mean bodies without tides
     */
    public static Optional<TideForm> of(List<String> names) {
        return Arrays.stream(values())
            .filter(form -> form == COMPONENTS ? form.keys.containsAll(names) : form.keys.equals(names))
            .findFirst();
    }

    /** The names of its parameters. */
    public List<String> keys() {
        return keys;
    }

    /** The deformabilities at two values; the second means nothing where the form has one parameter. */
    public TidalDeformabilities deformabilities(double first, double second, ComponentMasses masses) {
        return switch (this) {
            case COMPONENTS -> new TidalDeformabilities(first, second);
            case TILDE -> TidalDeformabilities.ofTilde(first, masses);
            case TILDE_AND_DELTA -> TidalDeformabilities.ofTildeAndDelta(first, second, masses);
            case SYMMETRIC -> TidalDeformabilities.ofSymmetric(first, second);
        };
    }
}
