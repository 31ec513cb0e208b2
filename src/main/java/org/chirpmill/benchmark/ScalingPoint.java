package org.chirpmill.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.chirpmill.numbers.Spread;

/**
 * How fast one division of the work is.
 *
 * @param threads workers
 * @param batchSize rows a batch
 * @param automatic whether this is the batch size that a run takes by itself
 * @param rates waveforms a second without writing, round by round
 */
public record ScalingPoint(int threads, int batchSize, boolean automatic, List<Double> rates) {
    /** Waveforms a second without writing, over the rounds. */
    public Spread rate() {
        return Spread.of(rates, Double::doubleValue);
    }

    /** How many times as fast as another point this is: the median over the rounds, in which both took turns. */
    public double over(ScalingPoint other) {
        return Spread.of(IntStream.range(0, rates.size()).boxed().toList(),
            round -> rates.get(round) / other.rates.get(round)).median();
    }

    /** The fastest of some, by their medians. */
    public static ScalingPoint best(List<ScalingPoint> points) {
        return points.stream().max(Comparator.comparingDouble(point -> point.rate().median())).orElseThrow();
    }

    /** Of some, those with so many threads. */
    public static List<ScalingPoint> with(int threads, List<ScalingPoint> points) {
        return points.stream().filter(point -> point.threads == threads).toList();
    }

    /** Of some, the one with so many threads that a run would choose. */
    public static ScalingPoint automatic(int threads, List<ScalingPoint> points) {
        return with(threads, points).stream().filter(ScalingPoint::automatic).findFirst().orElseThrow();
    }
}
