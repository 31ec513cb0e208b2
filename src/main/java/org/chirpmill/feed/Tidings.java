package org.chirpmill.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chirpmill.rows.Rejection;
import tools.jackson.jr.ob.JSON;

/** What there is to tell of rows beside their numbers, in JSON of bounded length. */
final class Tidings {
    private static final int MOST_REJECTIONS = 20;
    private static final int MOST_REMARKS = 50;
    private static final int LONGEST = 300;

    private Tidings() {}

    /**
     * {@code rejected}: how many draws were replaced; {@code reasons}: of the first of them; {@code remarks}: how many
     * rows by remark. Empty where there is nothing to tell.
     */
    static String of(Question answered) {
        List<Rejection> rejections = answered.rejections();
        Map<String, Integer> remarks = answered.remarks();
        if (rejections.isEmpty() && remarks.isEmpty()) {
            return "";
        }
        Map<String, Integer> counted = new LinkedHashMap<>();
        remarks.entrySet().stream().limit(MOST_REMARKS)
            .forEach(remark -> counted.merge(shortened(remark.getKey()), remark.getValue(), Integer::sum));
        List<Map<String, Object>> reasons = rejections.stream().limit(MOST_REJECTIONS)
            .map(each -> Map.<String, Object>of(
                "row", each.row(), "attempt", each.attempt(), "reason", shortened(each.reason())))
            .toList();
        return json(Map.of("rejected", rejections.size(), "reasons", reasons, "remarks", counted));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " ...";
    }

    /** A map as JSON. */
    static String json(Map<String, Object> values) {
        return JSON.std.asString(values);
    }
}
