package org.chirpmill.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.chirpmill.physics.Cosmology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissingParametersTest {
    private static final List<String> ANGLES_AND_DISTANCE = List.of("theta_jn", "phase", "luminosity_distance");

    /** Names beside angles and distance; whether spins may precess; what is missing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
        '' | true | chirp_mass mass_ratio a_1 tilt_1 a_2 tilt_2
        '' | false | chirp_mass mass_ratio chi_1 chi_2
        chi_1 chi_2 chirp_mass | false | mass_ratio
        chi_1 chi_2 mass_ratio | true | chirp_mass
        chi_1 chi_2 mass_2_source | true | mass_ratio
        chi_1 chi_2 mass_1 total_mass | true | ''
        chi_1 chi_2 symmetric_mass_ratio | true | chirp_mass
        mass_1 mass_2 chi_1 | true | a_2 tilt_2
        mass_1 mass_2 chi_1 | false | chi_2
        mass_1 mass_2 a_1 chi_1 chi_2 | true | ''
        mass_1 mass_2 a_1 a_2 cos_tilt_2 | true | tilt_1
        mass_1 mass_2 tilt_1 chi_2 | false | a_1
        mass_1 mass_2 chi_1_in_plane chi_2 chi_2_in_plane | true | chi_1
        """)
    void whatASourceNeedsIsNamed(String given, boolean precessing, String missing) {
        List<String> names = with(ANGLES_AND_DISTANCE, words(given));
        assertEquals(words(missing), MissingParameters.of(names, precessing), given);
        assertDetermined(with(names, words(missing)));
    }

    @ParameterizedTest
    @CsvSource({"theta_jn, cos_theta_jn", "luminosity_distance, redshift", "luminosity_distance, comoving_distance"})
    void whatSaysTheSameServesAsWell(String name, String other) {
        List<String> rest = with(with(ANGLES_AND_DISTANCE, words("mass_1 mass_2 chi_1 chi_2")), List.of());
        rest.remove(name);
        assertEquals(List.of(name), MissingParameters.of(rest, true));
        assertEquals(List.of(), MissingParameters.of(with(rest, List.of(other)), true));
    }

    @Test
    void anglesOfSpinsAndTimesMayBeAbsentAsInDingoGw() {
        List<String> complete = with(ANGLES_AND_DISTANCE, words("chirp_mass mass_ratio a_1 tilt_1 a_2 tilt_2"));
        assertEquals(List.of(), MissingParameters.of(complete, true));
        assertDetermined(complete);
    }

    private static void assertDetermined(List<String> names) {
        assertTrue(new SourceConversion(names, 20, OptionalDouble.empty(), Cosmology::planck15) != null);
    }

    private static List<String> words(String spaced) {
        return spaced == null || spaced.isEmpty() ? List.of() : List.of(spaced.split(" "));
    }

    private static List<String> with(List<String> some, List<String> more) {
        return new ArrayList<>(Stream.concat(some.stream(), more.stream()).toList());
    }
}
