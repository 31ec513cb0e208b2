package org.chirpmill.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.physics.Cosmology;
import org.chirpmill.prior.PriorSampler;
import org.chirpmill.prior.PriorSet;
import org.chirpmill.source.SourceConversion;
import org.chirpmill.source.SourceParameters;
import org.chirpmill.source.UnphysicalSourceException;

/**
 * Sources from as wide a prior as a user may write, spins in any direction where the model precesses: black holes with
 * total masses of 5 to 400 solar masses, mass ratios down to 1/20 and spins up to 0.99; neutron stars of 1 to 3 solar
 * masses with spins up to 0.6 and deformabilities up to 5000; or a black hole of 3 to 50 solar masses and a neutron
 * star.
 */
public final class WideDraws {
    private final PriorSampler sampler;
    private final SourceConversion conversion;
    private final PriorSet prior;
    private final long seed;
    private final double[] parameters;

    /** Draws for a model, with spins given at f_ref, Hz. */
    public WideDraws(WaveformModel model, double referenceFrequency, long seed) {
        Map<String, Object> priors = new LinkedHashMap<>();
        switch (model.traits().bodies()) {
            case BLACK_HOLES -> {
                priors.put("total_mass", "LogUniform(minimum=5.0, maximum=400.0)");
                priors.put("mass_ratio", uniform(0.05, 1));
                putSpins(model, 0.99, 0.99, priors);
            }
            case NEUTRON_STARS -> {
                priors.put("mass_1", uniform(1, 3));
                priors.put("mass_2", uniform(1, 3));
                putSpins(model, 0.6, 0.6, priors);
                priors.put("lambda_1", uniform(0, 5000));
                priors.put("lambda_2", uniform(0, 5000));
            }
            case BLACK_HOLE_AND_NEUTRON_STAR -> {
                priors.put("mass_1", "LogUniform(minimum=3.0, maximum=50.0)");
                priors.put("mass_2", uniform(1, 3));
                putSpins(model, 0.99, 0, priors);
                priors.put("lambda_1", 0.0);
                priors.put("lambda_2", uniform(0, 5000));
            }
        }
        priors.put("theta_jn", "Sine(minimum=0.0, maximum=np.pi)");
        priors.put("phase", "Uniform(minimum=0.0, maximum=2*np.pi)");
        priors.put("luminosity_distance", 500.0);
        priors.put("geocent_time", 0.0);
        prior = PriorSet.of(priors);
        sampler = prior.sampler();
        conversion = new SourceConversion(
            prior.columns(), referenceFrequency, OptionalDouble.empty(), Cosmology::planck15);
        parameters = new double[prior.columns().size()];
        this.seed = seed;
    }

    private static void putSpins(WaveformModel model, double first, double second, Map<String, Object> priors) {
        if (model.traits().isPrecessing()) {
            priors.put("a_1", uniform(0, first));
            priors.put("a_2", uniform(0, second));
            priors.put("tilt_1", "Sine(minimum=0.0, maximum=np.pi)");
            priors.put("tilt_2", "Sine(minimum=0.0, maximum=np.pi)");
            priors.put("phi_12", "Uniform(minimum=0.0, maximum=2*np.pi)");
            priors.put("phi_jl", "Uniform(minimum=0.0, maximum=2*np.pi)");
        } else {
            priors.put("chi_1", uniform(-first, first));
            priors.put("chi_2", second == 0 ? (Object) 0.0 : uniform(-second, second));
        }
    }

    private static String uniform(double minimum, double maximum) {
        return "Uniform(minimum=" + minimum + ", maximum=" + maximum + ")";
    }

    /** The source of a row. */
    public SourceParameters source(long row) throws UnphysicalSourceException {
        sampler.draw(seed, row, 0, parameters, 0);
        return conversion.convert(parameters, 0);
    }

    /** The parameters of a row, in words. */
    public String text(long row) {
        sampler.draw(seed, row, 0, parameters, 0);
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < parameters.length; column++) {
            text.append(column == 0 ? "" : " ").append(prior.columns().get(column)).append('=')
                .append(parameters[column]);
        }
        return text.toString();
    }
}
