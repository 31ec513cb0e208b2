package org.chirpmill.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongPredicate;

/**
 * Reads what is chosen about a model: modes, and how spins precess. Each choice may stand under the name that it has
 * here or under LALSimulation's, there or below {@code waveform_arguments}, where bilby's users write these.
 */
final class ModelChoicesReader {
    static final String MODES = "mode_list";
    static final String PRECESSION = "phenomx";
    static final String VERSION = "prec_version";
    static final String FINAL_SPIN = "final_spin_mod";

    private static final List<String> MODES_OF_LALSIMULATION = List.of("ModeArray", "mode_array");
    private static final String VERSION_OF_LALSIMULATION = "PhenomXPrecVersion";
    private static final String FINAL_SPIN_OF_LALSIMULATION = "PhenomXPFinalSpinMod";

    private static final long TWO_SPIN_ANGLES = 223;
    static final int SINGLE_SPIN_ANGLES = 102;
    static final int SPIN_TAYLOR_ANGLES = 320;
    /** LALSimulation's default, which it takes for 223, and what differs from 320 for neutron stars only. */
    private static final Map<Long, Long> TAKEN_FOR =
        Map.of(300L, TWO_SPIN_ANGLES, 321L, (long) SPIN_TAYLOR_ANGLES);
    private static final List<Long> VERSIONS =
        List.of((long) SINGLE_SPIN_ANGLES, TWO_SPIN_ANGLES, (long) SPIN_TAYLOR_ANGLES);
    private static final String VERSIONS_IN_WORDS = "223 (two-spin MSA angles, LALSimulation's default), 320 or 321 "
        + "(SpinTaylor angles, integrated numerically) or 102 (single-spin NNLO angles): there are no other angles "
        + "here";
    /** The angles of IMRPhenomXPNR, whose version no user has to know. */
    private static final long VERSION_OF_XPNR = 330;

    private static final List<Long> FINAL_SPINS = List.of(0L, 2L, 3L, 4L);
    private static final String FINAL_SPINS_IN_WORDS = "2 beside prec_version 320 (SpinTaylor angles), 3 or 4, "
        + "LALSimulation's default, beside 223, or left out: there are no other final spins here";

    /** No model has modes beyond this degree. */
    private static final int HIGHEST_DEGREE = 100;

    private final Reading reading;
    /** Where choices stand, at their own names and perhaps at LALSimulation's. */
    private final List<Spelled> modes = new ArrayList<>();
    private final List<Spelled> versions = new ArrayList<>();
    private final List<Spelled> finalSpins = new ArrayList<>();

    /** A key of a mapping. */
    private record Spelled(Section section, String key) {
        boolean isSet() {
            return section.isSet(key);
        }

        String path() {
            return section.path(key);
        }
    }

    ModelChoicesReader(Reading reading) {
        this.reading = reading;
    }

    /** LALSimulation's names. */
    static List<String> namesOfLalsimulation() {
        List<String> names = new ArrayList<>(MODES_OF_LALSIMULATION);
        names.add(VERSION_OF_LALSIMULATION);
        names.add(FINAL_SPIN_OF_LALSIMULATION);
        return names;
    }

    /** Looks for the names that choices have here. */
    void look(Section generator) {
        modes.add(new Spelled(generator, MODES));
        generator.takeNoneAsNull(MODES);
        generator.takeNoneAsNull(PRECESSION);
        if (generator.isSet(PRECESSION)) {
            generator.part(PRECESSION, "a mapping with " + VERSION, phenomx -> {
                versions.add(new Spelled(phenomx, VERSION));
                finalSpins.add(new Spelled(phenomx, FINAL_SPIN));
                if (!phenomx.isSet(VERSION) && !phenomx.isSet(FINAL_SPIN)) {
                    phenomx.refuse(VERSION, VERSIONS_IN_WORDS);
                }
                phenomx.refuseOthers(KnownKeys.PHENOMX);
                return phenomx;
            });
        }
    }

