package org.chirpmill.cli.words;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.chirpmill.numbers.Quantiles;
import org.chirpmill.plot.Histogram;
import org.chirpmill.verify.RowDifferences;
import org.chirpmill.verify.SetVerdict;

/** How far rows are from others, as a table and as a picture. */
public final class DifferenceWords {
    private static final String AXIS = "difference of a row (the least stands for all below it)";

    private DifferenceWords() {}

    /** Prints the spread of relative L2 differences and of mismatches. */
    static void print(RowDifferences differences, PrintWriter out) {
        int rows = differences.rows().length;
        out.printf("%-12s %-8s %-8s %-8s %-8s%n", rows + " rows", "median", "90 %", "99 %", "max");
        printLine(out, "relative L2", differences.distance());
        printLine(out, "mismatch", differences.mismatch());
        if (differences.identical() > 0) {
            out.printf("%,d of %,d rows are the same to the last digit%n", differences.identical(), rows);
        }
    }

    private static void printLine(PrintWriter out, String name, double[] values) {
        Quantiles quantiles = Quantiles.of(values);
        out.printf(Locale.ROOT, "%-12s %-8.1e %-8.1e %-8.1e %-8.1e%n",
            name, quantiles.median(), quantiles.p90(), quantiles.p99(), quantiles.maximum());
    }

    /** Both as a picture. */
    public static Histogram histogram(RowDifferences differences, String title) {
        return new Histogram(title, AXIS, "rows", List.of(
            new Histogram.Sample("relative L2", differences.distance()),
            new Histogram.Sample("mismatch", differences.mismatch())));
    }

    /** Those from references as a picture. */
    public static Histogram histogram(List<SetVerdict> verdicts) {
        double[] peaks = verdicts.stream().flatMapToDouble(verdict -> Arrays.stream(verdict.peak())).toArray();
        double[] losses = verdicts.stream().flatMapToDouble(verdict -> Arrays.stream(verdict.loss())).toArray();
        return new Histogram("Against references", AXIS, "rows",
            List.of(new Histogram.Sample("max|dh| / max|h|", peaks), new Histogram.Sample("loss", losses)));
    }
}
