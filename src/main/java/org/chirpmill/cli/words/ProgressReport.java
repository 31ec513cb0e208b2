package org.chirpmill.cli.words;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.chirpmill.natives.NativeFolder;

/** How far a run is: a bar on a terminal, a plain line now and then elsewhere. Goes to standard error. */
sealed interface ProgressReport extends AutoCloseable {
    /** Tells that {@code rows} more rows are stored. */
    void advance(long rows);

    @Override
    void close();

    /** The report that suits where standard error goes. */
    static ProgressReport start(long done, long total, PrintWriter err) {
        Console console = System.console();
        return console != null && console.isTerminal() ? new Bar(done, total) : new Lines(done, total, err);
    }

    /** A bar with rate and remaining time. */
    final class Bar implements ProgressReport {
        private final ProgressBar bar;

        Bar(long done, long total) {
            NativeFolder.prepare();
            bar = new ProgressBarBuilder()
                .setTaskName("waveforms")
                .setInitialMax(total)
                .startsFrom(done, Duration.ZERO)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(200)
                .showSpeed()
                .build();
        }

        @Override
        public void advance(long rows) {
            bar.stepBy(rows);
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** A line every ten seconds, and one at the end. */
    final class Lines implements ProgressReport {
        private static final long INTERVAL_NANOS = 10_000_000_000L;

        private final PrintWriter err;
        private final long total;
        private final long first;
        private final long began = System.nanoTime();
        private long done;
        private long nextLine = began + INTERVAL_NANOS;

        Lines(long done, long total, PrintWriter err) {
            this.done = done;
            this.first = done;
            this.total = total;
            this.err = err;
        }

        @Override
        public void advance(long rows) {
            done += rows;
            long now = System.nanoTime();
            if (now >= nextLine || done == total) {
                double seconds = (now - began) * 1e-9;
                double rate = (done - first) / seconds;
                err.printf("%,d of %,d waveforms (%.0f %%), %,.0f/s, %.0f s left%n",
                    done, total, 100.0 * done / total, rate, (total - done) / rate);
                err.flush();
                nextLine = now + INTERVAL_NANOS;
            }
        }

        @Override
        public void close() {
            err.flush();
        }
    }
}
