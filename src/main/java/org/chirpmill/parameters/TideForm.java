package org.chirpmill.parameters;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chirpmill.physics.ComponentMasses;

/** The sets of parameters, one or two, each of which determines the tidal deformabilities of both bodies. */
public enum TideForm {
    /** Both themselves; an absent one is zero. */
    COMPONENTS(TideParameter.LAMBDA_1, TideParameter.LAMBDA_2),
    /** {@link TidalDeformabilities#ofTilde}. */
    TILDE(TideParameter.LAMBDA_TILDE),
    /** {@link TidalDeformabilities#ofTildeAndDelta}. */
    TILDE_AND_DELTA(TideParameter.LAMBDA_TILDE, TideParameter.DELTA_LAMBDA_TILDE),
    /** Body 1's, and body 2's by {@link TidalDeformabilities#ofOne}. */
    ONE_AND_TILDE(TideParameter.LAMBDA_1, TideParameter.LAMBDA_TILDE),
    /** The same with the other combination. */
    ONE_AND_DELTA(TideParameter.LAMBDA_1, TideParameter.DELTA_LAMBDA_TILDE),
    /** Body 2's, and body 1's by {@link TidalDeformabilities#ofTwo}. */
    TWO_AND_TILDE(TideParameter.LAMBDA_2, TideParameter.LAMBDA_TILDE),
    /** The same with the other combination. */
    TWO_AND_DELTA(TideParameter.LAMBDA_2, TideParameter.DELTA_LAMBDA_TILDE),
    /** {@link TidalDeformabilities#ofSymmetric}. */
    SYMMETRIC(TideParameter.LAMBDA_SYMMETRIC, TideParameter.LAMBDA_ANTISYMMETRIC);

    private final List<TideParameter> parameters;
    private final List<String> keys;

    TideForm(TideParameter... parameters) {
        this.parameters = List.of(parameters);
        this.keys = Arrays.stream(parameters).map(TideParameter::key).toList();
    }

    /**
     * The form that takes exactly the given names, where there is one.
     *
     * @param names some of {@link TideParameter#keys}, in that order; none mean bodies without tides
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
            case ONE_AND_TILDE, ONE_AND_DELTA -> TidalDeformabilities.ofOne(first, combination(), second, masses);
            case TWO_AND_TILDE, TWO_AND_DELTA -> TidalDeformabilities.ofTwo(first, combination(), second, masses);
            case SYMMETRIC -> TidalDeformabilities.ofSymmetric(first, second);
        };
    }

    private TideParameter combination() {
        return parameters.getLast();
    }
}
