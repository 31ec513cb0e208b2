package org.chirpmill.benchmark;

import java.util.List;
import java.util.Optional;
import org.chirpmill.engine.Schedule;
import org.chirpmill.numbers.Spread;

/**
 * All that one benchmark found.
 *
 * @param workload what was made
 * @param schedule how it was divided
 * @param warmUpRows waveforms thrown away before
 * @param setUp what came before
 * @param written runs that made a dataset, in their order
 * @param computed runs that made the same waveforms and threw each away
 * @param times of single waveforms, where they were asked for
 * @param peer the comparison, where it was asked for
 */
public record BenchmarkResult(Workload workload, Schedule schedule, long warmUpRows, SetUp setUp,
        List<Generation> written, List<Generation> computed, Optional<WaveformTimes> times,
        Optional<PeerComparison> peer) {

    int bins() {
        return workload.task().frame().grid().bins();
    }

    /** Bytes of one waveform's polarizations, divided by 10^9. */
    double gigabytes() {
        return 2e-9 * bins() * workload.task().precision().complexBytes();
    }

    static Spread rate(List<Generation> runs) {
        return Spread.of(runs, Generation::rate);
    }
}
