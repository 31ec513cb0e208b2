package org.chirpmill.prior;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorDoubtTest {
    private static List<PriorDoubt> of(Map<String, Object> priors, String... withoutEffect) {
        return PriorDoubt.of(PriorSet.of(priors), List.of(withoutEffect));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        theta_jn  | Uniform(0, 360)                        | reaches from 0.0 to 360.0
        tilt_1    | Uniform(0, 90)                         | reaches from 0.0 to 90.0
        phase     | Uniform(-180, 180)                     | reaches from -180.0 to 180.0
        phi_12    | Uniform(0, 6.5)                        | reaches from 0.0 to 6.5
        phi_jl    | Uniform(85, 90)                        | reaches from 85.0 to 90.0
        ra        | Uniform(0, 360)                        | reaches from 0.0 to 360.0
        dec       | Uniform(-90, 90)                       | reaches from -90.0 to 90.0
        psi       | Uniform(0, 180)                        | reaches from 0.0 to 180.0
        delta_phase | Uniform(0, 360)                      | reaches from 0.0 to 360.0
        tilt_2    | 45                                     | is 45.0
        theta_jn  | -90.0                                  | is -90.0
        theta_jn  | Uniform(0, 2*np.pi)                    |
        phase     | Uniform(0, 6.2832)                     |
        phase     | Uniform(-3.142, 3.142)                 |
        phase     | Uniform(3.1416, 9.4248)                |
        theta_jn  | Sine()                                 |
        tilt_1    | 3.1416                                 |
        phase     | 6.2832                                 |
        theta_jn  | Gaussian(mu=1, sigma=0.3)              |
        chirp_mass | Uniform(10, 360)                      |
        a_1       | Uniform(0, 0.99)                       |
        geocent_time | Uniform(1e9, 1e9 + 360)             |
        """)
    void anglesBeyondAFullTurnLookLikeDegrees(String key, String prior, String clause) {
        boolean isNumber = prior.matches("-?[\\d.]+");
        Map<String, Object> priors = new LinkedHashMap<>();
        priors.put("mass_1", "Uniform(5, 9)");
        priors.put(key, isNumber ? (Object) Double.valueOf(prior) : prior);
        assertEquals(clause == null ? List.of() : List.of(new PriorDoubt(key, clause
            + ", more than a full turn: like bilby's, angles are in radians, and these look like degrees")),
            of(priors));
    }

    @Test
    void aGaussianAngleOfDegreesIsFoundThoughItHasNoEnds() {
        assertEquals("theta_jn", of(Map.of("theta_jn", "Gaussian(mu=45, sigma=10)")).getFirst().key());
    }

    @Test
    void whereNothingVariesThatIsSaid() {
        assertEquals(List.of(new PriorDoubt("", "fixes every parameter, so that all rows are the same")),
            of(Map.of("chirp_mass", 28, "mass_ratio", 0.8)));
        Map<String, Object> priors = new LinkedHashMap<>();
        priors.put("chirp_mass", 28);
        priors.put("geocent_time", "Uniform(-0.1, 0.1)");
        priors.put("ra", "Uniform(0, 2*np.pi)");
        assertEquals(List.of(new PriorDoubt("",
            "varies nothing but geocent_time and ra, so that all waveforms are the same")),
            of(priors, "geocent_time", "ra", "psi"));
        assertEquals(List.of(), of(priors, "geocent_time"));
    }
}
