package org.chirpmill.numbers;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How far repeats of a measurement lie apart.
 *
 * @param minimum the smallest
 * @param median the middle one, or the mean of the middle two
 * @param maximum the largest
 */
public record Spread(double minimum, double median, double maximum) {
    /** Of at least one number. */
    public static Spread of(double... numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }

    /** Of one number of each measurement. */
    public static <T> Spread of(Collection<T> measurements, ToDoubleFunction<T> number) {
        return of(measurements.stream().mapToDouble(number).toArray());
    }

    /** The same in another unit. */
    public Spread times(double factor) {
        return new Spread(minimum * factor, median * factor, maximum * factor);
    }

    /** The three by name. */
    public Map<String, Double> named() {
        Map<String, Double> named = new LinkedHashMap<>();
        named.put("min", minimum);
        named.put("median", median);
        named.put("max", maximum);
        return named;
    }
}
