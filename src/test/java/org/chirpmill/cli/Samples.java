package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.model.phenomd.PhenomD;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;

/** Settings to test with. */
public final class Samples {
    public static final Path QUICK = Path.of("configs/quick.yaml");
    public static final Path MULTIBANDED = Path.of("configs/multibanded_d.yaml");
    public static final Path WAVEFORM = Path.of("configs/waveform.yaml");
    public static final Path REFERENCES = Path.of("src/test/resources/reference");

    /** Small and quick; chi_1 leaves the Kerr bound in two draws of seven, so that draws are rejected. */
    public static final String REJECTING = """
        domain:
          type: UniformFrequencyDomain
          f_min: 16.0
          f_max: 64.0
          delta_f: 0.5
        waveform_generator:
          approximant: IMRPhenomD
          f_ref: 16.0
        intrinsic_prior:
          mass_1: Uniform(minimum=12.0, maximum=75.0)
          mass_2: Uniform(minimum=12.0, maximum=75.0)
          chi_1: Uniform(minimum=0.5, maximum=1.2)
          chi_2: Cosine(minimum=-0.9, maximum=0.9)
          theta_jn: Sine()
          phase: Uniform(0, 2*np.pi)
          luminosity_distance: PowerLaw(alpha=2, minimum=100, maximum=900)
          geocent_time: 0.0
        num_samples: 150
        """;

    /** The backend that runs where none is named. */
    public static final EvaluatorProvider AUTOMATIC = EvaluatorLookup.automatic(reason -> { });

    /** What it keeps for IMRPhenomD in single precision where no accuracy is asked for. */
    public static final Accuracy AUTOMATIC_ACCURACY = AUTOMATIC.kept(new PhenomD(), Precision.SINGLE, Accuracy.DEFAULT);

    private Samples() {}

    public static Path rejecting(Path directory) throws IOException {
        return Files.writeString(directory.resolve("rejecting.yaml"), REJECTING);
    }

    /** A copy of some settings with one part replaced, as {@code a.yaml} in the directory. */
    public static Path changed(Path directory, String settings, String part, String replacement) throws IOException {
        assertTrue(settings.contains(part), () -> "nothing to replace: " + part);
        return Files.writeString(directory.resolve("a.yaml"), settings.replace(part, replacement));
    }
}
