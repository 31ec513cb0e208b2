package org.chirpmill.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.chirpmill.rows.Rejection;

/**
 * Which rows are written: all before {@link #leading}, and ranges beyond it whose predecessors are still on their way.
 * Holds as much as is on its way, not as there are rows.
 */
final class CompletedRows {
    private final TreeMap<Long, Long> beyond = new TreeMap<>();
    private final PriorityQueue<Rejection> rejections =
        new PriorityQueue<>(Comparator.comparingLong(Rejection::row).thenComparingInt(Rejection::attempt));
    private final NavigableMap<Long, Map<String, Integer>> remarks = new TreeMap<>();
    private long leading;

    CompletedRows(long leading) {
        this.leading = leading;
    }

    /** All rows before this one are complete. */
    long leading() {
        return leading;
    }

    /**
     * Refuses rows of which some are complete already.
     *
     * @throws IllegalArgumentException where a row of the range is complete
     */
    void requireMissing(long first, long end) {
        Map.Entry<Long, Long> before = beyond.lowerEntry(end);
        if (first < leading || before != null && before.getValue() > first) {
            throw new IllegalArgumentException("some of rows " + first + " to " + (end - 1) + " came twice");
        }
    }

    /**
     * Counts rows {@code first} to {@code end - 1} as complete.
     *
     * @param remarked on how many of them there was which remark
     */
    void add(long first, long end, List<Rejection> rejected, Map<String, Integer> remarked) {
        rejections.addAll(rejected);
        if (!remarked.isEmpty()) {
            remarks.put(first, Map.copyOf(remarked));
        }
        long from = first;
        long to = end;
        Map.Entry<Long, Long> before = beyond.lowerEntry(first);
        if (before != null && before.getValue() == first) {
            from = before.getKey();
            beyond.remove(from);
        }
        Long after = beyond.remove(end);
        if (after != null) {
            to = after;
        }
        if (from == leading) {
            leading = to;
        } else {
            beyond.put(from, to);
        }
    }

    /** Takes out the rejections before {@link #leading}, by row and attempt. */
    List<Rejection> takeSettledRejections() {
        List<Rejection> settled = new ArrayList<>();
        while (!rejections.isEmpty() && rejections.peek().row() < leading) {
            settled.add(rejections.poll());
        }
        return settled;
    }

    /** Takes out what was remarked on the rows before {@link #leading}, each remark with its number of rows. */
    Map<String, Long> takeSettledRemarks() {
        Map<String, Long> settled = new TreeMap<>();
        // Rows become leading together with all that they were added with.
        while (!remarks.isEmpty() && remarks.firstKey() < leading) {
            remarks.pollFirstEntry().getValue()
                .forEach((remark, rows) -> settled.merge(remark, (long) rows, Long::sum));
        }
        return settled;
    }
}
