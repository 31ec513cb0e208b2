package org.chirpmill.benchmark;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chirpmill.numbers.Quantity;

/**
 * The scaling of some cases, as a table and for programs.
 *
 * @param cases what was found of each
 */
public record ScalingReport(List<ScalingCase.Found> cases) {
    /** Sets so small must not lose by a second thread. */
    private static final long SMALL_SET = 100;

    /** Prints the table. */
    public void print(PrintWriter out, Provenance provenance) {
        out.println(provenance.sentence());
        out.println("waveforms a second without writing, medians; automatic: the batches that a run chooses itself");
        out.println();
        out.printf("%-34s %8s %20s %8s %22s %20s%n", "", "threads", "automatic", ": 1", "best", "dingo-waveform");
        for (ScalingCase.Found found : cases) {
            for (int threads : found.threads()) {
                ScalingPoint automatic = ScalingPoint.automatic(threads, found.points());
                out.printf("%-34s %8d %20s %8.2f %22s %20s%n", found.scaled().name(), threads, text(automatic),
                    found.speedUp(threads), text(ScalingPoint.best(ScalingPoint.with(threads, found.points()))),
                    published(found, threads));
            }
        }
        out.println();
        for (ScalingCase.Found found : cases) {
            ScalingPoint best = ScalingPoint.best(found.points());
            out.printf("%s: best on %d %s with batches of %d, %s/s%n", found.scaled().name(), best.threads(),
                best.threads() == 1 ? "thread" : "threads", best.batchSize(), Quantity.number(best.rate().median()));
            if (found.scaled().workload().rows() <= SMALL_SET) {
                out.printf("  a small set: 2 threads are %.2f times as fast as 1 (%s on 1, %s on 2)%n",
                    found.speedUp(2), range(found, 1), range(found, 2));
            }
        }
        out.flush();
    }

    private static String text(ScalingPoint point) {
        return String.format(Locale.ROOT, "%s/s by %d", Quantity.number(point.rate().median()), point.batchSize());
    }

    private static String range(ScalingCase.Found found, int threads) {
        ScalingPoint point = ScalingPoint.automatic(threads, found.points());
        return Quantity.number(point.rate().minimum()) + " to " + Quantity.number(point.rate().maximum()) + "/s";
    }

    private static String published(ScalingCase.Found found, int threads) {
        Double theirs = found.scaled().published().get(threads);
        return theirs == null ? "" : String.format(Locale.ROOT, "%,.0f/s (x %.2f)", theirs,
            ScalingPoint.automatic(threads, found.points()).rate().median() / theirs);
    }

    /** Everything by name, for JSON. */
    public List<Object> named() {
        List<Object> list = new ArrayList<>();
        for (ScalingCase.Found found : cases) {
            Map<String, Object> named = new LinkedHashMap<>();
            named.put("approximant", found.scaled().workload().task().model().approximant());
            named.put("waveforms", found.scaled().workload().rows());
            named.put("bins", found.scaled().workload().task().frame().grid().bins());
            ScalingPoint best = ScalingPoint.best(found.points());
            named.put("best", point(best));
            named.put("two_threads_to_one", found.speedUp(2));
            Map<String, Double> published = new LinkedHashMap<>();
            found.scaled().published().forEach((threads, rate) -> published.put(String.valueOf(threads), rate));
            named.put("dingo_waveform_by_processes", published);
            named.put("points", found.points().stream().map(ScalingReport::point).toList());
            list.add(named);
        }
        return list;
    }

    private static Map<String, Object> point(ScalingPoint point) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("threads", point.threads());
        named.put("batch_size", point.batchSize());
        named.put("automatic", point.automatic());
        named.put("waveforms_per_second", point.rate().named());
        named.put("rounds", point.rates());
        return named;
    }
}
