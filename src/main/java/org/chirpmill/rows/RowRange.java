package org.chirpmill.rows;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows of a set that follow each other.
 *
 * @param first the first row's index, 0 or more
 * @param end the index after the last row's, at least {@code first}
 */
public record RowRange(long first, long end) implements RowSelection {
    /** What {@link #of(String)} takes, in words that follow "must be". */
    public static final String FORM = "A:B with whole numbers 0 <= A < B, which are rows A to B - 1";

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18}):(\\d{1,18})");

    /** Refuses rows before row 0 and ranges that run backwards. */
    public RowRange {
        if (first < 0 || end < first) {
            throw new IllegalArgumentException("there are no rows " + first + " to " + end);
        }
    }

    /** The first {@code count} rows of a set: all of one that has so many. */
    public static RowRange first(long count) {
        return new RowRange(0, count);
    }

    /**
     * Reads what {@link #toString} writes of a range with at least one row.
     *
     * @throws IllegalArgumentException for any other text; {@link #FORM} says what there is
     */
    public static RowRange of(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no range of rows");
        }
        RowRange range = new RowRange(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
        if (range.count() == 0) {
            throw new IllegalArgumentException("'" + text + "' has no rows");
        }
        return range;
    }

    @Override
    public long count() {
        return end - first;
    }

    @Override
    public long row(long position) {
        return first + Objects.checkIndex(position, count());
    }

    /** Whether a row of the set is among these. */
    public boolean contains(long row) {
        return row >= first && row < end;
    }

    /**
     * Where a row stands among these: what {@link #row} is asked for.
     *
     * @throws IndexOutOfBoundsException where it is not among them
     */
    public long position(long row) {
        return Objects.checkIndex(row - first, count());
    }

    /** The rows that both have; none where they have none. */
    public RowRange common(RowRange other) {
        long from = Math.max(first, other.first);
        return new RowRange(from, Math.max(from, Math.min(end, other.end)));
    }

    /** The rows from the given one on. */
    public RowRange from(long row) {
        return new RowRange(row, end);
    }

    /** {@code A:B}, rows A to B - 1, as Python slices. */
    @Override
    public String toString() {
        return first + ":" + end;
    }
}
