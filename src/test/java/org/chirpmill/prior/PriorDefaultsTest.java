package org.chirpmill.prior;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PriorDefaultsTest {
    private static final String MASSES = "chirp_mass mass_ratio mass_1 mass_2";
    private static final String OTHERS = "theta_jn phase luminosity_distance geocent_time";

    static Stream<Arguments> sections() {
        String two = "mass_1 mass_2 ";
        String rest = " " + OTHERS;
        return Stream.of(
            row("", true, MASSES + " a_1 tilt_1 a_2 tilt_2 phi_12 phi_jl " + OTHERS),
            row("", false, MASSES + " chi_1 chi_2 " + OTHERS),
            row("chirp_mass" + rest, false, "mass_ratio chi_1 chi_2"),
            row("mass_1" + rest, false, "mass_ratio chi_1 chi_2"),
            row("total_mass symmetric_mass_ratio" + rest, false, "chi_1 chi_2"),
            row("mass_ratio" + rest, false, "chirp_mass mass_1 mass_2 chi_1 chi_2"),
            row("chirp_mass total_mass" + rest, false, "chi_1 chi_2"),
            row("mass_1* mass_2*" + rest, false, "chirp_mass mass_ratio chi_1 chi_2"),
            row(two + "chi_1 chi_2 phase geocent_time redshift cos_theta_jn", true, ""),
            row(two + "chi_1 chi_2 phase geocent_time comoving_distance theta_jn", false, ""),
            row(two + "chi_1" + rest, true, "chi_2"),
            row(two + "chi_1" + rest, false, "chi_2"),
            row(two + "a_1 tilt_1" + rest, true, "a_2 tilt_2 phi_12 phi_jl"),
            row(two + "a_1 a_2" + rest, true, "tilt_1 tilt_2 phi_12 phi_jl"),
            row(two + "a_1 a_2 cos_tilt_1 cos_tilt_2" + rest, true, ""),
            row(two + "a_1 a_2 tilt_1 tilt_2 phi_jl" + rest, true, "phi_12"),
            row(two + "a_1" + rest, false, "chi_2"),
            row(two + "chi_1 chi_1_in_plane chi_2 chi_2_in_plane" + rest, true, ""));
    }

    /** Keys are given as fixed values, those with a star as constraints. */
    @ParameterizedTest
    @MethodSource("sections")
    void whatIsMissingIsFilledInBehindWhatIsGiven(String given, boolean precessing, String filled) {
        Map<String, Object> priors = new LinkedHashMap<>();
        for (String key : words(given)) {
            priors.put(key.replace("*", ""), key.endsWith("*") ? "Constraint(0.01, 500)" : 0.2);
        }
        PriorDefaults.Completed completed = PriorDefaults.complete(priors, precessing);
        assertEquals(words(filled), completed.filled(), "given " + given + ", precessing " + precessing);
        List<String> keys = new ArrayList<>(priors.keySet());
        keys.addAll(completed.filled());
        assertEquals(keys, List.copyOf(completed.priors().keySet()));
        priors.forEach((key, value) -> assertEquals(value, completed.priors().get(key), key));
    }

    @Test
    void anEmptySectionBecomesACompletePrior() {
        PriorSet precessing = PriorSet.of(PriorDefaults.complete(Map.of(), true).priors());
        assertEquals(words("chirp_mass mass_ratio a_1 tilt_1 a_2 tilt_2 phi_12 phi_jl " + OTHERS),
            precessing.columns());
        double[] row = new double[precessing.columns().size()];
        precessing.sampler().draw(1, 1, 0, row, 0);
        assertEquals(1000, row[precessing.columns().indexOf("luminosity_distance")]);
        PriorSet aligned = PriorSet.of(PriorDefaults.complete(Map.of(), false).priors());
        assertEquals(words("chirp_mass mass_ratio chi_1 chi_2 " + OTHERS), aligned.columns());
    }

    @Test
    void absentEntriesCountAsMissing() {
        Map<String, Object> priors = new LinkedHashMap<>();
        priors.put("mass_1", 30);
        priors.put("mass_2", "None");
        priors.put("mass_ratio", null);
        priors.put("chi_1", 0.0);
        priors.put("chi_2", 0.0);
        PriorDefaults.Completed completed = PriorDefaults.complete(priors, false);
        assertEquals(words("mass_ratio " + OTHERS), completed.filled());
        assertEquals(words("mass_1 chi_1 chi_2 mass_ratio " + OTHERS), List.copyOf(completed.priors().keySet()));
    }

    /** The limits of dingo-gw's default_intrinsic_dict and dingo-waveform's default aligned spins. */
    @ParameterizedTest
    @MethodSource("limits")
    void defaultsAreDingos(String key, double minimum, double maximum, Class<?> kind) {
        Prior prior = PriorSet.read(key, "default");
        assertEquals(kind, prior.getClass(), key);
        assertEquals(minimum, prior.minimum(), 1e-15, key);
        assertEquals(maximum, prior.maximum(), 1e-15, key);
    }

    static Stream<Arguments> limits() {
        double circle = 2 * StrictMath.PI;
        return Stream.of(
            Arguments.of("mass_1", 10, 80, Constraint.class),
            Arguments.of("mass_2", 10, 80, Constraint.class),
            Arguments.of("mass_ratio", 0.125, 1, UniformInComponentsMassRatio.class),
            Arguments.of("chirp_mass", 25, 100, PowerLaw.class),
            Arguments.of("luminosity_distance", 1000, 1000, DeltaFunction.class),
            Arguments.of("theta_jn", 0, StrictMath.PI, Sine.class),
            Arguments.of("phase", 0, circle, Uniform.class),
            Arguments.of("a_1", 0, 0.99, Uniform.class),
            Arguments.of("a_2", 0, 0.99, Uniform.class),
            Arguments.of("tilt_1", 0, StrictMath.PI, Sine.class),
            Arguments.of("tilt_2", 0, StrictMath.PI, Sine.class),
            Arguments.of("phi_12", 0, circle, Uniform.class),
            Arguments.of("phi_jl", 0, circle, Uniform.class),
            Arguments.of("chi_1", -0.99, 0.99, AlignedSpin.class),
            Arguments.of("chi_2", -0.99, 0.99, AlignedSpin.class),
            Arguments.of("geocent_time", 0, 0, DeltaFunction.class));
    }

    @Test
    void badEntriesAreNamedWhileCompleting() {
        PriorSyntaxException e = assertThrows(PriorSyntaxException.class,
            () -> PriorDefaults.complete(Map.of("phase", "Unifrom(0, 1)"), true));
        assertEquals("phase", e.key());
    }

    private static Arguments row(String given, boolean precessing, String filled) {
        return Arguments.of(given, precessing, filled);
    }

    private static List<String> words(String spaced) {
        return spaced.isBlank() ? List.of() : List.of(spaced.strip().split(" "));
    }
}
