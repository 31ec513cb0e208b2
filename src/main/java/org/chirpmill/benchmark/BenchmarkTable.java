package org.chirpmill.benchmark;

import java.io.PrintWriter;
import java.util.Locale;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.numbers.Quantiles;
import org.chirpmill.numbers.Quantity;
import org.chirpmill.numbers.Spread;

/**
 * A benchmark as people read it.
 *
 * @param result what was found
 * @param provenance its head
 */
public record BenchmarkTable(BenchmarkResult result, Provenance provenance) {
    private static final double MICROSECONDS = 1e6;

    /** Prints it. */
    public void print(PrintWriter out) {
        WaveformTask task = result.workload().task();
        int threads = result.schedule().threads();
        out.printf("%s, %,d bins, %s precision, %s, %s: %,d waveforms, %d %s, "
            + "batches of %d, %d repeats%n",
            task.model().approximant(), result.bins(), task.precision().name().toLowerCase(Locale.ROOT),
            task.backend().name(), task.accuracy(), result.workload().rows(), threads,
            threads == 1 ? "thread" : "threads", result.schedule().batchSize(), result.written().size());
        out.println(provenance.sentence());
        printSetUp(out);
        printRates(out);
        printStages(out);
        result.times().ifPresent(times -> printTimes(out, times));
        result.peer().ifPresent(comparison -> printPeer(out, comparison));
        out.flush();
    }

    private void printSetUp(PrintWriter out) {
        SetUp setUp = result.setUp();
        out.println();
        out.println("set-up, s");
        out.printf("  %-28s %10.3f%n", "JVM start to command", setUp.jvm());
        out.printf("  %-28s %10.3f%n", "settings and model", setUp.settings());
        out.printf("  %-28s %10.3f%n", "tables", setUp.tables());
        out.printf("  %-28s %10.3f%n", String.format(Locale.ROOT, "warm-up, %,d waveforms", result.warmUpRows()),
            setUp.warmUp());
    }

    private void printRates(PrintWriter out) {
        Spread rate = BenchmarkResult.rate(result.written());
        out.println();
        out.printf("%-30s %12s %12s %12s%n", "generation, a second", "min", "median", "max");
        printSpread(out, "waveforms", rate);
        printSpread(out, "bins", rate.times(result.bins()));
        printSpread(out, "GB of polarizations", rate.times(result.gigabytes()));
        printSpread(out, "waveforms without writing", BenchmarkResult.rate(result.computed()));
    }

    private void printStages(PrintWriter out) {
        out.println();
        out.printf("%-30s %12s %12s %12s  %s%n", "stage, us a waveform", "min", "median", "max", "share");
        for (StageCost cost : StageCost.of(result.written())) {
            if (cost.seconds().isPresent()) {
                Spread microseconds = cost.seconds().get().times(MICROSECONDS);
                out.printf("  %-28s %12s %12s %12s %5.1f %%  %s%n", cost.name(),
                    Quantity.number(microseconds.minimum()), Quantity.number(microseconds.median()),
                    Quantity.number(microseconds.maximum()), 100 * cost.share(), cost.remark());
            } else {
                out.printf("  %-28s %12s %12s %12s %7s  %s%n", cost.name(), "-", "-", "-", "-", cost.remark());
            }
        }
    }

    private static void printTimes(PrintWriter out, WaveformTimes times) {
        out.println();
        out.printf("%-30s %12s %12s %12s %12s%n", "one waveform alone, us", "median", "90 %", "99 %", "max");
        printQuantiles(out, "prepare", Quantiles.of(times.prepareSeconds()));
        printQuantiles(out, "evaluate", Quantiles.of(times.evaluateSeconds()));
    }

    private static void printPeer(PrintWriter out, PeerComparison comparison) {
        out.println();
        out.printf("%-44s %12s %12s %12s%n", "one core : one core, a second", "min", "median", "max");
        out.printf("  %-42s %s%n", "Chirpmill: the whole generation", text(comparison.generation()));
        for (PeerComparison.Beside beside : comparison.rates()) {
            PeerRate rate = beside.peer();
            out.printf("  %-42s %s%n", rate.title(), text(rate.rate()));
            out.printf("  %-42s %s%n", "  Chirpmill: convert, prepare, evaluate", text(beside.waveforms()));
            out.printf("    ratio of waveforms %.2f, of the whole generation %.2f%n",
                beside.ratio(), comparison.generationRatio(beside));
            out.printf("    difference over %,d rows, median and worst: %.1e and %.1e of the peak, %.1e and %.1e in "
                + "relative L2: %s (worst L2 allowed: %.0e)%n", rate.rows(), rate.medianOfPeak(), rate.worstOfPeak(),
                rate.medianL2(), rate.worstL2(), rate.agrees() ? "they agree" : "THEY DISAGREE", rate.tolerance());
        }
    }

    private static void printSpread(PrintWriter out, String name, Spread spread) {
        out.printf("  %-28s %s%n", name, text(spread));
    }

    private static String text(Spread spread) {
        return String.format(Locale.ROOT, "%12s %12s %12s", Quantity.number(spread.minimum()),
            Quantity.number(spread.median()), Quantity.number(spread.maximum()));
    }

    private static void printQuantiles(PrintWriter out, String name, Quantiles seconds) {
        out.printf("  %-28s %12s %12s %12s %12s%n", name, Quantity.number(seconds.median() * MICROSECONDS),
            Quantity.number(seconds.p90() * MICROSECONDS), Quantity.number(seconds.p99() * MICROSECONDS),
            Quantity.number(seconds.maximum() * MICROSECONDS));
    }
}
