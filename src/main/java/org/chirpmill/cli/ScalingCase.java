package org.chirpmill.cli;

import java.util.List;
import java.util.Map;
import org.chirpmill.benchmark.ScalingPoint;
import org.chirpmill.benchmark.Workload;

/**
 * A workload of which the scaling is asked.
 *
 * @param workload what is made
 * @param published dingo-waveform's waveforms a second, by processes
 */
record ScalingCase(Workload workload, Map<Integer, Double> published) {
    String name() {
        return String.format("%s, %,d x %,d bins", workload.task().model().approximant(), workload.rows(),
            workload.task().frame().grid().bins());
    }

    /**
     * A case and what was found.
     *
     * @param scaled the case
     * @param points by threads and batch size
     */
    record Found(ScalingCase scaled, List<ScalingPoint> points) {
        List<Integer> threads() {
            return points.stream().map(ScalingPoint::threads).distinct().toList();
        }

        /** How many times faster so many threads are than one, both with the batches that a run chooses. */
        double speedUp(int threads) {
            return ScalingPoint.automatic(threads, points).over(ScalingPoint.automatic(1, points));
        }
    }
}