    /** Looks for LALSimulation's names. */
    void lookForLalsimulation(Section section) {
        MODES_OF_LALSIMULATION.forEach(name -> modes.add(new Spelled(section, name)));
        versions.add(new Spelled(section, VERSION_OF_LALSIMULATION));
        finalSpins.add(new Spelled(section, FINAL_SPIN_OF_LALSIMULATION));
    }

    /** The modes, none where none are given; kept as {@code mode_list} of the generator. */
    List<WaveformGeneratorSettings.Mode> modes(Section generator) {
        Optional<Spelled> given = given(modes);
        if (given.isEmpty()) {
            return List.of();
        }
        Section section = given.get().section();
        List<WaveformGeneratorSettings.Mode> listed = modesOf(section.entries().get(given.get().key()));
        if (listed.isEmpty()) {
            section.refuse(given.get().key(),
                "a list of [l, m] with l of 2 or more and m from -l to l, such as [[2, 2], [3, 3]], or null");
        }
        reading.takeUnder(given.get().path(), generator.path(MODES));
        return listed;
    }

    /** The version of the precession's description; kept in {@code phenomx} of the generator. */
    OptionalInt version(Section generator) {
        Optional<Spelled> given = given(versions);
        if (given.isPresent() && Long.valueOf(VERSION_OF_XPNR).equals(LenientNumber.whole(
                given.get().section().entries().get(given.get().key())))) {
            reading.refuse(given.get().path(), reading.tree().refusal(given.get().path(), given.get().path()
                + " is " + VERSION_OF_XPNR + ", the angles of IMRPhenomXPNR: take that approximant, which has them "
                + "without any option"));
            return OptionalInt.empty();
        }
        OptionalInt version = number(given, generator, VERSION, VERSIONS_IN_WORDS,
            number -> VERSIONS.contains(number) || TAKEN_FOR.containsKey(number));
        if (version.isPresent() && TAKEN_FOR.containsKey((long) version.getAsInt())) {
            long taken = TAKEN_FOR.get((long) version.getAsInt());
            reading.takeAs(given.orElseThrow().path(), taken);
            version = OptionalInt.of((int) taken);
        }
        if (version.isPresent() && version.getAsInt() != TWO_SPIN_ANGLES && !reading.tree().stored()) {
            tellOfDingo(given.orElseThrow().path());
        }
        return version;
    }

    /** dingo-gw evaluates waveforms itself where it weights samples or injects signals. */
    private void tellOfDingo(String path) {
        reading.warn(path, path + " chooses the angles of these rows; dingo-gw passes over it, and waveforms that it "
            + "makes itself, to weight samples or to inject, have LALSimulation's default angles");
    }

    /** How the final spin is taken; kept in {@code phenomx} of the generator. */
    OptionalInt finalSpin(Section generator) {
        return number(given(finalSpins), generator, FINAL_SPIN, FINAL_SPINS_IN_WORDS, FINAL_SPINS::contains);
    }

    private OptionalInt number(Optional<Spelled> given, Section generator, String name, String allowed,
            LongPredicate isAllowed) {
        if (given.isEmpty()) {
            return OptionalInt.empty();
        }
        long number = given.get().section().whole(given.get().key(), allowed, isAllowed);
        if (!reading.isSound(given.get().path())) {
            return OptionalInt.empty();
        }
        reading.takeUnder(given.get().path(), generator.path(PRECESSION) + "." + name);
        return OptionalInt.of((int) number);
    }

    /** Where something is given, of several places; refused where it is given at two. */
    private Optional<Spelled> given(List<Spelled> spellings) {
        List<Spelled> given = spellings.stream().filter(Spelled::isSet).toList();
        if (given.size() > 1) {
            String second = given.get(1).path();
            reading.refuse(second, reading.tree().refusal(second, second + " means what " + given.getFirst().path()
                + " does, and both are given, but only one of them is allowed"));
        }
        return given.stream().findFirst();
    }

    /** The modes that a value lists; none where it is no list of modes. */
    private static List<WaveformGeneratorSettings.Mode> modesOf(Object value) {
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
