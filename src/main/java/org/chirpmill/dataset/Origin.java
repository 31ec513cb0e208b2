package org.chirpmill.dataset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.chirpmill.compression.Compression;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.RowRange;

/**
 * Where the rows of a dataset come from: what decides their bytes beside the settings. Stands as attributes of
 * {@code /chirpmill}, and a run is resumed only where it is the same.
 *
 * @param seed that the rows are drawn with
 * @param codeVersion of Chirpmill
 * @param backend that evaluated
 * @param accuracy that the backend kept
 * @param rows which rows of the set that the seed means; all others could be made too
 * @param fingerprints of what else was put in, by name, such as the basis
 */
public record Origin(long seed, String codeVersion, String backend, Accuracy accuracy, RowRange rows,
        Map<String, String> fingerprints) {
    private static final String CODE_VERSION = "code_version";
    private static final String BACKEND = "backend";
    private static final String ACCURACY = "accuracy";
    static final String SEED = "seed";
    static final String ROWS = "rows";
    private static final String UNKNOWN = "unknown";

    /** Checks and copies the components. */
    public Origin {
        Objects.requireNonNull(codeVersion);
        Objects.requireNonNull(backend);
        Objects.requireNonNull(accuracy);
        Objects.requireNonNull(rows);
        fingerprints = Collections.unmodifiableMap(new TreeMap<>(fingerprints));
    }

    /** Whether rows are coefficients in a basis. */
    public boolean hasBasis() {
        return fingerprints.containsKey(Compression.BASIS);
    }

    /** The attributes of {@code /chirpmill}. */
    public Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(SEED, String.valueOf(seed));
        attributes.put(CODE_VERSION, codeVersion);
        attributes.put(BACKEND, backend);
        attributes.put(ACCURACY, accuracy.toString());
        attributes.put(ROWS, rows.toString());
        attributes.putAll(fingerprints);
        return attributes;
    }

    /**
     * What a file of so many rows tells; a file from before there were parts of sets has all rows from 0 on.
     *
     * @return empty where it tells no seed, as files by dingo-gw
     * @throws IllegalArgumentException where what it tells means nothing, with a clause that says what
     */
    public static Optional<Origin> of(Map<String, String> attributes, long rows) {
        if (!attributes.containsKey(SEED)) {
            return Optional.empty();
        }
        RowRange range = attributes.containsKey(ROWS) ? RowRange.of(attributes.get(ROWS)) : RowRange.first(rows);
        if (range.count() != rows) {
            throw new IllegalArgumentException("it has " + rows + " rows and says that they are " + range);
        }
        Map<String, String> fingerprints = new TreeMap<>(attributes);
        fingerprints.keySet().retainAll(Set.of(Compression.WHITENING, Compression.HETERODYNE, Compression.BASIS,
            Compression.SAMPLING, Compression.SAMPLING_TOLERANCE));
        return Optional.of(new Origin(seed(attributes.get(SEED)), attributes.getOrDefault(CODE_VERSION, UNKNOWN),
            attributes.getOrDefault(BACKEND, UNKNOWN),
            Optional.ofNullable(attributes.get(ACCURACY)).map(Accuracy::of).orElse(Accuracy.EXACT), range,
            fingerprints));
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notWhole) {
            throw new IllegalArgumentException("its seed is '" + text + "', which is no whole number", notWhole);
        }
    }

    /** The first thing in which rows with {@code now} would differ, as a clause; empty where they would be the same. */
    Optional<String> firstDifference(Origin now) {
        if (rows.count() != now.rows.count()) {
            return differs("number of rows", rows.count(), now.rows.count());
        }
        Map<String, String> names = attributes();
        names.putAll(now.attributes());
        for (String name : names.keySet()) {
            String then = attributes().getOrDefault(name, UNKNOWN);
            String asked = now.attributes().getOrDefault(name, UNKNOWN);
            if (!then.equals(asked)) {
                return name.equals(ROWS) ? Optional.of("its rows are " + then + ", not " + asked)
                    : differs(name.replace('_', ' '), then, asked);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> differs(String what, Object then, Object now) {
        return Optional.of("its " + what + " is " + then + ", not " + now);
    }
}
