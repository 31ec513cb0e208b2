package org.chirpmill.parameters;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The sets of parameters, one or two, each of which determines the spin of a body: the forms that bilby knows. */
public enum SpinForm {
    /** a_i and tilt_i. */
    TILT(BodySpin::ofTilt, SpinParameter.MAGNITUDE, SpinParameter.TILT),
    /** a_i and cos_tilt_i. */
    COSINE(BodySpin::ofCosine, SpinParameter.MAGNITUDE, SpinParameter.COS_TILT),
    /** chi_i: no component in the plane. */
    ALIGNED((aligned, none) -> BodySpin.ofAligned(aligned), SpinParameter.ALIGNED),
    /** a_i and chi_i, the magnitude and its aligned component. */
    ALIGNED_OF_MAGNITUDE(BodySpin::ofMagnitudeAndAligned, SpinParameter.MAGNITUDE, SpinParameter.ALIGNED),
    /** chi_i and chi_i_in_plane, both components. */
    COMPONENTS(BodySpin::ofComponents, SpinParameter.ALIGNED, SpinParameter.IN_PLANE);

    private final Relation relation;
    private final List<SpinParameter> parameters;

    SpinForm(Relation relation, SpinParameter... parameters) {
        this.relation = relation;
        this.parameters = List.of(parameters);
    }

    /**
     * The form that takes exactly the given names, where there is one.
     *
     * @param names some of {@link SpinParameter#keys}, in that order
     * @param body 1 or 2
     */
    public static Optional<SpinForm> of(List<String> names, int body) {
        return Arrays.stream(values()).filter(form -> form.keys(body).equals(names)).findFirst();
    }

    /** The names of its parameters. */
    public List<String> keys(int body) {
        return parameters.stream().map(parameter -> parameter.key(body)).toList();
    }

    /** The spin at two values; the second means nothing where the form has one parameter. */
    public BodySpin spin(double first, double second) {
        return relation.spin(first, second);
    }

    /** A spin from two numbers. */
    @FunctionalInterface
    private interface Relation {
        BodySpin spin(double first, double second);
    }
}
