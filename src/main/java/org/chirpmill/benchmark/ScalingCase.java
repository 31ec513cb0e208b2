package org.chirpmill.benchmark;

import java.util.List;
import java.util.Map;

/**
 * A workload of which the scaling is asked.
 *
 * @param workload what is made
 * @param published dingo-waveform's waveforms a second, by processes
 */
public record ScalingCase(Workload workload, Map<Integer, Double> published) {
    /** What is made, in words. */
    public String name() {
        return String.format("%s, %,d x %,d bins", workload.task().model().approximant(), workload.rows(),
            workload.task().frame().grid().bins());
    }

    /**
     * A case and what was found.
     *
     * @param scaled the case
     * @param points by threads and batch size
     */
    public record Found(ScalingCase scaled, List<ScalingPoint> points) {
        /** The numbers of threads that were tried. */
        public List<Integer> threads() {
            return points.stream().map(ScalingPoint::threads).distinct().toList();
        }

        /** How many times faster so many threads are than one, both with the batches that a run chooses. */
        public double speedUp(int threads) {
            return ScalingPoint.automatic(threads, points).over(ScalingPoint.automatic(1, points));
        }
    }
}
