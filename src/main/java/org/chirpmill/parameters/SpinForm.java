package org.chirpmill.parameters;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The sets of parameters, one or two, each of which determines the spin of a body: the forms that bilby knows. */
public enum SpinForm {
    /** a_i and tilt_i: {@link BodySpin#ofTilt}. */
    TILT(SpinParameter.MAGNITUDE, SpinParameter.TILT),
    /** a_i and cos_tilt_i: {@link BodySpin#ofCosine}. */
    COSINE(SpinParameter.MAGNITUDE, SpinParameter.COS_TILT),
    /** chi_i: {@link BodySpin#ofAligned}. */
    ALIGNED(SpinParameter.ALIGNED),
    /** a_i and chi_i: {@link BodySpin#ofMagnitudeAndAligned}. */
    ALIGNED_OF_MAGNITUDE(SpinParameter.MAGNITUDE, SpinParameter.ALIGNED),
    /** chi_i and chi_i_in_plane: {@link BodySpin#ofComponents}. */
    COMPONENTS(SpinParameter.ALIGNED, SpinParameter.IN_PLANE);

    private final List<SpinParameter> parameters;

    SpinForm(SpinParameter... parameters) {
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
}
