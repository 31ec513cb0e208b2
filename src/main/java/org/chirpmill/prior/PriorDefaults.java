package org.chirpmill.prior;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chirpmill.parameters.DistanceMeasure;
import org.chirpmill.parameters.Inclination;
import org.chirpmill.parameters.MassParameter;
import org.chirpmill.parameters.OrbitalPhase;
import org.chirpmill.parameters.SpinParameter;

/**
 * The priors that dingo-gw takes for {@code default}, with dingo-waveform's for aligned spins, and the completion of
 * a set that leaves parameters out.
 */
public final class PriorDefaults {
    private static final Map<String, Object> DEFAULTS = defaults();

    private PriorDefaults() {}

    /**
     * A completed section of priors.
     *
     * @param priors the entries that were given, then those filled in; ready for {@link PriorSet#of}
     * @param filled the keys filled in
     */
    public record Completed(Map<String, Object> priors, List<String> filled) {
        /** Takes copies, in the given order. */
        public Completed {
            priors = Collections.unmodifiableMap(new LinkedHashMap<>(priors));
            filled = List.copyOf(filled);
        }
    }

    /** The default of a key: a number or a prior string. */
    static Object of(String key) {
        Object value = DEFAULTS.get(key);
        if (value == null) {
            throw PriorSyntaxException.of(
                key, "default", key + " has no default, those that have are " + String.join(", ", DEFAULTS.keySet()));
        }
        return value;
    }

    /**
     * Adds what a binary needs and the section leaves out. Masses: both of dingo-gw's chirp mass and mass ratio where
     * nothing gives a scale, with its limits on the component masses; the mass ratio where only a scale is given.
     * Spins: those of a body without any spin key, and for a precessing model each missing magnitude and tilt.
     * Missing phi_12 and phi_jl beside chi_1, chi_2, cos_tilt_1 or cos_tilt_2 stay absent, which bilby's conversion
     * takes as zero. A distance is missing only where redshift and comoving distance are, too.
     *
     * @param priors the section as given, see {@link PriorSet#of}
     * @param precessing whether the model takes spins in any direction
     * @throws PriorSyntaxException where a given prior cannot be understood
     */
    public static Completed complete(Map<String, ?> priors, boolean precessing) {
        Completion completion = new Completion(priors);
        completion.masses();
        completion.spins(precessing);
        completion.fillUnless(Inclination.keys(), Inclination.THETA_JN.key());
        completion.fillUnless(OrbitalPhase.keys(), OrbitalPhase.PHASE.key());
        completion.fillUnless(DistanceMeasure.keys(), DistanceMeasure.LUMINOSITY_DISTANCE.key());
        completion.fill("geocent_time");
        return new Completed(completion.entries, completion.filled);
    }

    /** A section being completed. */
    private static final class Completion {
        private final Map<String, Object> entries = new LinkedHashMap<>();
        /** Keys with a value, in contrast to constraints. */
        private final List<String> valued = new ArrayList<>();
        private final List<String> filled = new ArrayList<>();

        Completion(Map<String, ?> given) {
            given.forEach((key, value) -> {
                Prior prior = PriorSet.read(key, value);
                if (prior != null) {
                    entries.put(key, value);
                    if (prior instanceof Distribution) {
                        valued.add(key);
                    }
                }
            });
        }

        void masses() {
            long scales = count(MassParameter.massKeys());
            boolean ratio = has(MassParameter.ratioKeys());
            if (scales == 0) {
                fill(MassParameter.CHIRP_MASS.key());
            }
            if (scales < 2 && !ratio) {
                fill(MassParameter.MASS_RATIO.key());
            }
            if (scales == 0) {
                fill(MassParameter.MASS_1.key());
                fill(MassParameter.MASS_2.key());
            }
        }

        void spins(boolean precessing) {
            boolean hasAligned = hasOfEitherBody(SpinParameter.ALIGNED);
            boolean zeroAzimuths = hasAligned || hasOfEitherBody(SpinParameter.COS_TILT);
            boolean aligned = !precessing || hasAligned;
            for (int body = 1; body <= 2; body++) {
                String chi = SpinParameter.ALIGNED.key(body);
                boolean silent = !has(SpinParameter.keys(body));
                if (silent && aligned) {
                    fill(chi);
                } else if (precessing) {
                    fillUnless(List.of(chi), SpinParameter.MAGNITUDE.key(body));
                    fillUnless(List.of(chi, SpinParameter.COS_TILT.key(body)), SpinParameter.TILT.key(body));
                }
            }
            if (precessing && !zeroAzimuths) {
                fill("phi_12");
                fill("phi_jl");
            }
        }

        void fillUnless(List<String> equivalents, String key) {
            if (!has(equivalents)) {
                fill(key);
            }
        }

        private void fill(String key) {
            if (entries.putIfAbsent(key, of(key)) == null) {
                filled.add(key);
            }
        }

        private boolean hasOfEitherBody(SpinParameter parameter) {
            return has(List.of(parameter.key(1), parameter.key(2)));
        }

        private boolean has(List<String> keys) {
            return count(keys) > 0;
        }

        private long count(List<String> keys) {
            return keys.stream().filter(valued::contains).count();
        }
    }

    private static Map<String, Object> defaults() {
        String circle = "Uniform(minimum=0.0, maximum=2*np.pi, boundary='periodic', name='%s')";
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("mass_1", "Constraint(minimum=10.0, maximum=80.0, name='mass_1')");
        table.put("mass_2", "Constraint(minimum=10.0, maximum=80.0, name='mass_2')");
        table.put("mass_ratio", "UniformInComponentsMassRatio(minimum=0.125, maximum=1.0, name='mass_ratio')");
        table.put("chirp_mass", "UniformInComponentsChirpMass(minimum=25.0, maximum=100.0, name='chirp_mass')");
        table.put("luminosity_distance", 1000.0);
        table.put("theta_jn", "Sine(minimum=0.0, maximum=np.pi, name='theta_jn')");
        table.put("phase", circle.formatted("phase"));
        table.put("a_1", "Uniform(minimum=0.0, maximum=0.99, name='a_1')");
        table.put("a_2", "Uniform(minimum=0.0, maximum=0.99, name='a_2')");
        table.put("tilt_1", "Sine(minimum=0.0, maximum=np.pi, name='tilt_1')");
        table.put("tilt_2", "Sine(minimum=0.0, maximum=np.pi, name='tilt_2')");
        table.put("phi_12", circle.formatted("phi_12"));
        table.put("phi_jl", circle.formatted("phi_jl"));
        table.put("chi_1", "AlignedSpin(name='chi_1', a_prior=Uniform(minimum=0, maximum=0.99))");
        table.put("chi_2", "AlignedSpin(name='chi_2', a_prior=Uniform(minimum=0, maximum=0.99))");
        table.put("geocent_time", 0.0);
        return Collections.unmodifiableMap(table);
    }
}
