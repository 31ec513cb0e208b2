package org.chirpmill.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.chirpmill.names.NearestName;

/**
 * One mapping of the settings, read key by key. A value that is not as {@code allowed} says is refused in one sentence,
 * which is remembered; something stands in for it, so that the reading goes on to whatever else is wrong, and
 * {@link #requireSound} ends it before anything is built of stand-ins.
 */
final class Section {
    private final Reading reading;
    private final String path;
    private final Map<String, Object> entries;

    private Section(Reading reading, String path, Map<String, Object> entries) {
        this.reading = reading;
        this.path = path;
        this.entries = entries;
    }

    /** The top level. */
    static Section top(Reading reading) {
        return new Section(reading, "", reading.tree().root());
    }

    /**
     * What a reader makes of the mapping under a key; empty where there is none or its reader could not make anything.
     */
    <T> Optional<T> part(String key, String allowed, Function<Section, T> reader) {
        if (!(entries.get(key) instanceof Map<?, ?> map)) {
            refuse(key, allowed);
            return Optional.empty();
        }
        Section section = new Section(reading, path(key), SettingsTree.textKeys(map));
        return reading.collect(path(key), Optional.empty(), () -> Optional.of(reader.apply(section)));
    }

    Map<String, Object> entries() {
        return entries;
    }

    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /**
     * Whether a key is given with a value. Python's {@code None} is meant as nothing too, though YAML reads it as
     * text.
     */
    boolean isSet(String key) {
        return !isNothing(entries.get(key));
    }

    static boolean isNothing(Object value) {
        return value == null || value.equals("None") || value.equals("none");
    }

    /** Writes null where {@code None} was written, so that Python reads nothing from what is meant as nothing. */
    void takeNoneAsNull(String key) {
        if (has(key) && !isSet(key) && entries.get(key) != null) {
            reading.takeAs(path(key), null);
        }
    }

    /** A text; an empty one stands in. */
    String text(String key, String allowed) {
        if (entries.get(key) instanceof String text && !text.isBlank()) {
            return text;
        }
        refuse(key, allowed);
        return "";
    }

    /** A number; what is none stands in, and compares with nothing. */
    double number(String key, String allowed, DoublePredicate isAllowed) {
        Number number = LenientNumber.of(entries.get(key));
        if (number == null || !isAllowed.test(number.doubleValue())) {
            refuse(key, allowed);
            return Double.NaN;
        }
        if (entries.get(key) instanceof String) {
            reading.takeAs(path(key), number);
        }
        return number.doubleValue();
    }

    OptionalDouble optionalNumber(String key, String allowed, DoublePredicate isAllowed) {
        if (isSet(key)) {
            return OptionalDouble.of(number(key, allowed, isAllowed));
        }
        takeNoneAsNull(key);
        return OptionalDouble.empty();
    }

    /** A whole number; 0 stands in. */
    long whole(String key, String allowed, LongPredicate isAllowed) {
        Long number = LenientNumber.whole(entries.get(key));
        if (number == null || !isAllowed.test(number)) {
            refuse(key, allowed);
            return 0;
        }
        if (!(entries.get(key) instanceof Long)) {
            reading.takeAs(path(key), number);
        }
        return number;
    }

    /**
     * Refuses each key that is not among the known ones, with the nearest of them; those of other programs that change
     * nothing are told of.
     */
    void refuseOthers(List<String> known) {
        refuseOthers(known, known, ForeignKeys.of(path));
    }

    /**
     * The same where some keys have several spellings.
     *
     * @param shown one of each
     * @param known all of them
     * @param foreignKeys those of others
     */
    void refuseOthers(List<String> shown, List<String> known, Map<String, ForeignKey> foreignKeys) {
        for (String key : entries.keySet()) {
            if (!known.contains(key)) {
                ForeignKey foreign = foreignKeys.get(key);
                if (foreign == null || foreign instanceof ForeignKey.Elsewhere && isSet(key)) {
                    String hint = KnownKeys.elsewhere(key).filter(place -> !place.equals(path(key)))
                        .map(NearestName::question)
                        .orElseGet(() -> NearestName.hint(key, known));
                    reading.refuseKey(path(key), path(key) + " is not a key that Chirpmill knows" + hint
                        + ": known here are " + String.join(", ", shown));
                } else if (isSet(key)) {
                    judge(key, foreign);
                }
            }
        }
    }

    private void judge(String key, ForeignKey foreign) {
        switch (foreign) {
            case ForeignKey.Idle idle -> warn(key, path(key) + " " + idle.reason());
            case ForeignKey.Missing missing ->
                reading.refuse(path(key), reading.tree().refusal(path(key), path(key) + " " + missing.reason()));
            case ForeignKey.Fixed fixed -> {
                if (entries.get(key).equals(fixed.only())) {
                    warn(key, path(key) + " is LALSimulation's default here and changes nothing");
                } else if (reading.tree().stored()) {
                    reading.warnOfUnknown(path(key));
                } else {
                    refuse(key, PythonLiteral.of(fixed.only()) + ", LALSimulation's default, since Chirpmill has "
                        + "nothing else");
                }
            }
            case ForeignKey.Elsewhere elsewhere -> { }
        }
    }

    void warn(String key, String complaint) {
        reading.warn(path(key), complaint);
    }

    /** Remembers the refusal of a value or of its absence. */
    void refuse(String key, String allowed) {
        reading.refuse(path(key), refusal(key, allowed));
    }

    /** Ends the reading of this mapping where anything in it is refused. */
    void requireSound() {
        reading.requireSound(path);
    }

    SettingsException refusal(String key, String allowed) {
        return reading.refusal(path(key), allowed);
    }
}
