package org.chirpmill.names;

import java.util.List;
import java.util.stream.Stream;

/** Names one after another in a sentence. */
public final class Enumeration {
    private Enumeration() {}

    /** "a", "a and b", "a, b and c". */
    public static String and(List<String> items) {
        return joined(items, " and ");
    }

    /** "a", "a or b", "a, b or c". */
    public static String or(List<String> items) {
        return joined(items, " or ");
    }

    private static String joined(List<String> items, String last) {
        int head = Math.max(items.size() - 1, 0);
        String front = String.join(", ", items.subList(0, head));
        return String.join(last, Stream.concat(
            Stream.of(front).filter(text -> !text.isEmpty()), items.stream().skip(head)).toList());
    }
}
