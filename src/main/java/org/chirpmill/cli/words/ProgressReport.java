package org.chirpmill.cli.words;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.chirpmill.natives.NativeFolder;
import org.chirpmill.numbers.Quantity;
import org.chirpmill.run.RunStep;

/** How far a step is: a bar on a terminal, a plain line now and then elsewhere. Goes to standard error. */
sealed interface ProgressReport extends AutoCloseable {
    /** Tells that {@code rows} more rows are stored. */
    void advance(long rows);

    @Override
    void close();

    /**
     * A step as it begins.
     *
     * @param step which
     * @param done how many of its waveforms are there
     * @param total how many it has
     * @param secondsAfterwards what it takes when all waveforms are there
     */
    record Beginning(RunStep step, long done, long total, double secondsAfterwards) {
        /** What its waveforms are for. */
        String waveforms() {
            return switch (step) {
                case TRAINING -> "waveforms to train on";
                case VALIDATION -> "waveforms to measure on";
                case ROWS -> "waveforms";
            };
        }
    }

    /** The report that suits where standard error goes. */
    static ProgressReport start(Beginning step, PrintWriter err) {
        Console console = System.console();
        return console != null && console.isTerminal() ? new Bar(step) : new Lines(step, err);
    }

    /** A bar with rate and remaining time. */
    final class Bar implements ProgressReport {
        private final ProgressBar bar;
        private final Pace pace;

        Bar(Beginning step) {
            NativeFolder.prepare();
            pace = new Pace(step);
            bar = new ProgressBarBuilder()
                .setTaskName(step.waveforms())
                .setInitialMax(step.total())
                .startsFrom(step.done(), Duration.ZERO)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(200)
                .showSpeed()
                .setEtaFunction(_ -> pace.left())
                .build();
        }

        @Override
        public void advance(long rows) {
            pace.advance(rows);
            bar.stepBy(rows);
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** A line every ten seconds, and one at the end. */
    final class Lines implements ProgressReport {
        private static final double INTERVAL = 10;

        private final PrintWriter err;
        private final Beginning step;
        private final Pace pace;
        private double nextLine = INTERVAL;

        Lines(Beginning step, PrintWriter err) {
            this.step = step;
            this.err = err;
            this.pace = new Pace(step);
        }

        @Override
        public void advance(long rows) {
            pace.advance(rows);
            if (pace.seconds() >= nextLine || pace.isDone()) {
                err.printf("%,d of %,d %s (%.0f %%), %s/s%s%n", pace.done(), step.total(), step.waveforms(),
                    100.0 * pace.done() / step.total(), Quantity.number(pace.rate()), left());
                err.flush();
                nextLine = pace.seconds() + INTERVAL;
            }
        }

        private String left() {
            if (pace.isDone()) {
                return step.secondsAfterwards() < 1 ? ""
                    : ", then linear algebra of about " + Quantity.duration(step.secondsAfterwards());
            }
            return pace.left().map(left -> ", " + Quantity.duration(left.toMillis() * 1e-3) + " left").orElse("");
        }

        @Override
        public void close() {
            err.flush();
        }
    }

    /** How fast a step goes. The bar asks from a thread of its own. */
    final class Pace {
        private final Beginning step;
        private final RemainingTime remaining;
        private final long began = System.nanoTime();
        private long done;

        Pace(Beginning step) {
            this.step = step;
            this.done = step.done();
            this.remaining = new RemainingTime(done);
        }

        synchronized void advance(long rows) {
            done += rows;
            remaining.passed(seconds(), done);
        }

        double seconds() {
            return (System.nanoTime() - began) * 1e-9;
        }

        synchronized long done() {
            return done;
        }

        boolean isDone() {
            return done() == step.total();
        }

        /** Of late, a second; at the end, and while that is not steady, since the step began. */
        synchronized double rate() {
            OptionalDouble late = isDone() ? OptionalDouble.empty() : remaining.rate();
            return late.orElse((done - step.done()) / seconds());
        }

        synchronized Optional<Duration> left() {
            OptionalDouble left = remaining.left(step.total());
            return left.isEmpty() ? Optional.empty()
                : Optional.of(Duration.ofMillis((long) (1000 * (left.getAsDouble() + step.secondsAfterwards()))));
        }
    }
}
