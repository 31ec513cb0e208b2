package org.chirpmill.bench.gpu;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.chirpmill.engine.cuda.Gauge;
import org.chirpmill.engine.cuda.LaunchShape;

/**
 * A kernel's rate on the device alone.
 *
 * @param model LALSimulation's name
 * @param accuracy exact or fast
 * @param precision single or double
 * @param grid its name
 * @param bins frequency bins
 * @param activeBins those that are not zero, on average
 * @param batch rows a launch
 * @param shape how it was launched
 * @param medianSeconds of a launch
 * @param minSeconds likewise
 * @param maxSeconds likewise
 * @param bytesPerRow what a row takes of device memory: coefficients in, polarizations out
 * @param copyShare bytes a second over those of a copy
 * @param doubleShare double instructions a second over the most, where they were counted
 * @param facts of the entry point
 */
record KernelRate(String model, String accuracy, String precision, String grid, int bins, double activeBins, int batch,
        LaunchShape shape, double medianSeconds, double minSeconds, double maxSeconds, long bytesPerRow,
        double copyShare, OptionalDouble doubleShare, Gauge.KernelFacts facts) {
    /** Waveforms a second. */
    double rate() {
        return batch / medianSeconds;
    }

    /** What was run, in words. */
    String what() {
        return model.replace("IMRPhenom", "") + " " + accuracy + " " + precision;
    }

    Map<String, Object> named() {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("model", model);
        named.put("accuracy", accuracy);
        named.put("precision", precision);
        named.put("grid", grid);
        named.put("bins", bins);
        named.put("active_bins", activeBins);
        named.put("batch", batch);
        named.put("threads", shape.threads());
        named.put("blocks", new int[] {shape.blocksX(), shape.blocksY()});
        named.put("seconds", new double[] {minSeconds, medianSeconds, maxSeconds});
        named.put("waveforms_per_s", rate());
        named.put("bins_per_s", rate() * bins);
        named.put("bytes_per_s", rate() * bytesPerRow);
        named.put("share_of_copy", copyShare);
        named.put("share_of_double", doubleShare.isPresent() ? doubleShare.getAsDouble() : null);
        named.put("registers", facts.registers());
        named.put("local_bytes", facts.localBytes());
        named.put("shared_bytes", facts.sharedBytes() + shape.sharedBytes());
        named.put("blocks_per_multiprocessor", facts.blocks());
        named.put("occupancy", facts.occupancy());
        return named;
    }
}
