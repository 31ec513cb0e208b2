package org.chirpmill.prior;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriorDefaultsTest {
    /** The limits of the default_intrinsic_dict of dingo-gw 0.10.3. */
    @ParameterizedTest
    @MethodSource("limits")
    void defaultsAreDingos(String key, double minimum, double maximum, Class<?> kind) {
        assertTrue(PriorDefaults.has(key), key);
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
            Arguments.of("lambda_1", 0, 5000, Uniform.class),
            Arguments.of("lambda_2", 0, 5000, Uniform.class),
            Arguments.of("geocent_time", 0, 0, DeltaFunction.class));
    }

    /** dingo-gw 0.10.3 stops with a KeyError at these. */
    @ParameterizedTest
    @ValueSource(strings = {"chi_1", "chi_2"})
    void alignedSpinsHaveNoDefaultAndTheRefusalSaysWhatToWrite(String key) {
        assertFalse(PriorDefaults.has(key));
        PriorSyntaxException refusal =
            assertThrows(PriorSyntaxException.class, () -> PriorSet.of(Map.of(key, "default")));
        assertEquals(key, refusal.key());
        String offered = "bilby.gw.prior.AlignedSpin(a_prior=Uniform(minimum=0, maximum=0.99))";
        assertEquals(key + " = 'default': dingo-gw has no default for " + key + ", write a prior such as " + offered,
            refusal.getMessage());
        assertEquals(AlignedSpin.class, PriorSet.read(key, offered).getClass());
        assertEquals(offered, PriorDefaults.formerly(key).orElseThrow());
    }

    @Test
    void whatDingoHasADefaultOfMeansWhatItAlwaysMeant() {
        for (String key : new String[] {"theta_jn", "chirp_mass", "lambda_1", "total_mass"}) {
            assertTrue(PriorDefaults.formerly(key).isEmpty(), key);
        }
    }
}
