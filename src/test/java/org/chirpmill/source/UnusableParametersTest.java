package org.chirpmill.source;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every list that does not determine a source gets one sentence that says what to do. */
class UnusableParametersTest {
    private static final String COMPLETE =
        "mass_1 mass_2 luminosity_distance theta_jn phase a_1 tilt_1 a_2 tilt_2 phi_12 phi_jl";

    /** Columns: taken out of a complete list; put in; the sentence. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        mass_1 mass_2 || The masses are not given: add two of mass_1, mass_2, total_mass, chirp_mass, mass_ratio and \
        symmetric_mass_ratio, at least one of them a mass.
        mass_2 || The masses are not determined by mass_1 alone: add mass_2, total_mass, chirp_mass, mass_ratio or \
        symmetric_mass_ratio.
        mass_1 mass_2 | chirp_mass_source | The masses are not determined by chirp_mass_source alone: add mass_1, \
        mass_2, total_mass, mass_ratio or symmetric_mass_ratio.
        mass_1 mass_2 | mass_ratio symmetric_mass_ratio | The masses are not determined by mass_ratio and \
        symmetric_mass_ratio alone: add mass_1, mass_2, total_mass or chirp_mass.
        mass_1 mass_2 | mass_ratio | The masses are not determined by mass_ratio alone: add mass_1, mass_2, \
        total_mass or chirp_mass.
        | chirp_mass mass_ratio | The masses are given more than once: keep two of mass_1, mass_2, chirp_mass and \
        mass_ratio.
        | mass_1_source | Both mass_1 and mass_1_source are given, which determine one another: keep one of them.
        luminosity_distance || The distance is not given: add luminosity_distance, redshift or comoving_distance.
        | redshift | The distance is given more than once: keep one of luminosity_distance and redshift.
        luminosity_distance | redshift comoving_distance | The distance is given more than once: keep one of redshift \
        and comoving_distance.
        | redshift comoving_distance | The distance is given more than once: keep one of luminosity_distance, \
        redshift and comoving_distance.
        theta_jn || The inclination is not given: add theta_jn or cos_theta_jn.
        theta_jn | iota | The inclination is not given: add theta_jn or cos_theta_jn.
        | cos_theta_jn | The inclination is given more than once: keep one of theta_jn and cos_theta_jn.
        phase || The phase is not given: add phase, or delta_phase with psi.
        phase | delta_phase | The phase is not determined by delta_phase alone: add psi.
        | delta_phase psi | The phase is given more than once: keep one of phase and delta_phase.
        a_1 tilt_1 || The spin of body 1 is not given: give a_1 with tilt_1 or cos_tilt_1, or chi_1, alone or with \
        a_1 or chi_1_in_plane.
        tilt_2 || The spin of body 2 is not determined by a_2 alone: give a_2 with tilt_2 or cos_tilt_2, or chi_2, \
        alone or with a_2 or chi_2_in_plane.
        a_1 || The spin of body 1 is not determined by tilt_1 alone: give a_1 with tilt_1 or cos_tilt_1, or chi_1, \
        alone or with a_1 or chi_1_in_plane.
        a_2 tilt_2 | chi_2_in_plane | The spin of body 2 is not determined by chi_2_in_plane alone: give a_2 with \
        tilt_2 or cos_tilt_2, or chi_2, alone or with a_2 or chi_2_in_plane.
        | chi_1 | The spin of body 1 is not given in one way by a_1, tilt_1 and chi_1: give a_1 with tilt_1 or \
        cos_tilt_1, or chi_1, alone or with a_1 or chi_1_in_plane.
        | cos_tilt_2 | The spin of body 2 is not given in one way by a_2, tilt_2 and cos_tilt_2: give a_2 with tilt_2 \
        or cos_tilt_2, or chi_2, alone or with a_2 or chi_2_in_plane.
        | delta_lambda_tilde | \
        The tidal deformabilities are not given in one way by delta_lambda_tilde: give two of \
        lambda_1, lambda_2, lambda_tilde and delta_lambda_tilde, or lambda_tilde alone, or lambda_symmetric with \
        lambda_antisymmetric.
        | lambda_1 lambda_symmetric | \
        The tidal deformabilities are not given in one way by lambda_1 and lambda_symmetric: give two of \
        lambda_1, lambda_2, lambda_tilde and delta_lambda_tilde, or lambda_tilde alone, or lambda_symmetric with \
        lambda_antisymmetric.
        | lambda_1 lambda_2 lambda_tilde | \
        The tidal deformabilities are not given in one way by lambda_1, lambda_2 and lambda_tilde: give two of \
        lambda_1, lambda_2, lambda_tilde and delta_lambda_tilde, or lambda_tilde alone, or lambda_symmetric with \
        lambda_antisymmetric.
        | lambda_symmetric | \
        The tidal deformabilities are not given in one way by lambda_symmetric: give two of \
        lambda_1, lambda_2, lambda_tilde and delta_lambda_tilde, or lambda_tilde alone, or lambda_symmetric with \
        lambda_antisymmetric.
        | eos_v1 eos_v2 | The parameter eos_v1 gives an equation of state, which is not supported: give lambda_1 and \
        lambda_2.
        | phase | The parameter phase is given twice: keep one of them.
        """)
    void saysInOneSentenceWhatToDo(String without, String with, String sentence) {
        List<String> names = names(without, with);
        UnusableParametersException thrown =
            assertThrows(UnusableParametersException.class, () -> conversion(names), names::toString);
        assertEquals(sentence, thrown.getMessage());
    }

    @Test
    void aSpinConversionPhaseMayBeASettingOrAColumnButNotBoth() {
        List<String> names = names(null, "spin_conversion_phase");
        assertDoesNotThrow(() -> conversion(names));
        UnusableParametersException thrown = assertThrows(UnusableParametersException.class,
            () -> new SourceConversion(names, 20, OptionalDouble.of(0), () -> fail("no cosmology is needed")));
        assertEquals("spin_conversion_phase is given both as a parameter and as a setting: keep one of them.",
            thrown.getMessage());
    }

    @Test
    void theReferenceFrequencyMustBeAboveZero() {
        for (double frequency : new double[] {0, -20, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> new SourceConversion(
                names(null, null), frequency, OptionalDouble.empty(), () -> fail("no cosmology is needed")),
                () -> "f_ref = " + frequency);
        }
    }

    private static List<String> names(String without, String with) {
        List<String> names = new ArrayList<>(List.of(COMPLETE.split(" ")));
        if (without != null) {
            names.removeAll(Arrays.asList(without.split(" ")));
        }
        if (with != null) {
            names.addAll(Arrays.asList(with.split(" ")));
        }
        return names;
    }

    private static SourceConversion conversion(List<String> names) {
        return new SourceConversion(names, 20, OptionalDouble.empty(), () -> fail("no cosmology is needed"));
    }
}
