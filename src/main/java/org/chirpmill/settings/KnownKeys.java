package org.chirpmill.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys that mean something here, by the mapping that they stand in. */
final class KnownKeys {
    static final List<String> TOP = List.of("domain", "waveform_generator", "intrinsic_prior", "prior", "num_samples",
        "seed", "compression", "waveform_parameters");
    static final List<String> UNIFORM = List.of("type", "f_min", "f_max", "delta_f");
    static final List<String> MULTIBANDED =
        List.of("type", "nodes", "delta_f_initial", "base_domain", "base_delta_f");
    static final List<String> GENERATOR = List.of("approximant", "f_ref", "f_start", "spin_conversion_phase",
        "mode_list", "phenomx", "accuracy");
    static final List<String> PHENOMX = List.of(ModelChoicesReader.VERSION, ModelChoicesReader.FINAL_SPIN);
    static final List<String> COMPRESSION = List.of("svd", "whitening", "phase_heterodyning");
    static final List<String> HETERODYNING = List.of("order");
    static final List<String> SVD = List.of(
        "size", "num_training_samples", "num_validation_samples", "file", "sampling");

    private static final Map<String, List<String>> ALL = all();

    private KnownKeys() {}

    /** The path at which a key is known that is not where it stands. */
    static Optional<String> elsewhere(String key) {
        return ALL.entrySet().stream().filter(mapping -> mapping.getValue().contains(key)).findFirst()
            .map(mapping -> mapping.getKey().isEmpty() ? key : mapping.getKey() + "." + key);
    }

    private static Map<String, List<String>> all() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("", TOP);
        all.put("domain", Stream.concat(UNIFORM.stream(), MULTIBANDED.stream()).toList());
        all.put("waveform_generator", GENERATOR);
        all.put("waveform_generator.phenomx", PHENOMX);
        all.put("compression", COMPRESSION);
        all.put("compression.svd", SVD);
        all.put("compression.phase_heterodyning", HETERODYNING);
        return all;
    }
}
