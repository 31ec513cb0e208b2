package org.chirpmill.bench.gpu;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.chirpmill.engine.Stage;
import org.chirpmill.engine.cuda.Gauge;

/** The short table: what does not fit in some sixty lines is in the JSON. */
final class BenchmarkReport {
    private static final int MOST_FAILURES = 8;
    private static final int MOST_OMISSIONS = 3;
    private static final int MOST_COLUMNS = 180;

    private final PrintStream out;

    BenchmarkReport(PrintStream out) {
        this.out = out;
    }

    void printHead(Map<String, Object> card, Ceilings ceilings) {
        line("%s, %s; %s multiprocessors, %s kHz, memory %s kHz x %s bits", card.get("name"), card.get("driver"),
            card.get("multiprocessors"), card.get("clock_kHz"), card.get("memory_clock_kHz"),
            card.get("memory_bus_bits"));
        if (ceilings != null) {
            line("ceilings: copy %.0f GB/s, fill %.0f GB/s; host to device %.1f, device to host %.1f GB/s; "
                + "%.2f double and %.2f single Tfma/s; launch %.1f us", ceilings.copyRate() * 1e-9,
                ceilings.fillRate() * 1e-9, ceilings.inRate() * 1e-9, ceilings.outRate() * 1e-9,
                ceilings.doubleRate() * 1e-12, ceilings.singleRate() * 1e-12, ceilings.launchSeconds() * 1e6);
        }
    }

    void printCorrectness(Correctness correctness) {
        line("largest error (exact: of the peak beside scalar; fast: relative L2 beside exact)");
        for (Map<String, Object> result : correctness.results()) {
            List<String> words = new ArrayList<>();
            ((Map<?, ?>) result.get("worst")).forEach((entry, worst) ->
                words.add(entry + " " + String.format(Locale.ROOT, "%.1e", (Double) worst)));
            line("  %-13s %3d + %d rows: %s", result.get("model"), result.get("reference_rows"),
                result.get("drawn_rows"), String.join(", ", words));
        }
        printFailures(correctness.failures());
    }

    private void printFailures(List<String> failures) {
        failures.stream().limit(MOST_FAILURES).forEach(failure -> line("  WRONG: %s", failure));
        if (failures.size() > MOST_FAILURES) {
            line("  WRONG: and %d more", failures.size() - MOST_FAILURES);
        }
        line("  %s", failures.isEmpty() ? "all agree, and launches of any size give the same bytes" : "NOT ALL AGREE");
    }

