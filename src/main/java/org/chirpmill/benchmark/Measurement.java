package org.chirpmill.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.chirpmill.engine.Schedule;
import org.chirpmill.numbers.Spread;

/**
 * A benchmark's runs in their order. Runs that write and runs that do not take turns, so that a machine which slows
 * down slows both.
 *
 * @param workload what is made
 * @param schedule how it is divided
 * @param warmUpRows waveforms to throw away first
 * @param repeats runs of each kind
 * @param singly whether to time waveforms one by one as well
 * @param peer who else is to evaluate the rows
 * @param peerRows at most how many
 * @param told hears what is going on, a few words each
 */
public record Measurement(Workload workload, Schedule schedule, long warmUpRows, int repeats, boolean singly,
        Optional<PeerScript> peer, long peerRows, Consumer<String> told) {
    /** Runs all of it; {@code setUp} lacks the tables' and the warm-up's time so far. */
    public BenchmarkResult result(SetUp setUp, ScratchFolder folder) throws IOException, InterruptedException {
        Path target = folder.path().resolve("benchmark.hdf5");
        double tables = secondsOf(() -> workload.task().openEvaluator().close());
        told.accept("warm-up, " + warmUpRows + " waveforms");
        double warmUp = warmUpRows == 0 ? 0 : secondsOf(() -> workload.warmUp(schedule, warmUpRows));
        List<Generation> written = new ArrayList<>();
        List<Generation> computed = new ArrayList<>();
        for (int repeat = 1; repeat <= repeats; repeat++) {
            told.accept("repeat " + repeat + " of " + repeats);
            written.add(workload.written(schedule, target));
            computed.add(workload.computed(schedule));
        }
        Optional<WaveformTimes> times = Optional.empty();
        if (singly) {
            told.accept("waveform by waveform");
            times = Optional.of(workload.waveformByWaveform());
        }
        Optional<PeerComparison> comparison = peer.isPresent()
            ? Optional.of(comparison(peer.get(), written, target)) : Optional.empty();
        return new BenchmarkResult(workload, schedule, warmUpRows,
            new SetUp(setUp.jvm(), setUp.settings(), tables, warmUp), written, computed, times, comparison);
    }

    private PeerComparison comparison(PeerScript script, List<Generation> written, Path target)
            throws IOException, InterruptedException {
        List<Generation> wholes = schedule.threads() == 1 ? written : new ArrayList<>();
        while (wholes.size() < repeats) {
            told.accept("once more on one thread");
            wholes.add(workload.written(oneThread(), target));
        }
        List<PeerComparison.Beside> beside = new ArrayList<>();
        beside.add(beside(script, target, false));
        if (script.peer().hasMultibanding() && workload.task().model().traits().isInterpolatedByPeers()) {
            beside.add(beside(script, target, true));
        }
        return new PeerComparison(beside, Spread.of(wholes, Generation::serialRate));
    }

    /** Ours before and after the peer's, because machines slow down for a while. */
    private PeerComparison.Beside beside(PeerScript script, Path target, boolean multibanding)
            throws IOException, InterruptedException {
        long rows = Math.min(peerRows, workload.rows());
        told.accept("beside " + script.peer() + " on " + rows + " rows" + (multibanding ? ", with multibanding" : ""));
        List<Generation> waveforms = new ArrayList<>();
        computeAlone(waveforms);
        PeerRate rate = script.measure(target, rows, repeats, multibanding);
        computeAlone(waveforms);
        return new PeerComparison.Beside(rate, Spread.of(waveforms, Generation::waveformRate));
    }

    private void computeAlone(List<Generation> waveforms) throws IOException, InterruptedException {
        for (int repeat = 0; repeat < repeats; repeat++) {
            waveforms.add(workload.computed(oneThread()));
        }
    }

    private Schedule oneThread() {
        return new Schedule(1, schedule.batchSize());
    }

    private static double secondsOf(Work work) throws IOException, InterruptedException {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) * 1e-9;
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }
}
