package org.chirpmill.benchmark;

import java.util.Comparator;
import java.util.List;

/**
 * How fast one division of the work is.
 *
 * @param threads workers
 * @param batchSize rows a batch
 * @param automatic whether this is the batch size that a run takes by itself
 * @param rate waveforms a second without writing, over the repeats
 */
public record ScalingPoint(int threads, int batchSize, boolean automatic, Spread rate) {
    /** The fastest of some, by their medians. */
    public static ScalingPoint best(List<ScalingPoint> points) {
        return points.stream().max(Comparator.comparingDouble(point -> point.rate.median())).orElseThrow();
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
