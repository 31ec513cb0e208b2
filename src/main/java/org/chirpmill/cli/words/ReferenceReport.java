package org.chirpmill.cli.words;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.numbers.Quantiles;
import org.chirpmill.verify.ReferenceCheck;
import org.chirpmill.verify.SetVerdict;

/**
 * How a backend's waveforms compare with references, as a table and for programs.
 *
 * @param check that was made
 * @param verdicts of the sets, one or more
 */
public record ReferenceReport(ReferenceCheck check, List<SetVerdict> verdicts) {
    /** Whether every row passes. */
    public boolean passed() {
        return verdicts.stream().allMatch(verdict -> verdict.failures() == 0);
    }

    /** Prints a line a set, and the sum of it. */
    public void print(PrintWriter out) {
        out.printf("%-44s %5s %6s  %-35s %-35s %s%n", "", "", "", "max|dh| / max|h|", "loss", "");
        out.printf("%-44s %5s %6s  %-8s %-8s %-8s %-8s  %-8s %-8s %-8s %-8s %s%n", "set", "rows", "failed",
            "median", "90 %", "99 %", "max", "median", "90 %", "99 %", "max", " worst row (difference of allowed)");
        verdicts.forEach(verdict -> printLine(out, verdict));
        printThosePassedByError(out);
        out.printf("%s: %s, %s, %s precision, tolerance %s%n", VerdictWords.inOneWord(passed()),
            check.backend().name(), accuracies(), precision(), limits().stream()
                .map(limit -> String.format(Locale.ROOT, "%.0e", limit)).collect(Collectors.joining(" or ")));
    }

    private static void printLine(PrintWriter out, SetVerdict verdict) {
        int worst = verdict.worstRow();
        out.printf("%-44s %5d %6d  %s  %s   %d (%.1e of %.1e)%n",
            verdict.file() + " " + verdict.set(), verdict.peak().length, verdict.failures(),
            text(Quantiles.of(verdict.peak())), text(Quantiles.of(verdict.loss())), worst, verdict.peak()[worst],
            verdict.limit(worst));
    }

    /** Prints how many rows differ by more than their sets' own noise and spread allow and pass all the same. */
    private void printThosePassedByError(PrintWriter out) {
        int rows = verdicts.stream().mapToInt(SetVerdict::passedByError).sum();
        if (rows > 0) {
            out.printf("%d of the rows that passed differ by more than tolerance, noise and spread allow, but by no "
                + "more than a table beside the file says that the reference itself is off: %s%n", rows,
                verdicts.stream().filter(verdict -> verdict.passedByError() > 0)
                    .map(verdict -> verdict.file() + " " + verdict.set() + " " + verdict.passedByError())
                    .collect(Collectors.joining(", ")));
        }
    }

    private static String text(Quantiles quantiles) {
        return String.format(Locale.ROOT, "%8.1e %8.1e %8.1e %8.1e",
            quantiles.median(), quantiles.p90(), quantiles.p99(), quantiles.maximum());
    }

    /** All of it by name, for JSON. */
    public Map<String, Object> named() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("backend", check.backend().name());
        report.put("accuracy", accuracies());
        report.put("precision", precision());
        report.put("tolerance", limits().getFirst());
        report.put("passed", passed());
        report.put("sets", verdicts.stream().map(SetVerdict::named).toList());
        return report;
    }

    /** The tolerances that were asked of the sets, the smallest first. */
    private List<Double> limits() {
        return models().map(check::limit).distinct().sorted().toList();
    }

    /** How exactly the sets were evaluated: a backend may know the exact way only for some models. */
    private String accuracies() {
        return models().map(model -> check.accuracy(model).toString()).distinct().collect(Collectors.joining(" or "));
    }

    private Stream<WaveformModel> models() {
        return verdicts.stream().map(SetVerdict::model);
    }

    private String precision() {
        return check.precision().name().toLowerCase(Locale.ROOT);
    }
}
