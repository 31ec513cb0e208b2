package org.chirpmill.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Reads and checks the {@code waveform_generator} mapping; what it refuses is empty in what it gives. */
final class WaveformGeneratorReader {
    /** Where bilby's users write LALSimulation's options. */
    private static final String ARGUMENTS = "waveform_arguments";
    private static final String OPTIONS = "options";

    private final Reading reading;

    WaveformGeneratorReader(Reading reading) {
        this.reading = reading;
    }

    WaveformGeneratorSettings generator(Section section) {
        List<String> known = new ArrayList<>(KnownKeys.GENERATOR);
        String approximant = section.text("approximant", "the name of a waveform model, such as IMRPhenomD");
        double reference = section.number("f_ref", "a frequency above 0 Hz", f -> f > 0);
        OptionalDouble start = section.optionalNumber("f_start", "a frequency above 0 Hz or null", f -> f > 0);
        OptionalDouble phase = section.optionalNumber("spin_conversion_phase", "a phase in rad or null", p -> true);
        ModelChoicesReader choices = new ModelChoicesReader(reading);
        choices.look(section);
        // Nothing took notice of LALSimulation's names when the data were made that stored settings describe.
        if (!reading.tree().stored()) {
            choices.lookForLalsimulation(section);
            known.addAll(ModelChoicesReader.namesOfLalsimulation());
            known.add(ARGUMENTS);
            lookIntoArguments(section, approximant, choices);
        }
        List<WaveformGeneratorSettings.Mode> modes = choices.modes(section);
        OptionalInt version = choices.version(section);
        OptionalInt finalSpin = choices.finalSpin(section);
        Optional<String> accuracy = accuracy(section);
        section.refuseOthers(KnownKeys.GENERATOR, known, ForeignKeys.ofGenerator(approximant));
        return new WaveformGeneratorSettings(approximant, reference, start, phase, modes, version, finalSpin, accuracy);
    }

    /**
     * The generator of reference waveforms, by the options that LALSimulation was given beside the source.
     *
     * @param file names the file, for messages
     * @throws SettingsException where there is no such option, or no such value of it here
     */
    static WaveformGeneratorSettings ofOptions(
            String approximant, double referenceFrequency, Map<String, Object> options, String file) {
        Reading reading = new Reading(
            new SettingsTree(Map.of(OPTIONS, options), Map.of(), file), UnknownKeys.REFUSED);
        Section section = Section.top(reading).part(OPTIONS, "a mapping", itself -> itself).orElseThrow();
        ModelChoicesReader choices = new ModelChoicesReader(reading);
        choices.lookForLalsimulation(section);
        List<WaveformGeneratorSettings.Mode> modes = choices.modes(section);
        OptionalInt version = choices.version(section);
        OptionalInt finalSpin = choices.finalSpin(section);
        List<String> known = ModelChoicesReader.namesOfLalsimulation();
        section.refuseOthers(known, known, ForeignKeys.ofGenerator(approximant));
        reading.finish();
        return new WaveformGeneratorSettings(approximant, referenceFrequency, OptionalDouble.empty(),
            OptionalDouble.empty(), modes, version, finalSpin, Optional.empty());
    }

    private static void lookIntoArguments(Section section, String approximant, ModelChoicesReader choices) {
        section.takeNoneAsNull(ARGUMENTS);
        if (section.isSet(ARGUMENTS)) {
            section.part(ARGUMENTS, "a mapping of LALSimulation's options, such as {PhenomXPrecVersion: 223}, or null",
                arguments -> {
                    choices.lookForLalsimulation(arguments);
                    List<String> known = ModelChoicesReader.namesOfLalsimulation();
                    arguments.refuseOthers(known, known, ForeignKeys.ofGenerator(approximant));
                    return arguments;
                });
        }
    }

    /** A text or a number; what it means, the engine knows. */
    private static Optional<String> accuracy(Section section) {
        if (!section.isSet("accuracy")) {
            section.takeNoneAsNull("accuracy");
            return Optional.empty();
        }
        return Optional.of(String.valueOf(section.entries().get("accuracy")));
    }
}
