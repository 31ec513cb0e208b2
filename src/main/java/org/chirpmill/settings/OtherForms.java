package org.chirpmill.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings of other kinds that are easily taken for those of a dataset, told by keys that stand in no such file. */
final class OtherForms {
    private static final String WANTED = "domain, waveform_generator, intrinsic_prior and num_samples";
    private static final String OF_TRAINING = "belongs to settings of a training: those of its waveform dataset "
        + "are wanted here, with " + WANTED;
    private static final String OF_NOISE = "belongs to settings of a noise (ASD) dataset: those of a waveform "
        + "dataset are wanted here, with " + WANTED;
    private static final String OF_2021 = "belongs to dingo's form of 2021: write ";

    /** By a key of the top level, what it says of the file. */
    private static final Map<String, String> SENTENCES = sentences();

    private OtherForms() {}

    /**
     * Refuses settings of another form in a sentence for each key that shows it, and nothing beside: all that is
     * missing in them is beside the point.
     *
     * @throws SettingsException where they are of one
     */
    static void refuse(Reading reading) {
        SettingsTree tree = reading.tree();
        if (tree.stored()) {
            return;
        }
        if (!tree.has("domain") || !tree.has("waveform_generator")) {
            refuseWhole(reading);
        }
        if (reading.refusesUnknownKeys()) {
            target("", tree.root()).ifPresent(path -> reading.refuse(path, tree.refusal(path, path + " names a Python "
                + "object, as Hydra's form does: leave it out and write dingo-gw's form, such as chirp_mass: "
                + "Uniform(minimum=20.0, maximum=40.0)")));
        }
        reading.finish();
    }

    private static void refuseWhole(Reading reading) {
        SettingsTree tree = reading.tree();
        SENTENCES.forEach((key, sentence) -> {
            if (tree.root().get(key) instanceof Map) {
                reading.refuse(key, tree.refusal(key, key + " " + sentence));
            }
        });
        if (tree.root().get("defaults") instanceof List || tree.root().get("hydra") instanceof Map) {
            String key = tree.has("defaults") ? "defaults" : "hydra";
            reading.refuse(key, tree.refusal(key, key + " belongs to Hydra, which puts settings together of several "
                + "files: give what they come to, with " + WANTED));
        }
    }

    /** The first of Hydra's keys for what is to be made of a mapping. */
    private static Optional<String> target(String path, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        for (Map.Entry<String, Object> entry : SettingsTree.textKeys(map).entrySet()) {
            String child = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
            Optional<String> found =
                entry.getKey().equals("_target_") ? Optional.of(child) : target(child, entry.getValue());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> sentences() {
        Map<String, String> sentences = new LinkedHashMap<>();
        sentences.put("domain_settings", OF_2021 + "domain, with type, f_min, f_max and delta_f in one mapping, in "
            + "place of name and kwargs");
        sentences.put("waveform_generator_settings", OF_2021 + "waveform_generator, with approximant and f_ref");
        sentences.put("prior_settings", OF_2021 + "intrinsic_prior, with texts such as Uniform(minimum=10.0, "
            + "maximum=80.0) in place of lists such as [Uniform, 10, 80]");
        sentences.put("data", OF_TRAINING);
        sentences.put("training", OF_TRAINING);
        sentences.put("dataset_settings", OF_NOISE);
        sentences.put("parameterization_settings", OF_NOISE);
        return sentences;
    }
}
