package org.chirpmill.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.chirpmill.engine.Pipeline;
import org.chirpmill.engine.Schedule;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.BatchSink;
import org.chirpmill.rows.RowList;
import org.chirpmill.rows.RowRange;
import org.chirpmill.rows.RowSelection;

/**
 * How fast waveforms are made without writing them, found in some seconds: they are made until the compiler has been
 * there, which shows in a rate that stays, and not counting what each run begins with, such as tables of its grid.
 */
public final class QuickRate {
    /** The rate is looked at after so much of the processors' time, s, which other work on the machine stretches. */
    private static final double SLICE = 0.8;
    /** And after so much time at the latest, s: where a device works the processors do not. */
    private static final double LONGEST_SLICE = 1;
    /** Slices in a row that must agree. */
    private static final int STEADY_SLICES = 3;
    /** Rates that differ by less are the same. */
    private static final double STEADY = 1.15;
    /** Where threads that are none of Java's take less than that of a processor, the compiler is not at work. */
    private static final double IDLE_COMPILER = 0.2;
    /** What is spent at least, s of the processors' time: until then what is steady may be about to be compiled. */
    private static final double LEAST_SPENT = 5;
    /** What is spent at most, s, where no rate stays. */
    private static final double MOST_SPENT = 12;
    /** Where all rows are made sooner than that, s, they are made again. */
    private static final double LEAST_FOR_FEW = 0.8;
    /** Few rows are repeated to so many, which take no memory to speak of. */
    private static final int REPEATED = 1 << 16;

    private final List<Mark> marks;

    /** So many rows were there after so many seconds, so many of the processors' time, and of that Java's threads'. */
    private record Mark(double seconds, double processorSeconds, double javaSeconds, long made) {
        double rateSince(Mark before) {
            return (made - before.made) / (seconds - before.seconds);
        }

        /** Rows a second of the processors' time, the compiler's included: it rises until that has been there. */
        double yieldSince(Mark before) {
            return (made - before.made) / Math.max(1e-3, processorSeconds - before.processorSeconds);
        }

        /** What the compiler has taken since, and the collector of garbage, of a processor. */
        double compilerSince(Mark before) {
            return (processorSeconds - before.processorSeconds - (javaSeconds - before.javaSeconds))
                / (seconds - before.seconds);
        }
    }

    private QuickRate(List<Mark> marks) {
        this.marks = List.copyOf(marks);
    }

    /** Measured on the first {@code rows} of the task's set, which are made again and again where they are few. */
    public static QuickRate of(WaveformTask task, Schedule schedule, long rows)
            throws IOException, InterruptedException {
        return of(task, schedule, rows, 0);
    }

    /**
     * The same, given up as soon as it shows that all rows take less time than is worth knowing.
     *
     * @param negligible s
     */
    public static QuickRate of(WaveformTask task, Schedule schedule, long rows, double negligible)
            throws IOException, InterruptedException {
        RowSelection selection = rows >= REPEATED ? RowRange.first(rows) : RowList.of(
            LongStream.range(0, REPEATED).map(k -> k % rows).toArray());
        Gauge gauge = new Gauge(rows, negligible);
        try {
            while (true) {
                new Pipeline(task, schedule).run(selection, gauge, _ -> { });
            }
        } catch (Settled enough) {
            return new QuickRate(gauge.marks);
        }
    }

    /** Waveforms a second at last. */
    public double perSecond() {
        return marks.getLast().rateSince(marks.get(Math.max(0, marks.size() - 1 - STEADY_SLICES)));
    }

    /** How long so many take a program that has just begun, s: as was seen of the first, then at the last rate. */
    public double secondsFromCold(long rows) {
        Mark last = marks.getLast();
        if (rows >= last.made) {
            return last.seconds + (rows - last.made) / perSecond();
        }
        int after = 1;
        while (marks.get(after).made < rows) {
            after++;
        }
        Mark before = marks.get(after - 1);
        return before.seconds + (rows - before.made) / marks.get(after).rateSince(before);
    }

    /** Waveforms pass by. */
    private static final class Gauge implements BatchSink {
        private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private final long began = System.nanoTime();
        private final long beganProcessors = system.getProcessCpuTime();
        private final long rows;
        private final double negligible;
        private final List<Mark> marks = new ArrayList<>(List.of(new Mark(0, 0, 0, 0)));
        private long made;

        Gauge(long rows, double negligible) {
            this.rows = rows;
            this.negligible = negligible;
        }

        @Override
        public void accept(Batch batch) throws IOException {
            made += batch.count();
            double seconds = (System.nanoTime() - began) * 1e-9;
            double processorSeconds = (system.getProcessCpuTime() - beganProcessors) * 1e-9;
            Mark last = marks.getLast();
            // The first batch ends what a run begins with.
            if (marks.size() > 1 && processorSeconds - last.processorSeconds < SLICE
                    && seconds - last.seconds < LONGEST_SLICE) {
                return;
            }
            Mark now = new Mark(seconds, processorSeconds, javaSeconds(), made);
            marks.add(now);
            boolean allAreThere = made >= rows && now.seconds > LEAST_FOR_FEW;
            boolean isWarm = now.processorSeconds > LEAST_SPENT && isSteady() || now.seconds > MOST_SPENT;
            // Code gets no slower: what it has come to is the least.
            boolean isNegligible = rows / now.rateSince(last) < negligible;
            if (marks.size() > 2 && (allAreThere || isWarm || isNegligible)) {
                throw new Settled();
            }
        }

        /** Of all Java's threads that live, s; the compiler's are not among them. */
        private double javaSeconds() {
            return LongStream.of(threads.getAllThreadIds()).map(threads::getThreadCpuTime).filter(nanos -> nanos > 0)
                .sum() * 1e-9;
        }

        private boolean isSteady() {
            if (marks.size() <= STEADY_SLICES + 1
                    || marks.getLast().compilerSince(marks.get(marks.size() - 1 - STEADY_SLICES)) > IDLE_COMPILER) {
                return false;
            }
            double lowest = Double.POSITIVE_INFINITY;
            double highest = 0;
            for (int k = marks.size() - STEADY_SLICES; k < marks.size(); k++) {
                double rate = marks.get(k).yieldSince(marks.get(k - 1));
                lowest = Math.min(lowest, rate);
                highest = Math.max(highest, rate);
            }
            return highest < STEADY * lowest;
        }
    }

    /** No failure: enough is known. */
    private static final class Settled extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
