package org.chirpmill.dataset;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.chirpmill.rows.Precision;

/**
 * What a dataset holds and where it comes from, known before its first row.
 *
 * @param columns the parameters' names in the order of their columns, each once
 * @param bins how many complex numbers are stored of one polarization of one waveform, at least 1
 * @param precision of the polarizations; parameters are always double
 * @param settings the settings as the text of a Python dict, which dingo-gw reads back with {@code ast.literal_eval}
 * @param version what wrote the file, as dingo-gw's {@code /version}
 * @param origin what else decides the rows' bytes, and which rows they are, at least one
 * @param provenance what does not decide them (hardware, host): written beside the origin, free to differ on resuming
 */
public record DatasetHeader(List<String> columns, int bins, Precision precision, String settings, String version,
        Origin origin, Map<String, String> provenance) {
    private static final int EXCERPT_BEFORE = 24;
    private static final int EXCERPT_AFTER = 40;

    /** Checks and copies the components. */
    public DatasetHeader {
        columns = List.copyOf(columns);
        Objects.requireNonNull(precision);
        Objects.requireNonNull(settings);
        Objects.requireNonNull(version);
        Objects.requireNonNull(origin);
        provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
        if (columns.isEmpty() || origin.rows().count() < 1 || bins < 1) {
            throw new IllegalArgumentException("a dataset has at least one column, row and bin, not "
                + columns.size() + ", " + origin.rows().count() + " and " + bins);
        }
        if (new HashSet<>(columns).size() < columns.size()) {
            throw new IllegalArgumentException("a column occurs twice in " + columns);
        }
    }

    /** How many waveforms. */
    public long rows() {
        return origin.rows().count();
    }

    /** Bytes of one row of parameters. */
    long parameterRowBytes() {
        return (long) columns.size() * Double.BYTES;
    }

    /** Bytes of one row of one polarization. */
    long polarizationRowBytes() {
        return (long) bins * precision.complexBytes();
    }

    /** Bytes of one row of everything. */
    long rowBytes() {
        return parameterRowBytes() + 2 * polarizationRowBytes();
    }

    /** Bytes that all rows take on disk, or {@link Long#MAX_VALUE} where that is more. */
    public long dataBytes() {
        return dataBytes(0);
    }

    /** Bytes that the rows but the first {@code done} take, or {@link Long#MAX_VALUE} where that is more. */
    long dataBytes(long done) {
        try {
            return Math.multiplyExact(rows() - done, rowBytes());
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE;
        }
    }

    /**
     * The first thing in which a run with {@code now} would differ from the run that this header began.
     *
     * @return a clause such as "its seed is 1, not 2"; empty where both would write the same rows
     */
    Optional<String> firstDifference(DatasetHeader now) {
        if (!columns.equals(now.columns)) {
            return Optional.of("its parameters are " + columns + ", not " + now.columns);
        }
        if (bins != now.bins) {
            return differs("number of frequency bins", bins, now.bins);
        }
        if (precision != now.precision) {
            return differs("precision", name(precision), name(now.precision));
        }
        Optional<String> ofOrigin = origin.firstDifference(now.origin);
        if (ofOrigin.isPresent()) {
            return ofOrigin;
        }
        if (!version.equals(now.version)) {
            return differs("version", version, now.version);
        }
        if (!settings.equals(now.settings)) {
            int at = firstDifferentCharacter(settings, now.settings);
            return differs("settings text", excerpt(settings, at), excerpt(now.settings, at));
        }
        return Optional.empty();
    }

    private static Optional<String> differs(String what, Object then, Object now) {
        return Optional.of("its " + what + " is " + then + ", not " + now);
    }

    private static String name(Precision precision) {
        return precision.name().toLowerCase(Locale.ROOT);
    }

    private static int firstDifferentCharacter(String a, String b) {
        int at = 0;
        while (at < a.length() && at < b.length() && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        return at;
    }

    private static String excerpt(String text, int at) {
        int from = Math.max(0, at - EXCERPT_BEFORE);
        int to = Math.min(text.length(), at + EXCERPT_AFTER);
        return (from > 0 ? "..." : "") + text.substring(from, to) + (to < text.length() ? "..." : "");
    }
}
