package org.chirpmill.cli.words;

import java.io.PrintWriter;
import java.util.Arrays;
import org.chirpmill.compression.Mismatches;
import org.chirpmill.numbers.Quantiles;

/** The spread of a basis's mismatches, a line for each number of vectors. */
public final class MismatchSummary {
    private MismatchSummary() {}

    /** Prints it. */
    public static void print(Mismatches table, PrintWriter out) {
        out.printf("mismatch of %,d polarizations%n", table.values().length);
        out.printf("%9s %10s %10s %10s %10s %10s%n", "vectors", "mean", "median", "p90", "p99", "max");
        for (int k = 0; k < table.columns().size(); k++) {
            int column = k;
            Mismatches.vectorsOf(table.columns().get(k)).ifPresent(vectors -> {
                Quantiles spread =
                    Quantiles.of(Arrays.stream(table.values()).mapToDouble(row -> row[column]).toArray());
                out.printf("%9d %10.2e %10.2e %10.2e %10.2e %10.2e%n", vectors, spread.mean(), spread.median(),
                    spread.p90(), spread.p99(), spread.maximum());
            });
        }
        out.flush();
    }
}
