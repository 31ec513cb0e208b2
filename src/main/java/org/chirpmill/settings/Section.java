package org.chirpmill.settings;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.LongPredicate;

/**
 * One mapping of the settings, read key by key. Every method that returns a value refuses, in one sentence, a value
 * that is not as {@code allowed} says.
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

    /** The mapping under a key. */
    Section section(String key, String allowed) {
        if (entries.get(key) instanceof Map<?, ?> map) {
            return new Section(reading, path(key), SettingsTree.textKeys(map));
        }
        throw refusal(key, allowed);
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

    String text(String key, String allowed) {
        if (entries.get(key) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw refusal(key, allowed);
    }

    double number(String key, String allowed, DoublePredicate isAllowed) {
        Number number = LenientNumber.of(entries.get(key));
        if (number == null || !isAllowed.test(number.doubleValue())) {
            throw refusal(key, allowed);
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

    long whole(String key, String allowed, LongPredicate isAllowed) {
        Long number = LenientNumber.whole(entries.get(key));
        if (number == null || !isAllowed.test(number)) {
            throw refusal(key, allowed);
        }
        if (!(entries.get(key) instanceof Long)) {
            reading.takeAs(path(key), number);
        }
        return number;
    }

    /** Warns of each key that is not known. */
    void warnOfOthers(Set<String> known) {
        for (String key : entries.keySet()) {
            if (!known.contains(key)) {
                reading.warn(path(key), path(key) + " is not a key that Chirpmill knows and is ignored");
            }
        }
    }

    /** Refuses each key that is set and not known. */
    void refuseOthers(Set<String> known, String allowed) {
        for (String key : entries.keySet()) {
            if (!known.contains(key) && isSet(key)) {
                throw refusal(key, allowed);
            }
        }
    }

    void warn(String key, String complaint) {
        reading.warn(path(key), complaint);
    }

    SettingsException refusal(String key, String allowed) {
        return reading.refusal(path(key), allowed);
    }
}
