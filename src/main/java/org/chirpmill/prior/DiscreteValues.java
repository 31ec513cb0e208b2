package org.chirpmill.prior;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A few numbers, each with a weight: bilby's {@code WeightedDiscreteValues} and, with equal weights or the numbers from
 * 0 on, its {@code DiscreteValues}, {@code WeightedCategorical} and {@code Categorical}.
 */
final class DiscreteValues implements Distribution {
    /** Increasing. */
    private final double[] values;
    /** The share of draws at or below each. */
    private final double[] cumulative;

    /**
     * A distribution over numbers.
     *
     * @param values in any order, two different ones at least
     * @param weights one of each, relative to each other; null for equal ones
     */
    DiscreteValues(double[] values, double[] weights) {
        if (weights != null && weights.length != values.length) {
            throw new IllegalArgumentException("there must be as many weights as values, here " + weights.length
                + " and " + values.length);
        }
        Arrays.stream(values).forEach(value -> Bounds.requireFinite("every value", value));
        int[] order = IntStream.range(0, values.length).boxed()
            .sorted((i, j) -> Double.compare(values[i], values[j])).mapToInt(i -> i).toArray();
        this.values = Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
        if (values.length == 0 || this.values[0] == this.values[values.length - 1]) {
            throw new IllegalArgumentException("values must hold two different numbers at least");
        }
        cumulative = new double[values.length];
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            double weight = weights == null ? 1 : weights[order[i]];
            Bounds.requireFinite("every weight", weight);
            if (weight < 0) {
                throw new IllegalArgumentException("weights must not be negative, here " + weight);
            }
            total += weight;
            cumulative[i] = total;
        }
        Bounds.requirePositive("the sum of the weights", total);
        for (int i = 0; i < values.length; i++) {
            cumulative[i] /= total;
        }
    }

    /** The numbers 0 to count - 1. */
    static DiscreteValues categories(int count, double[] weights) {
        return new DiscreteValues(IntStream.range(0, count).asDoubleStream().toArray(), weights);
    }

    @Override
    public double minimum() {
        return values[0];
    }

    @Override
    public double maximum() {
        return values[values.length - 1];
    }

    /** The least value at or below which a fraction u lies. */
    @Override
    public double quantile(double u) {
        int low = 0;
        int high = values.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] < u) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return values[low];
    }

    @Override
    public double cdf(double x) {
        double below = 0;
        for (int i = 0; i < values.length && values[i] <= x; i++) {
            below = cumulative[i];
        }
        return below;
    }

    /** Infinite at each value, 0 between. */
    @Override
    public double density(double x) {
        return Arrays.binarySearch(values, x) >= 0 ? Double.POSITIVE_INFINITY : 0;
    }
}
