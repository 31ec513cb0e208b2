package org.chirpmill.cli;

import java.io.IOException;
import org.chirpmill.engine.Pipeline;
import org.chirpmill.engine.Schedule;
import org.chirpmill.engine.WaveformTask;

/** How fast waveforms are made without writing them, measured in about a second. */
final class QuickRate {
    /** Rows double until one run takes this long, s. */
    private static final double LONG_ENOUGH = 0.4;
    /** Runs before the one that may count: the first of a cold JVM is slow whatever it does. */
    private static final int WARM_UP_RUNS = 3;

    private QuickRate() {}

    /** Waveforms a second over runs of growing length, at most {@code rows}; the last one, when the code is warm. */
    static double of(WaveformTask task, Schedule schedule, long rows) throws IOException, InterruptedException {
        long count = Math.min(rows, 2L * schedule.threads() * schedule.batchSize());
        double spent = 0;
        for (int run = 0; true; run++) {
            long began = System.nanoTime();
            new Pipeline(task, schedule.trimmedTo(count)).run(0, count, batch -> { }, stored -> { });
            double seconds = (System.nanoTime() - began) * 1e-9;
            spent += seconds;
            if (seconds > LONG_ENOUGH && run >= WARM_UP_RUNS || count == rows && spent > 2 * LONG_ENOUGH) {
                return count / seconds;
            }
            if (seconds <= LONG_ENOUGH) {
                count = Math.min(rows, 2 * count);
            }
        }
    }
}
