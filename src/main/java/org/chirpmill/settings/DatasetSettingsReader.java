package org.chirpmill.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/** Reads and checks the top level. */
final class DatasetSettingsReader {
    private static final Set<String> KEYS = Set.of("domain", "waveform_generator", "intrinsic_prior", "prior",
        "num_samples", "compression", "waveform_parameters", "svd");

    private DatasetSettingsReader() {}

    static DatasetSettings settings(SettingsTree tree, UnknownKeys unknownKeys) {
        Reading reading = new Reading(tree);
        Section top = Section.top(reading);
        Section domainSection = top.section("domain", "a mapping with type, f_min, f_max and delta_f");
        DomainSettings domain = new DomainReader(reading).domain(domainSection);
        Section generatorSection = top.section("waveform_generator", "a mapping with approximant and f_ref");
        WaveformGeneratorSettings generator = WaveformGeneratorReader.generator(generatorSection);
        checkStart(domainSection, domain, generatorSection, generator);
        Map<String, PriorEntry> prior = prior(top, tree);
        OptionalLong numSamples = numSamples(top);
        Optional<CompressionSettings> compression = CompressionReader.compression(top);
        Map<String, Double> parameters = waveformParameters(top);
        warnOfTopLevel(top);
        return new DatasetSettings(domain, generator, prior, numSamples, compression, parameters, reading.warnings(),
            reading.treeAsTaken(), unknownKeys);
    }

    /** The rules that domain and generator keep together. */
    private static void checkStart(Section domainSection, DomainSettings domain, Section generatorSection,
        WaveformGeneratorSettings generator) {
        OptionalDouble start = generator.startFrequency();
        double maximum = domain.maximumFrequency();
        if (start.isPresent() && start.getAsDouble() >= maximum) {
            throw generatorSection.refusal("f_start",
                "a frequency below the domain's highest of " + PythonLiteral.of(maximum) + " Hz");
        }
        switch (domain) {
            case DomainSettings.Uniform uniform -> {
                if (start.isEmpty() && uniform.minimumFrequency() == 0) {
                    throw domainSection.refusal("f_min",
                        "a frequency above 0 Hz where waveform_generator.f_start is not given");
                }
                if (start.isPresent() && start.getAsDouble() > uniform.minimumFrequency()) {
                    generatorSection.warn("f_start", "waveform_generator.f_start = "
                        + PythonLiteral.of(start.getAsDouble()) + " lies above domain.f_min = "
                        + PythonLiteral.of(uniform.minimumFrequency()) + ", and waveforms are zero between the two, "
                        + "while dingo-gw's begin at 0.8 to 0.95 of f_start, lower above 100 solar masses");
                }
            }
            case DomainSettings.Multibanded multibanded -> {
                if (start.isPresent() && start.getAsDouble() > multibanded.nodes().getFirst()) {
                    generatorSection.warn("f_start", "waveform_generator.f_start = "
                        + PythonLiteral.of(start.getAsDouble())
                        + " is ignored on a MultibandedFrequencyDomain, which starts at its first node");
                }
            }
        }
    }

    private static Map<String, PriorEntry> prior(Section top, SettingsTree tree) {
        if (top.has("prior") && top.has("intrinsic_prior")) {
            throw tree.refusal("prior", "prior and intrinsic_prior are both given but only one of them is allowed");
        }
        String key = top.has("prior") ? "prior" : "intrinsic_prior";
        Map<String, PriorEntry> prior = new LinkedHashMap<>();
        if (top.has(key)) {
            Section section = top.section(key, "a mapping of parameters to their priors");
            section.entries().forEach((name, value) -> {
                boolean isPrior = value instanceof String || value instanceof Long || value instanceof Double;
                if (!isPrior) {
                    throw section.refusal(name,
                        "a prior such as Uniform(minimum=0.0, maximum=1.0), a number or default");
                }
                prior.put(name, new PriorEntry(value, tree.line(section.path(name))));
            });
        }
        return prior;
    }

    private static OptionalLong numSamples(Section top) {
        return top.isSet("num_samples")
            ? OptionalLong.of(top.whole("num_samples", "a whole number of waveforms, 1 or more", n -> n >= 1))
            : OptionalLong.empty();
    }

    private static Map<String, Double> waveformParameters(Section top) {
        Map<String, Double> parameters = new LinkedHashMap<>();
        if (top.isSet("waveform_parameters")) {
            Section section = top.section("waveform_parameters", "a mapping of parameters to numbers");
            for (String name : section.entries().keySet()) {
                parameters.put(name, section.number(name, "a number", x -> true));
            }
        }
        return parameters;
    }

    private static void warnOfTopLevel(Section top) {
        if (top.has("svd")) {
            top.warn("svd", "svd at the top level is a block of dingo-waveform's SVD examples and is ignored:"
                + " compression is described under compression.svd");
        }
        top.warnOfOthers(KEYS);
    }
}
