package org.chirpmill.settings;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

/** The settings that tests start from. */
final class SettingsTexts {
    static final String UNIFORM = """
        domain:
          type: UniformFrequencyDomain
          f_min: 20.0
          f_max: 512.0
          delta_f: 0.25
        waveform_generator:
          approximant: IMRPhenomD
          f_ref: 20.0
        intrinsic_prior:
          chirp_mass: Uniform(minimum=20.0, maximum=60.0)
          mass_ratio: 0.8
        num_samples: 10
        """;

    static final String MULTIBANDED = """
        domain:
          type: MultibandedFrequencyDomain
          nodes: [16.0, 40.0, 96.0, 600.0]
          delta_f_initial: 0.5
          base_domain:
            type: UniformFrequencyDomain
            f_min: 10.0
            f_max: 600.0
            delta_f: 0.125
        waveform_generator:
          approximant: IMRPhenomXPHM
          f_ref: 20.0
        """;

    private SettingsTexts() {}

    /** Settings from one of the texts with a part of it replaced, the file called {@code a.yaml}. */
    static DatasetSettings changed(String text, String part, String replacement) {
        if (!text.contains(part)) {
            throw new IllegalArgumentException("the text has no " + part);
        }
        return read(text.replace(part, replacement));
    }

    static DatasetSettings read(String text) {
        return DatasetSettings.of(SettingsTree.parse(text, "a.yaml"));
    }

    /** What is refused of a text, a sentence each. */
    static List<String> refusals(String text) {
        return assertThrows(SettingsException.class, () -> read(text)).getMessage().lines().toList();
    }

    /** The same where unknown keys are ignored. */
    static DatasetSettings readLeniently(String text) {
        return DatasetSettings.of(SettingsTree.parse(text, "a.yaml"), UnknownKeys.IGNORED);
    }
}
