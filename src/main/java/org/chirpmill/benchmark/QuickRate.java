package org.chirpmill.benchmark;

import java.io.IOException;
import org.chirpmill.engine.Pipeline;
import org.chirpmill.engine.Schedule;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.rows.BatchSink;
import org.chirpmill.rows.RowRange;

/** How fast waveforms are made without writing them, measured in some seconds. */
public final class QuickRate {
    /** Rows double until one run takes this long, s. */
    private static final double LONG_ENOUGH = 0.4;
    /** A cold JVM gets faster from run to run by more than this. */
    private static final double WARMING = 1.2;
    /** What is spent at least, s: under load the compiler comes late. */
    private static final double LEAST_SPENT = 2.5;

    private QuickRate() {}

    /** Waveforms a second over runs of growing length, at most {@code rows}; the last one, when the code is warm. */
    public static double of(WaveformTask task, Schedule schedule, long rows) throws IOException, InterruptedException {
        long count = Math.min(rows, 2L * schedule.threads() * schedule.batchSize());
        double spent = 0;
        double before = 0;
        while (true) {
            long began = System.nanoTime();
            new Pipeline(task, schedule.trimmedTo(count)).run(RowRange.first(count), BatchSink.NOWHERE, stored -> { });
            double seconds = (System.nanoTime() - began) * 1e-9;
            double rate = count / seconds;
            spent += seconds;
            boolean isWarm = rate < WARMING * before && spent > LEAST_SPENT;
            if (seconds > LONG_ENOUGH && isWarm || count == rows && spent > 2 * LONG_ENOUGH) {
                return rate;
            }
            before = rate;
            if (seconds <= LONG_ENOUGH) {
                count = Math.min(rows, 2 * count);
            }
        }
    }
}
