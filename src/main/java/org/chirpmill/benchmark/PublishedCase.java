package org.chirpmill.benchmark;

import java.util.List;
import java.util.Map;

/**
 * What dingo-waveform measured of itself, on its machine: PARALLEL_OPTIMIZATION_RESULTS.md of
 * github.com/vincentberenz/dingo-waveform, tests 1 to 4. Like ours, its times are of waveforms in memory.
 *
 * @param settings a file of ours with its model and number of bins
 * @param waveforms how many
 * @param rates waveforms a second, by processes
 */
public record PublishedCase(String settings, long waveforms, Map<Integer, Double> rates) {
    /** All of them. */
    public static final List<PublishedCase> ALL = List.of(
        new PublishedCase("configs/quick.yaml", 100, Map.of(1, 3078.0, 4, 865.0)),
        new PublishedCase("configs/quick.yaml", 1000, Map.of(1, 3125.0, 4, 3886.0)),
        new PublishedCase("configs/quick.yaml", 2000, Map.of(8, 5283.0)),
        new PublishedCase("configs/production_xphm.yaml", 100, Map.of(1, 168.0, 4, 327.0)));
}
