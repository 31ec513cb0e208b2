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
 * Sources from as wide a prior as a user may write: total masses of 5 to 400 solar masses, mass ratios down to 1/20,
 * spins up to 0.99, in any direction where the model precesses.
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
        priors.put("total_mass", "LogUniform(minimum=5.0, maximum=400.0)");
        priors.put("mass_ratio", "Uniform(minimum=0.05, maximum=1.0)");
        if (model.traits().isPrecessing()) {
            for (String body : new String[] {"1", "2"}) {
                priors.put("a_" + body, "Uniform(minimum=0.0, maximum=0.99)");
                priors.put("tilt_" + body, "Sine(minimum=0.0, maximum=np.pi)");
            }
            priors.put("phi_12", "Uniform(minimum=0.0, maximum=2*np.pi)");
            priors.put("phi_jl", "Uniform(minimum=0.0, maximum=2*np.pi)");
        } else {
            priors.put("chi_1", "Uniform(minimum=-0.99, maximum=0.99)");
            priors.put("chi_2", "Uniform(minimum=-0.99, maximum=0.99)");
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