    /** The best batch of each kernel and grid in one line a kernel. */
    void printKernels(KernelRates rates, Ceilings ceilings) {
        Map<String, Map<String, KernelRate>> best = new LinkedHashMap<>();
        for (KernelRate rate : rates.rates()) {
            best.computeIfAbsent(rate.what(), what -> new LinkedHashMap<>()).merge(rate.grid(), rate,
                (a, b) -> a.rate() >= b.rate() ? a : b);
        }
        if (best.isEmpty()) {
            return;
        }
        line("kernels, thousand waveforms/s at the best batch (share of copy; of double rate); registers, local bytes, "
            + "occupancy");
        best.forEach((what, grids) -> {
            StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "  %-20s", what));
            grids.forEach((grid, rate) -> text.append(String.format(Locale.ROOT, " %s: %s (%.0f%%%s) x%d;",
                grid.equals("multibanded") ? "mb" : grid, thousands(rate), 100 * rate.copyShare(),
                percent(rate.doubleShare()), rate.batch())));
            Gauge.KernelFacts facts = grids.values().iterator().next().facts();
            line("%s r%d l%d o%.0f%%", text, facts.registers(), facts.localBytes(), 100 * facts.occupancy());
        });
        rates.rates().stream().min(Comparator.comparing(KernelRate::precision, Comparator.reverseOrder())
            .thenComparing(KernelRate::bins, Comparator.reverseOrder())).ifPresent(rate ->
            line("  at the card's copy rate (%.0f GB/s) %s, %d bins, would be %.0f thousand/s",
                ceilings.copyRate() * 1e-9, rate.precision(), rate.bins(),
                ceilings.copyRate() / rate.bytesPerRow() * 1e-3));
    }

    /** Launch shapes, one line a kernel. */
    void printShapes(KernelRates rates) {
        Map<String, StringBuilder> lines = new LinkedHashMap<>();
        for (KernelRate rate : rates.shapes()) {
            StringBuilder text = lines.computeIfAbsent(rate.what(), StringBuilder::new);
            int rows = rate.accuracy().equals("fast") ? 1 : Math.ceilDiv(rate.batch(), rate.shape().blocksY());
            text.append(String.format(Locale.ROOT, " %dx%d: %s;", rate.shape().threads(), rows, thousands(rate)));
        }
        if (!lines.isEmpty()) {
            line("launch shapes, threads x rows a block: thousand waveforms/s");
            lines.values().forEach(text -> line("  %s", text.toString()));
        }
    }

    /** Coefficients beside sums in double precision, one line a model and width. */
    void printProjectionCheck(ProjectionCheck check) {
        line("projection, largest error of the norm beside sums in double precision");
        for (Map<String, Object> result : check.results()) {
            List<String> words = new ArrayList<>();
            ((Map<?, ?>) result.get("worst")).forEach((precision, worst) ->
                words.add(precision + " " + String.format(Locale.ROOT, "%.1e", (Double) worst)));
            line("  %-13s %3s rows, %s bins on %3s vectors: %s", result.get("model"), result.get("rows"),
                result.get("grid"), result.get("vectors"), String.join(", ", words));
        }
        printFailures(check.failures());
    }

    /** The best batch of each width and precision. */
    void printProjections(List<ProjectionRate> rates) {
        if (!rates.isEmpty()) {
            line("projection of both polarizations at the best batch, thousand rows/s (Tflop/s, share of the card's; "
                + "share of copy)");
        }
        Map<String, ProjectionRate> best = new LinkedHashMap<>();
        rates.forEach(rate -> best.merge(rate.vectors() + " " + rate.precision(), rate,
            (a, b) -> a.rate() >= b.rate() ? a : b));
        for (ProjectionRate rate : best.values()) {
            line("  %3d vectors %-6s x%-5d %7.0f (%.1f, %.0f%%; %.0f%%); behind %s %.0f; r%d l%d o%.0f%%",
                rate.vectors(), rate.precision(), rate.batch(), rate.rate() * 1e-3,
                rate.operationsPerSecond() * 1e-12, 100 * rate.arithmeticShare(), 100 * rate.copyShare(),
                rate.model(), rate.togetherRate() * 1e-3, rate.facts().registers(), rate.facts().localBytes(),
                100 * rate.facts().occupancy());
        }
    }

    void printRuns(PipelineRuns runs, Ceilings ceilings) {
        if (!runs.runs().isEmpty()) {
            line("whole runs, 8193 bins single; share of worker time per stage; await = device or its bus");
        }
        for (PipelineRuns.Run run : runs.runs()) {
            line("  %-21s %2d threads x %-5d%s %7.1f thousand/s %5.1f GB/s (%3.0f%% of the bus); draw+convert %2.0f "
                + "prepare %2.0f evaluate %2.0f await %2.0f check %2.0f blocked %2.0f %%", run.what(), run.threads(),
                run.batch(), run.isWritten() ? " written" : "", run.generation().rate() * 1e-3,
                run.generation().rate() * run.bytesPerRow() * 1e-9,
                100 * run.generation().rate() * run.bytesPerRow() / ceilings.outRate(),
                100 * (run.share(Stage.DRAW) + run.share(Stage.CONVERT)), 100 * run.share(Stage.PREPARE),
                100 * run.share(Stage.EVALUATE), 100 * run.share(Stage.AWAIT), 100 * run.share(Stage.CHECK),
                100 * run.share(Stage.BLOCKED));
        }
    }

    void printRest(Map<String, String> sanitizer, List<String> omitted, double seconds) {
        sanitizer.forEach((tool, verdict) -> line("compute-sanitizer %s: %s", tool, verdict));
        omitted.stream().limit(MOST_OMISSIONS).forEach(what -> line("not measured: %s", what));
        if (omitted.size() > MOST_OMISSIONS) {
            line("not measured: and %d more", omitted.size() - MOST_OMISSIONS);
        }
        line("%.0f s in all", seconds);
    }

    private static String thousands(KernelRate rate) {
        double thousands = rate.rate() * 1e-3;
        return String.format(Locale.ROOT, thousands < 10 ? "%.2f" : thousands < 100 ? "%.1f" : "%.0f", thousands);
    }

    private static String percent(OptionalDouble share) {
        return share.isPresent() ? String.format(Locale.ROOT, "; %.0f%%", 100 * share.getAsDouble()) : "";
    }

    private void line(String format, Object... values) {
        String text = String.format(Locale.ROOT, format, values);
        out.println(text.length() > MOST_COLUMNS ? text.substring(0, MOST_COLUMNS) : text);
    }
}
