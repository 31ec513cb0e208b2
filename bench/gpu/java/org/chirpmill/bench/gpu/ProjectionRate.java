package org.chirpmill.bench.gpu;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chirpmill.engine.cuda.Gauge;
import org.chirpmill.engine.cuda.LaunchShape;

/**
 * The projection's rate on the device, where a row is both polarizations of a waveform.
 *
 * @param precision single or double
 * @param bins frequency bins of a row
 * @param countedBins those that the basis reaches
 * @param vectors of the basis
 * @param batch rows a launch
 * @param shape how each polarization's launch was laid out
 * @param medianSeconds of the batch
 * @param minSeconds likewise
 * @param maxSeconds likewise
 * @param togetherSeconds median of the batch's evaluation and projection together
 * @param model who was evaluated
 * @param bytesPerRow that must be moved if nothing is read twice, the matrix left out
 * @param arithmeticRate multiply-adds a second of the card at best
 * @param copyRate bytes a second of the card at best
 * @param facts of the entry point
 */
record ProjectionRate(String precision, int bins, int countedBins, int vectors, int batch, LaunchShape shape,
        double medianSeconds, double minSeconds, double maxSeconds, double togetherSeconds, String model,
        long bytesPerRow, double arithmeticRate, double copyRate, Gauge.KernelFacts facts) {
    /** A complex product and sum. */
    private static final int MULTIPLY_ADDS = 4;
    private static final int POLARIZATIONS = 2;

    /** Rows a second. */
    double rate() {
        return batch / medianSeconds;
    }

    /** Floating-point operations a second, two a multiply-add. */
    double operationsPerSecond() {
        return 2 * multiplyAddsPerSecond();
    }

    private double multiplyAddsPerSecond() {
        return rate() * POLARIZATIONS * MULTIPLY_ADDS * countedBins * vectors;
    }

    /** Multiply-adds a second over the most of this card. */
    double arithmeticShare() {
        return multiplyAddsPerSecond() / arithmeticRate;
    }

    /** Bytes a second over those of a copy. */
    double copyShare() {
        return rate() * bytesPerRow / copyRate;
    }

    /** Rows a second of the evaluation and the projection together. */
    double togetherRate() {
        return batch / togetherSeconds;
    }

    Map<String, Object> named() {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("precision", precision);
        named.put("bins", bins);
        named.put("counted_bins", countedBins);
        named.put("vectors", vectors);
        named.put("batch", batch);
        named.put("threads", shape.threads());
        named.put("blocks", new int[] {shape.blocksX(), shape.blocksY()});
        named.put("seconds", new double[] {minSeconds, medianSeconds, maxSeconds});
        named.put("rows_per_s", rate());
        named.put("flop_per_s", operationsPerSecond());
        named.put("share_of_fma", arithmeticShare());
        named.put("bytes_per_row", bytesPerRow);
        named.put("share_of_copy", copyShare());
        named.put("evaluated_model", model);
        named.put("evaluated_and_projected_per_s", togetherRate());
        named.put("registers", facts.registers());
        named.put("local_bytes", facts.localBytes());
        named.put("shared_bytes", facts.sharedBytes() + shape.sharedBytes());
        named.put("blocks_per_multiprocessor", facts.blocks());
        named.put("occupancy", facts.occupancy());
        return named;
    }
}
