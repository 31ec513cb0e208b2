package org.chirpmill.numbers;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The spread of some numbers.
 *
 * @param mean their mean
 * @param median half of them are at most this
 * @param p90 nine tenths are
 * @param p99 ninety-nine hundredths are
 * @param maximum all are
 */
public record Quantiles(double mean, double median, double p90, double p99, double maximum) {
    /** Of at least one number; each quantile is one of them. */
    public static Quantiles of(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        double mean = Arrays.stream(sorted).average().orElseThrow();
        return new Quantiles(
            mean, at(sorted, 0.5), at(sorted, 0.9), at(sorted, 0.99), sorted[sorted.length - 1]);
    }

    /** All of them by name. */
    public Map<String, Double> named() {
        Map<String, Double> named = new LinkedHashMap<>();
        named.put("mean", mean);
        named.put("median", median);
        named.put("p90", p90);
        named.put("p99", p99);
        named.put("max", maximum);
        return named;
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
