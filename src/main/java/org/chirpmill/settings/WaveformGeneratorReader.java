package org.chirpmill.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Reads and checks the {@code waveform_generator} mapping; what it refuses is empty in what it gives. */
final class WaveformGeneratorReader {
    private static final String MODES = "mode_list";
    private static final String PRECESSION = "phenomx";
    /** What LALSimulation's options are called that are here under other names; Python's users write them so. */
    private static final List<String> MODES_OF_LALSIMULATION = List.of("ModeArray", "mode_array");
    private static final String PRECESSION_OF_LALSIMULATION = "PhenomXPrecVersion";
    /** LALSimulation's default, which it takes for 223. */
    private static final long DEFAULT_VERSION = 300;
    private static final long TWO_SPIN_ANGLES = 223;
    private static final long SINGLE_SPIN_ANGLES = 102;
    /** No model has modes beyond this degree. */
    private static final int HIGHEST_DEGREE = 100;

    private final Reading reading;

    WaveformGeneratorReader(Reading reading) {
        this.reading = reading;
    }

    WaveformGeneratorSettings generator(Section section) {
        List<String> known = new ArrayList<>(KnownKeys.GENERATOR);
        // Nothing took notice of LALSimulation's names when the data were made that stored settings describe.
        if (!reading.tree().stored()) {
            known.addAll(MODES_OF_LALSIMULATION);
            known.add(PRECESSION_OF_LALSIMULATION);
        }
        String approximant = section.text("approximant", "the name of a waveform model, such as IMRPhenomD");
        double reference = section.number("f_ref", "a frequency above 0 Hz", f -> f > 0);
        OptionalDouble start = section.optionalNumber("f_start", "a frequency above 0 Hz or null", f -> f > 0);
        OptionalDouble phase = section.optionalNumber("spin_conversion_phase", "a phase in rad or null", p -> true);
        List<WaveformGeneratorSettings.Mode> modes = modes(section, known);
        OptionalInt version = precessionVersion(section, known);
        Optional<String> accuracy = accuracy(section);
        section.refuseOthers(KnownKeys.GENERATOR, known);
        return new WaveformGeneratorSettings(approximant, reference, start, phase, modes, version, accuracy);
    }

    /** A text or a number; what it means, the engine knows. */
    private static Optional<String> accuracy(Section section) {
        if (!section.isSet("accuracy")) {
            section.takeNoneAsNull("accuracy");
            return Optional.empty();
        }
        return Optional.of(String.valueOf(section.entries().get("accuracy")));
    }

    /** The name under which something is given, of several; refused where it is given under two. */
    private Optional<String> spelling(Section section, List<String> spellings, List<String> known) {
        List<String> given = spellings.stream().filter(known::contains).filter(section::isSet).toList();
        if (given.size() > 1) {
            String second = section.path(given.get(1));
            reading.refuse(second, reading.tree().refusal(second, second + " means what " + section.path(given.get(0))
                + " does, and both are given, but only one of them is allowed"));
        }
        return given.stream().findFirst();
    }

    private OptionalInt precessionVersion(Section section, List<String> known) {
        section.takeNoneAsNull(PRECESSION);
        Optional<String> key = spelling(section, List.of(PRECESSION, PRECESSION_OF_LALSIMULATION), known);
        if (key.isEmpty()) {
            return OptionalInt.empty();
        }
        if (key.get().equals(PRECESSION)) {
            return section.part(PRECESSION, "a mapping with prec_version", options -> {
                long version = version(options, "prec_version");
                options.refuseOthers(KnownKeys.PHENOMX);
                options.requireSound();
                return OptionalInt.of((int) version);
            }).orElse(OptionalInt.empty());
        }
        long version = version(section, PRECESSION_OF_LALSIMULATION);
        if (version == 0) {
            return OptionalInt.empty();
        }
        reading.takeAs(section.path(PRECESSION_OF_LALSIMULATION), version);
        reading.takeUnder(section.path(PRECESSION_OF_LALSIMULATION), section.path(PRECESSION) + ".prec_version");
        return OptionalInt.of((int) version);
    }

    private static long version(Section section, String key) {
        long version = section.whole(key, "223 (two-spin angles, LALSimulation's default) or 102 (single-spin angles): "
            + "there are no other angles here",
            v -> v == TWO_SPIN_ANGLES || v == SINGLE_SPIN_ANGLES || v == DEFAULT_VERSION);
        return version == DEFAULT_VERSION ? TWO_SPIN_ANGLES : version;
    }

    private List<WaveformGeneratorSettings.Mode> modes(Section section, List<String> known) {
        section.takeNoneAsNull(MODES);
        List<String> spellings = new ArrayList<>(List.of(MODES));
        spellings.addAll(MODES_OF_LALSIMULATION);
        Optional<String> key = spelling(section, spellings, known);
        if (key.isEmpty()) {
            return List.of();
        }
        List<WaveformGeneratorSettings.Mode> modes = modes(section.entries().get(key.get()));
        if (modes.isEmpty()) {
            section.refuse(key.get(),
                "a list of [l, m] with l of 2 or more and m from -l to l, such as [[2, 2], [3, 3]], or null");
        }
        reading.takeUnder(section.path(key.get()), section.path(MODES));
        return modes;
    }

    /** The modes that a value lists; none where it is no list of modes. */
    private static List<WaveformGeneratorSettings.Mode> modes(Object value) {
        List<WaveformGeneratorSettings.Mode> modes = new ArrayList<>();
        for (Object item : value instanceof List<?> list ? list : List.of()) {
            boolean isMode = item instanceof List<?> pair && pair.size() == 2
                && pair.get(0) instanceof Long l && pair.get(1) instanceof Long m
                && l >= 2 && l <= HIGHEST_DEGREE && Math.abs(m) <= l;
            if (!isMode) {
                return List.of();
            }
            List<?> pair = (List<?>) item;
            modes.add(new WaveformGeneratorSettings.Mode(
                ((Long) pair.get(0)).intValue(), ((Long) pair.get(1)).intValue()));
        }
        return modes;
    }
}
