package org.chirpmill.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.numbers.Quantiles;
import org.chirpmill.numbers.Spread;

/**
 * A benchmark as programs read it. All times are seconds.
 *
 * @param result what was found
 */
public record BenchmarkJson(BenchmarkResult result) {
    /** All of it by name. */
    public Map<String, Object> named() {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("configuration", configuration());
        named.put("set_up_seconds", result.setUp().named());
        named.put("generation", rates(result.written()));
        named.put("without_writing", rates(result.computed()));
        named.put("stages", stages());
        named.put("runs", result.written().stream().map(BenchmarkJson::run).toList());
        result.times().ifPresent(times -> named.put("one_waveform_seconds", times(times)));
        result.peer().ifPresent(comparison -> named.put("peer", peer(comparison)));
        return named;
    }

    private Map<String, Object> configuration() {
        WaveformTask task = result.workload().task();
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("approximant", task.model().approximant());
        named.put("bins", result.bins());
        named.put("precision", task.precision().name().toLowerCase(Locale.ROOT));
        named.put("backend", task.backend().name());
        named.put("accuracy", task.accuracy().toString());
        named.put("waveforms", result.workload().rows());
        named.put("threads", result.schedule().threads());
        named.put("batch_size", result.schedule().batchSize());
        named.put("warm_up_waveforms", result.warmUpRows());
        named.put("repeats", result.written().size());
        return named;
    }

    private Map<String, Object> rates(List<Generation> runs) {
        Spread rate = BenchmarkResult.rate(runs);
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("waveforms_per_second", rate.named());
        named.put("bins_per_second", rate.times(result.bins()).named());
        named.put("gigabytes_per_second", rate.times(result.gigabytes()).named());
        named.put("wall_seconds", Spread.of(runs, Generation::wallSeconds).named());
        return named;
    }

    private Map<String, Object> stages() {
        Map<String, Object> named = new LinkedHashMap<>();
        for (StageCost cost : StageCost.of(result.written())) {
            Map<String, Object> stage = new LinkedHashMap<>();
            cost.seconds().ifPresent(seconds -> {
                stage.put("seconds_per_waveform", seconds.named());
                stage.put("share", cost.share());
            });
            if (!cost.remark().isEmpty()) {
                stage.put("remark", cost.remark());
            }
            named.put(cost.name(), stage);
        }
        return named;
    }

    private static Map<String, Object> run(Generation run) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("wall_seconds", run.wallSeconds());
        named.put("threads", run.threads());
        Map<String, Object> workers = new LinkedHashMap<>();
        run.stageSeconds().forEach((stage, seconds) -> workers.put(stage.name().toLowerCase(Locale.ROOT), seconds));
        workers.put("waiting", run.waitingSeconds());
        named.put("worker_seconds", workers);
        named.put("calling_thread_seconds", Map.of("write", run.writeSeconds(), "file", run.fileSeconds()));
        return named;
    }

    private static Map<String, Object> times(WaveformTimes times) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("prepare", Quantiles.of(times.prepareSeconds()).named());
        named.put("evaluate", Quantiles.of(times.evaluateSeconds()).named());
        return named;
    }

    private static Map<String, Object> peer(PeerComparison comparison) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("agrees", comparison.agrees());
        named.put("our_generation_per_second", comparison.generation().named());
        named.put("rates", comparison.rates().stream().map(beside -> peerRate(comparison, beside)).toList());
        return named;
    }

    private static Map<String, Object> peerRate(PeerComparison comparison, PeerComparison.Beside beside) {
        PeerRate rate = beside.peer();
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("peer", rate.peer());
        named.put("multibanding", rate.multibanding());
        named.put("rows", rate.rows());
        named.put("waveforms_per_second", rate.rate().named());
        named.put("our_waveforms_per_second", beside.waveforms().named());
        named.put("waveform_ratio", beside.ratio());
        named.put("generation_ratio", comparison.generationRatio(beside));
        named.put("median_difference_of_peak", rate.medianOfPeak());
        named.put("worst_difference_of_peak", rate.worstOfPeak());
        named.put("median_relative_l2", rate.medianL2());
        named.put("worst_relative_l2", rate.worstL2());
        named.put("worst_relative_l2_allowed", rate.tolerance());
        named.put("agrees", rate.agrees());
        return named;
    }
}
