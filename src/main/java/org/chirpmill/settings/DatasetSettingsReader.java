package org.chirpmill.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Reads and checks the top level. */
final class DatasetSettingsReader {
    private static final String START = "waveform_generator.f_start";

    private final Reading reading;
    private final Section top;

    private DatasetSettingsReader(Reading reading) {
        this.reading = reading;
        this.top = Section.top(reading);
    }

    static DatasetSettings settings(SettingsTree tree, UnknownKeys unknownKeys, SettingsJudge judge) {
        return new DatasetSettingsReader(new Reading(tree, unknownKeys)).settings(unknownKeys, judge);
    }

    private DatasetSettings settings(UnknownKeys unknownKeys, SettingsJudge judge) {
        OtherForms.refuse(reading);
        Optional<DomainSettings> domain = top.part("domain", "a mapping with type, f_min, f_max and delta_f",
            section -> new DomainReader(reading).domain(section));
        Optional<WaveformGeneratorSettings> generator = top.part("waveform_generator",
            "a mapping with approximant and f_ref", section -> new WaveformGeneratorReader(reading).generator(section));
        if (reading.isSound("domain") && reading.isSound("waveform_generator")) {
            checkStart(domain.orElseThrow(), generator.orElseThrow());
        }
        Map<String, PriorEntry> prior = prior();
        OptionalLong numSamples = numSamples();
        OptionalLong seed = seed();
        Optional<CompressionSettings> compression = CompressionReader.compression(top);
        Map<String, Double> parameters = waveformParameters();
        top.refuseOthers(KnownKeys.TOP);
        SettingsTree taken = reading.treeAsTaken();
        judge.judge(taken, generator, prior, unknownKeys, refusal -> reading.refuse("", refusal));
        reading.finish();
        return new DatasetSettings(domain.orElseThrow(), generator.orElseThrow(), prior, numSamples, seed, compression,
            parameters, reading.warnings(), taken, unknownKeys);
    }

    /** The rules that domain and generator keep together. */
    private void checkStart(DomainSettings domain, WaveformGeneratorSettings generator) {
        OptionalDouble start = generator.startFrequency();
        double maximum = domain.maximumFrequency();
        if (start.isPresent() && start.getAsDouble() >= maximum) {
            refuse(START, "a frequency below the domain's highest of " + PythonLiteral.of(maximum) + " Hz");
            return;
        }
        switch (domain) {
            case DomainSettings.Uniform uniform -> {
                if (start.isEmpty() && uniform.minimumFrequency() == 0) {
                    refuse("domain.f_min", "a frequency above 0 Hz where waveform_generator.f_start is not given");
                }
                if (start.isPresent() && start.getAsDouble() > uniform.minimumFrequency()) {
                    reading.warn(START, START + " = "
                        + PythonLiteral.of(start.getAsDouble()) + " lies above domain.f_min = "
                        + PythonLiteral.of(uniform.minimumFrequency()) + ", and waveforms are zero between the two, "
                        + "while dingo-gw's begin at 0.8 to 0.95 of f_start, lower above 100 solar masses");
                }
            }
            case DomainSettings.Multibanded multibanded -> {
                if (start.isPresent() && start.getAsDouble() > multibanded.nodes().getFirst()) {
                    reading.warn(START, START + " = "
                        + PythonLiteral.of(start.getAsDouble())
                        + " is ignored on a MultibandedFrequencyDomain, which starts at its first node");
                }
            }
        }
    }

    private void refuse(String path, String allowed) {
        reading.refuse(path, reading.refusal(path, allowed));
    }

    private Map<String, PriorEntry> prior() {
        if (top.has("prior") && top.has("intrinsic_prior")) {
            reading.refuse("prior", reading.tree().refusal("prior",
                "prior and intrinsic_prior are both given but only one of them is allowed"));
        }
        String key = DatasetSettings.priorKey(reading.tree());
        Map<String, PriorEntry> prior = new LinkedHashMap<>();
        if (top.has(key)) {
            top.part(key, "a mapping of parameters to their priors", section -> {
                section.entries().forEach((name, value) -> {
                    if (value instanceof String || value instanceof Long || value instanceof Double) {
                        prior.put(name, new PriorEntry(value, reading.tree().line(section.path(name))));
                    } else {
                        section.refuse(name, "a prior such as Uniform(minimum=0.0, maximum=1.0), a number or default");
                    }
                });
                return prior;
            });
        }
        return prior;
    }

    private OptionalLong numSamples() {
        return top.isSet("num_samples")
            ? OptionalLong.of(top.whole("num_samples", "a whole number of waveforms, 1 or more", n -> n >= 1))
            : OptionalLong.empty();
    }

    /** Stored settings may be of a version that took no notice of it. */
    private OptionalLong seed() {
        if (!top.isSet("seed") || reading.tree().stored() && !(top.entries().get("seed") instanceof Long)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(top.whole("seed", "a whole number that fits 64 bits", n -> true));
    }

    private Map<String, Double> waveformParameters() {
        Map<String, Double> parameters = new LinkedHashMap<>();
        if (top.isSet("waveform_parameters")) {
            top.part("waveform_parameters", "a mapping of parameters to numbers", section -> {
                section.entries().keySet().forEach(
                    name -> parameters.put(name, section.number(name, "a number", x -> true)));
                return parameters;
            });
        }
        return parameters;
    }
}
