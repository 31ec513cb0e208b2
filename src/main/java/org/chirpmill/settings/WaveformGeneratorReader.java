package org.chirpmill.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** Reads and checks the {@code waveform_generator} mapping. */
final class WaveformGeneratorReader {
    private static final Set<String> KEYS = Set.of("approximant", "f_ref", "f_start", "spin_conversion_phase",
        "mode_list", "phenomx", "accuracy", "new_interface");
    /** No model has modes beyond this degree. */
    private static final int HIGHEST_DEGREE = 100;

    private WaveformGeneratorReader() {}

    static WaveformGeneratorSettings generator(Section section) {
        String approximant = section.text("approximant", "the name of a waveform model, such as IMRPhenomD");
        double reference = section.number("f_ref", "a frequency above 0 Hz", f -> f > 0);
        OptionalDouble start = section.optionalNumber("f_start", "a frequency above 0 Hz or null", f -> f > 0);
        OptionalDouble phase = section.optionalNumber("spin_conversion_phase", "a phase in rad or null", p -> true);
        List<WaveformGeneratorSettings.Mode> modes = modes(section);
        if (section.has("new_interface")) {
            section.warn("new_interface",
                section.path("new_interface") + " chooses between interfaces of LALSimulation and is ignored");
        }
        section.warnOfOthers(KEYS);
        return new WaveformGeneratorSettings(
            approximant, reference, start, phase, modes, precessionVersion(section), accuracy(section));
    }

    /** A text or a number; what it means, the engine knows. */
    private static Optional<String> accuracy(Section section) {
        if (!section.isSet("accuracy")) {
            section.takeNoneAsNull("accuracy");
            return Optional.empty();
        }
        return Optional.of(String.valueOf(section.entries().get("accuracy")));
    }

    private static OptionalInt precessionVersion(Section section) {
        if (!section.isSet("phenomx")) {
            section.takeNoneAsNull("phenomx");
            return OptionalInt.empty();
        }
        Section options = section.section("phenomx", "a mapping with prec_version");
        options.refuseOthers(Set.of("prec_version"), "prec_version, the only option there is");
        return OptionalInt.of((int) options.whole("prec_version",
            "223 (two-spin angles, LALSimulation's default) or 102 (single-spin angles)", v -> v == 223 || v == 102));
    }

    private static List<WaveformGeneratorSettings.Mode> modes(Section section) {
        if (!section.isSet("mode_list")) {
            section.takeNoneAsNull("mode_list");
            return List.of();
        }
        String allowed = "a list of [l, m] with l of 2 or more and m from -l to l, such as [[2, 2], [3, 3]], or null";
        if (!(section.entries().get("mode_list") instanceof List<?> list) || list.isEmpty()) {
            throw section.refusal("mode_list", allowed);
        }
        List<WaveformGeneratorSettings.Mode> modes = new ArrayList<>();
        for (Object item : list) {
            boolean isMode = item instanceof List<?> pair && pair.size() == 2
                && pair.get(0) instanceof Long l && pair.get(1) instanceof Long m
                && l >= 2 && l <= HIGHEST_DEGREE && Math.abs(m) <= l;
            if (!isMode) {
                throw section.refusal("mode_list", allowed);
            }
            List<?> pair = (List<?>) item;
            modes.add(new WaveformGeneratorSettings.Mode(
                ((Long) pair.get(0)).intValue(), ((Long) pair.get(1)).intValue()));
        }
        return modes;
    }
}
