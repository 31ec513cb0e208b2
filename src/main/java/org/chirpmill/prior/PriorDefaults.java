package org.chirpmill.prior;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chirpmill.parameters.KnownParameters;
import org.chirpmill.parameters.SpinParameter;

/** The priors that dingo-gw takes for {@code default}: the {@code default_intrinsic_dict} of its release 0.10.3. */
public final class PriorDefaults {
    /** What is written for them. */
    public static final String WORD = "default";

    private static final Map<String, Object> DEFAULTS = defaults();
    /** Of these dingo-gw has none. */
    private static final List<String> ALIGNED_SPINS =
        List.of(SpinParameter.ALIGNED.key(1), SpinParameter.ALIGNED.key(2));

    private PriorDefaults() {}

    /** Whether a parameter has one. */
    public static boolean has(String key) {
        return DEFAULTS.containsKey(key);
    }

    /** The default of a key: a number or a prior string. */
    static Object of(String key) {
        Object value = DEFAULTS.get(key);
        if (value == null) {
            throw PriorSyntaxException.of(key, WORD, formerly(key)
                .map(prior -> "dingo-gw has no default for " + key + ", write a prior such as " + prior)
                .orElse(key + " has no default" + KnownParameters.hint(key, DEFAULTS.keySet())
                    + ", those that have are " + String.join(", ", DEFAULTS.keySet())));
        }
        return value;
    }

    /**
     * What version 0.1.0 took for {@code default}, where dingo-gw has none: its spins along the orbital angular
     * momentum were those of isotropic ones. Settings that a dataset stores still mean it.
     */
    public static Optional<String> formerly(String key) {
        return ALIGNED_SPINS.contains(key)
            ? Optional.of("bilby.gw.prior.AlignedSpin(a_prior=Uniform(minimum=0, maximum=0.99))")
            : Optional.empty();
    }

    private static Map<String, Object> defaults() {
        String circle = "bilby.core.prior.Uniform(minimum=0.0, maximum=2*np.pi, boundary=\"periodic\", name=\"%s\")";
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("mass_1", "bilby.core.prior.Constraint(minimum=10.0, maximum=80.0, name='mass_1')");
        table.put("mass_2", "bilby.core.prior.Constraint(minimum=10.0, maximum=80.0, name='mass_2')");
        table.put("mass_ratio",
            "bilby.gw.prior.UniformInComponentsMassRatio(minimum=0.125, maximum=1.0, name='mass_ratio')");
        table.put("chirp_mass",
            "bilby.gw.prior.UniformInComponentsChirpMass(minimum=25.0, maximum=100.0, name='chirp_mass')");
        table.put("luminosity_distance", 1000.0);
        table.put("theta_jn", "bilby.core.prior.Sine(minimum=0.0, maximum=np.pi, name='theta_jn')");
        table.put("phase", circle.formatted("phase"));
        table.put("a_1", "bilby.core.prior.Uniform(minimum=0.0, maximum=0.99, name='a_1')");
        table.put("a_2", "bilby.core.prior.Uniform(minimum=0.0, maximum=0.99, name='a_2')");
        table.put("tilt_1", "bilby.core.prior.Sine(minimum=0.0, maximum=np.pi, name='tilt_1')");
        table.put("tilt_2", "bilby.core.prior.Sine(minimum=0.0, maximum=np.pi, name='tilt_2')");
        table.put("phi_12", circle.formatted("phi_12"));
        table.put("phi_jl", circle.formatted("phi_jl"));
        table.put("lambda_1", "bilby.core.prior.Uniform(minimum=0.0, maximum=5000.0, name='lambda_1')");
        table.put("lambda_2", "bilby.core.prior.Uniform(minimum=0.0, maximum=5000.0, name='lambda_2')");
        table.put("geocent_time", 0.0);
        return Collections.unmodifiableMap(table);
    }
}
