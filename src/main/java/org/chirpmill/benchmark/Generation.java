package org.chirpmill.benchmark;

import java.util.Map;
import org.chirpmill.engine.Stage;

/**
 * What one run took.
 *
 * @param rows waveforms made
 * @param threads workers
 * @param wallSeconds from before the first worker's start to the finished file, or to the last waveform without one
 * @param stageSeconds by stage, of all workers together
 * @param writeSeconds of the calling thread: handing batches to the dataset; workers go on meanwhile
 * @param fileSeconds of the calling thread: laying out the file before the first row, completing it after the last
 */
public record Generation(long rows, int threads, double wallSeconds, Map<Stage, Double> stageSeconds,
        double writeSeconds, double fileSeconds) {

    /** Waveforms a second. */
    public double rate() {
        return rows / wallSeconds;
    }

    /** Worker time that belongs to no stage: starting, and waiting for the other workers at the end. */
    public double waitingSeconds() {
        return threads * wallSeconds - workingSeconds() - stageSeconds.get(Stage.BLOCKED);
    }

    /** Waveforms a second and worker in conversion, preparation and evaluation alone: what a waveform library does. */
    public double waveformRate() {
        return rows / (stageSeconds.get(Stage.CONVERT) + stageSeconds.get(Stage.PREPARE)
            + stageSeconds.get(Stage.EVALUATE) + stageSeconds.get(Stage.AWAIT));
    }

    /** Waveforms a second where one core would do all in turn: every stage, writing, and the file. */
    public double serialRate() {
        return rows / (workingSeconds() + writeSeconds + fileSeconds);
    }

    private double workingSeconds() {
        return stageSeconds.values().stream().mapToDouble(Double::doubleValue).sum() - stageSeconds.get(Stage.BLOCKED);
    }
}
